package app.carddesk.cards.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cards.Correction;
import app.carddesk.cards.CorrectionState;
import app.carddesk.cards.Corrections;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Keys;
import app.carddesk.shared.ui.PaymentDialog;
import app.carddesk.shared.ui.PaymentDialog.Line;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.WordsDialog;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** One correction: what it does and why, who stands behind it, and what the reader can do with it. */
class CorrectionRow extends Div {

    private final Correction correction;
    private final Corrections corrections;
    private final Runnable refresh;

    CorrectionRow(
            Correction correction, Corrections corrections, CurrentPerson person, People people, Runnable refresh) {
        this.correction = correction;
        this.corrections = corrections;
        this.refresh = refresh;
        addClassNames("cd-callout", "cd-correction");
        Formats formats = Formats.current();
        Span change = new Span(CorrectionTexts.change(correction));
        change.addClassName("cd-amount");
        Div head = new Div(
                new Badge(Texts.of(correction.state()), CorrectionTexts.tone(correction.state())),
                new Span(Texts.of(correction.kind())),
                CardsNavigation.link(correction.serial()));
        head.addClassName("cd-row");
        add(
                head,
                change,
                new Paragraph(Texts.of(correction.reason()) + ": " + correction.words()),
                small(Texts.t(
                        "cards.correction.asked",
                        people.name(correction.askedBy()),
                        formats.dateTime(correction.askedAt()))));
        Correction.Closing closing = correction.closing();
        if (closing != null) {
            add(small(Texts.t(
                    "cards.correction.closed." + correction.state().name(),
                    people.name(closing.by()),
                    formats.dateTime(closing.at()))));
            if (closing.words() != null) {
                add(new Paragraph(closing.words()));
            }
        }
        if (correction.state() == CorrectionState.ASKED) {
            add(acts(correction.askedBy().equals(person.id())));
        }
    }

    private Component acts(boolean mine) {
        Div acts = new Div();
        acts.addClassName("cd-actions");
        if (mine) {
            add(small(Texts.t("cards.correction.waits")));
            String key = Keys.next();
            acts.add(button("withdraw", () -> done(CorrectionTexts.tell(corrections.withdraw(correction.id(), key)))));
        } else {
            Button confirm = button("confirm", () -> {});
            PaymentDialog.opens(confirm, this::confirming);
            confirm.addThemeVariants(ButtonVariant.PRIMARY);
            acts.add(confirm, button("refuse", this::refuse));
        }
        return acts;
    }

    private PaymentDialog confirming() {
        return new PaymentDialog(
                Texts.t("cards.correction.confirm.title"),
                Texts.t("cards.correction.confirm.text"),
                List.of(
                        new Line(Texts.t("payment.amount"), CorrectionTexts.change(correction)),
                        new Line(Texts.t("payment.card"), correction.serial().value()),
                        new Line(
                                Texts.of(correction.kind()),
                                Texts.of(correction.reason()) + ": " + correction.words())),
                Texts.t("cards.correction.confirm.yes"),
                (words, key) -> done(CorrectionTexts.tell(corrections.confirm(correction.id(), key))));
    }

    private void refuse() {
        new WordsDialog(
                        Texts.t("cards.correction.refuse"),
                        Texts.t("cards.correction.refuse.text", CorrectionTexts.change(correction)),
                        Texts.t("cards.correction.refuse.words"),
                        Texts.t("cards.correction.refuse.yes"),
                        true,
                        (words, key) -> done(CorrectionTexts.tell(corrections.refuse(correction.id(), words, key))))
                .open();
    }

    private Button button(String act, Runnable run) {
        String words = Texts.t("cards.correction." + act);
        Button button = new Button(words);
        button.setAriaLabel(Texts.t(
                "cards.correction.act", words, correction.serial().value(), CorrectionTexts.change(correction)));
        button.addClickListener(event -> run.run());
        return button;
    }

    private boolean done(boolean done) {
        if (done) {
            refresh.run();
        }
        return done;
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassNames("cd-soft", "cd-small");
        return span;
    }
}
