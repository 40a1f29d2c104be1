package app.carddesk.cases.ui;

import app.carddesk.cases.CaseLine;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A short list of cases, each a link with what it is about and where it stands. */
final class CaseLinks extends UnorderedList {

    CaseLinks(List<CaseLine> lines) {
        addClassName("cd-case-links");
        lines.forEach(line -> add(item(line)));
    }

    private static ListItem item(CaseLine line) {
        Span about = new Span(about(line));
        about.addClassNames("cd-soft", "cd-small");
        Div words = new Div(CasesNavigation.link(line.number()), about);
        words.addClassNames("cd-grow", "cd-stacked");
        ListItem item = new ListItem(words, new StateBadge(line.state()));
        item.addClassName("cd-row");
        return item;
    }

    /** What a case is about, in a few words. */
    static String about(CaseLine line) {
        String words = Stream.of(
                        line.problem() == null ? null : Texts.of(line.problem()),
                        line.customerName(),
                        line.serial(),
                        line.callBack() == null
                                ? null
                                : Texts.t("cases.callBack.on", Formats.current().date(line.callBack())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\u00a0· "));
        return words.isEmpty() ? Texts.t("cases.opened.on", Formats.current().dateTime(line.openedAt())) : words;
    }
}
