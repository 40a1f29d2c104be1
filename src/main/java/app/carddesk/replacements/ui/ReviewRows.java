package app.carddesk.replacements.ui;

import app.carddesk.access.People;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.replacements.RequestKind;
import app.carddesk.replacements.ReviewQueue;
import app.carddesk.shared.Worth;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lines of the review lists; they fold instead of scrolling sideways on a small screen. */
class ReviewRows {

    private final People people;
    private final Clock clock;

    ReviewRows(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    Component waiting(ReviewQueue.Waiting row) {
        Div marks = new Div(
                new Badge(Texts.of(row.kind()), row.kind() == RequestKind.REPLACEMENT ? Tone.ACCENT : Tone.PLAIN));
        marks.addClassNames("cd-row", "cd-review-what");
        List<Marks> reasons = Marks.of(row.flags(), row.contradictions());
        if (!reasons.isEmpty()) {
            marks.add(new Badge(Texts.t("replacements.lookTwice"), Tone.WARN));
        }
        if (row.own()) {
            marks.add(new Badge(Texts.t("replacements.own"), Tone.PLAIN));
        }
        Span why = soft(
                row.waitingFor() == null
                        ? Texts.t("terms.reason." + row.rule())
                        : RequestTexts.missing(row.waitingFor()));
        why.addClassName("cd-review-why");
        return line(
                head(row.id(), row.amount(), row.number().toString()),
                marks,
                why,
                caseLink(row.caseNumber()),
                by(Texts.t(
                        "replacements.by",
                        people.name(row.requestedBy()),
                        RequestTexts.age(row.requestedAt(), clock.instant()))),
                marks(reasons));
    }

    Component issuedAlone(ReviewQueue.IssuedAlone row) {
        Div serials = new Div(
                new SerialText(row.old().value()),
                soft(Texts.t("replacements.replacedBy")),
                new SerialText(row.issued().value()));
        serials.addClassNames("cd-row", "cd-review-what", "cd-review-wide");
        List<Marks> reasons = Marks.of(row.flags(), row.contradictions());
        if (row.look() != null) {
            serials.add(new Badge(Texts.t("replacements.lookedAt"), Tone.OK));
        } else if (row.sampled()) {
            serials.add(new Badge(Texts.t("replacements.sampled"), Tone.ACCENT));
        }
        if (!reasons.isEmpty()) {
            serials.add(new Badge(Texts.t("replacements.lookTwice"), Tone.WARN));
        }
        return line(
                head(row.id(), row.amount(), ""),
                serials,
                caseLink(row.caseNumber()),
                by(Texts.t(
                        "replacements.by",
                        people.name(row.by()),
                        Formats.current().dateTime(row.at()))),
                marks(reasons),
                look(row.look()));
    }

    /** Who looked at it and what they wrote; nothing as long as nobody did. */
    private Component look(ReviewQueue.@Nullable Look look) {
        Span seen = soft("");
        seen.addClassName("cd-review-wide");
        seen.setVisible(look != null);
        if (look != null) {
            String who = Texts.t(
                    "replacements.lookedAt.by",
                    people.name(look.by()),
                    Formats.current().dateTime(look.at()));
            seen.setText(look.words() == null ? who : who + " " + PersonalText.of(look.words()));
        }
        return seen;
    }

    Component decided(ReviewQueue.Decided row) {
        Div marks = new Div(
                new Badge(Texts.of(row.outcome()), RequestTexts.tone(row.outcome())),
                soft(Texts.t("replacements.now", Texts.of(row.state()))));
        marks.addClassNames("cd-row", "cd-review-what", "cd-review-wide");
        return line(
                head(row.request(), row.amount(), row.number().toString()),
                marks,
                caseLink(row.caseNumber()),
                by(Texts.t(
                        "replacements.by",
                        people.name(row.by()),
                        Formats.current().dateTime(row.at()))),
                marks(row.flags().stream().sorted().map(Marks::of).toList()));
    }

    /** Each reason to look twice in its own line: who goes through the queue sees why without opening it. */
    private static Component marks(List<Marks> reasons) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("cd-review-marks", "cd-small");
        list.getElement().setAttribute("aria-label", Texts.t("replacements.marks"));
        list.setVisible(!reasons.isEmpty());
        reasons.forEach(reason -> list.add(new ListItem(reason.why())));
        return list;
    }

    private static Div line(Component... parts) {
        Div line = new Div(parts);
        line.addClassName("cd-review-row");
        return line;
    }

    private static Component head(UUID request, @Nullable Worth amount, String number) {
        Div head = new Div(ReviewNavigation.link(
                request,
                amount == null
                        ? Texts.t("replacements.noAmount")
                        : Formats.current().money(amount)));
        head.addClassName("cd-review-head");
        if (!number.isEmpty()) {
            Span shown = soft(number);
            shown.addClassName("cd-number");
            head.add(shown);
        }
        return head;
    }

    private static Component caseLink(CaseNumber number) {
        Anchor link = new Anchor(CasesNavigation.of(number), number.toString());
        link.addClassNames("cd-review-case", "cd-number");
        return link;
    }

    private static Component by(String text) {
        Span by = soft(text);
        by.addClassName("cd-review-by");
        return by;
    }

    private static Span soft(String text) {
        Span span = new Span(text);
        span.addClassNames("cd-soft", "cd-small");
        return span;
    }
}
