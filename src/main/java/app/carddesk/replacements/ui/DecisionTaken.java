package app.carddesk.replacements.ui;

import app.carddesk.access.People;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.RequestState;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.PaymentDialog;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;

/** Where nothing is to be decided, or not by this person: why, what happened, and the way back to the queue. */
class DecisionTaken extends Panel {

    DecisionTaken(
            ReplacementRequest request,
            @Nullable String notByMe,
            People people,
            SerializableSupplier<PaymentDialog> retry,
            Runnable refuse) {
        super(Texts.t("replacements.standing"));
        addClassName("cd-decision-taken");
        edge(RequestTexts.tone(request.state()));
        end(new Badge(Texts.of(request.state()), RequestTexts.tone(request.state())));
        if (notByMe != null && request.state().isOpen()) {
            Paragraph why = new Paragraph(notByMe);
            why.addClassNames("cd-callout", "cd-warn");
            add(why);
        }
        for (ReplacementRequest.Taken decision : request.decisions()) {
            Span who = new Span(Texts.t(
                    "replacements.taken." + decision.outcome(),
                    people.name(decision.by()),
                    Formats.current().dateTime(decision.at())));
            who.addClassNames("cd-soft", "cd-small");
            add(who);
            if (decision.reason() != null) {
                Paragraph words = new Paragraph(PersonalText.of(decision.reason()));
                words.addClassName("cd-replacement-words");
                add(words);
            }
        }
        if (request.basis() != null) {
            add(new Paragraph(RequestTexts.basis(request.basis())));
        }
        if (request.issued() != null) {
            Div issued = new Div(
                    new Span(Texts.t("replacements.standing.issued")),
                    new SerialText(request.issued().value()));
            issued.addClassName("cd-row");
            add(issued);
        }
        if (request.waitingFor() != null) {
            Paragraph missing = new Paragraph(RequestTexts.missing(request.waitingFor()));
            missing.addClassNames("cd-callout", Tone.WARN.className());
            add(missing);
        }
        Div actions = new Div();
        actions.addClassName("cd-actions");
        if (request.state() == RequestState.WAITING_FOR_STOCK) {
            Button again = new Button(Texts.t("replacements.retry"));
            PaymentDialog.opens(again, retry);
            actions.add(again);
            if (notByMe == null) {
                actions.add(new Button(Texts.t("replacements.decide.refuse"), event -> refuse.run()));
            }
        }
        actions.add(ReviewNavigation.toQueue());
        add(actions);
    }
}
