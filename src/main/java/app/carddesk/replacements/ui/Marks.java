package app.carddesk.replacements.ui;

import app.carddesk.cases.Contradiction;
import app.carddesk.cases.ui.ContradictionWords;
import app.carddesk.replacements.Outlook;
import app.carddesk.replacements.ReviewFlag;
import app.carddesk.shared.ui.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The reasons to look twice in words: with their facts where they still stand, and else as they stood when the request
 * was made.
 *
 * @param name what it is called
 * @param why what it means, or what does not fit
 */
record Marks(String name, String why) {

    /** Of a request that is not made yet, or not decided. */
    static List<Marks> of(Outlook outlook) {
        return of(outlook.before(), outlook.contradictions());
    }

    static List<Marks> of(Set<ReviewFlag> flags, Collection<Contradiction> now) {
        List<Marks> marks = new ArrayList<>();
        Set<ReviewFlag> told = EnumSet.noneOf(ReviewFlag.class);
        for (Contradiction found : now) {
            ReviewFlag flag = ReviewFlag.of(found.kind());
            told.add(flag);
            marks.add(new Marks(Texts.t(Texts.key(flag)), ContradictionWords.of(found)));
        }
        flags.stream()
                .filter(flag -> !told.contains(flag))
                .sorted()
                .map(Marks::of)
                .forEach(marks::add);
        return marks;
    }

    static Marks of(ReviewFlag flag) {
        String key = Texts.key(flag);
        return new Marks(Texts.t(key), Texts.t(key + ".why"));
    }
}
