package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cards.ui.CardsNavigation;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestState;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Keys;
import app.carddesk.shared.ui.PaymentDialog;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.WordsDialog;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Supplier;

/** How the request of a case stands, and what its requester can do with it. */
class RequestStanding extends Div {

    private final ReplacementRequest request;
    private final Supplier<List<PaymentDialog.Line>> paid;
    private final Replacements replacements;
    private final People people;
    private final Runnable refresh;

    RequestStanding(
            ReplacementRequest request,
            Supplier<List<PaymentDialog.Line>> paid,
            Replacements replacements,
            CurrentPerson person,
            People people,
            Runnable refresh) {
        this.request = request;
        this.paid = paid;
        this.replacements = replacements;
        this.people = people;
        this.refresh = refresh;
        addClassNames("cd-callout", "cd-replacement-standing");

        Div head = new Div(
                new Badge(Texts.of(request.state()), RequestTexts.tone(request.state())),
                small(request.number().toString()));
        head.addClassName("cd-row");
        add(head);
        if (request.amount() != null && request.state() != RequestState.REFUSED) {
            Span amount = new Span(Formats.current().money(request.amount()));
            amount.addClassName("cd-amount");
            add(amount);
        }
        addWords();
        Div actions = new Div();
        actions.addClassName("cd-actions");
        boolean mine = request.requestedBy().equals(person.id());
        addActions(actions, mine);
        if (actions.getChildren().findAny().isPresent()) {
            add(actions);
        }
    }

    private void addWords() {
        switch (request.state()) {
            case PENDING -> {
                add(small(Texts.t(
                        "replacements.standing.pending",
                        people.name(request.requestedBy()),
                        Formats.current().dateTime(request.requestedAt()))));
                request.flags().stream().sorted().forEach(flag -> add(small(Texts.t(Texts.key(flag) + ".why"))));
            }
            case RETURNED -> addDecision("replacements.standing.returned");
            case WAITING_FOR_STOCK -> {
                if (request.waitingFor() != null) {
                    add(new Paragraph(RequestTexts.missing(request.waitingFor())));
                }
            }
            case ISSUED -> {
                if (request.issued() != null) {
                    Div issued = new Div(
                            new Span(Texts.t("replacements.standing.issued")), CardsNavigation.link(request.issued()));
                    issued.addClassName("cd-row");
                    add(issued);
                }
                if (request.basis() != null) {
                    add(small(RequestTexts.basis(request.basis())));
                }
            }
            case REFUSED -> addDecision("replacements.standing.refused");
            case WITHDRAWN -> {}
        }
    }

    private void addDecision(String key) {
        ReplacementRequest.Taken decision = request.lastDecision();
        if (decision != null) {
            add(small(Texts.t(key, people.name(decision.by()), Formats.current().dateTime(decision.at()))));
            if (decision.reason() != null) {
                Paragraph words = new Paragraph(PersonalText.of(decision.reason()));
                words.addClassName("cd-replacement-words");
                add(words);
            }
        }
    }

    private void addActions(Div actions, boolean mine) {
        if (request.state() == RequestState.RETURNED && mine) {
            Button answer = new Button(
                    Texts.t("replacements.answer"),
                    event -> new WordsDialog(
                                    Texts.t("replacements.answer"),
                                    Texts.t("replacements.answer.text"),
                                    Texts.t("replacements.answer.words"),
                                    Texts.t("replacements.answer.yes"),
                                    true,
                                    (words, key) -> act(replacements.answer(request.id(), words, key)))
                            .open());
            answer.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(answer);
        }
        if (request.state() == RequestState.WAITING_FOR_STOCK) {
            Button retry = new Button(Texts.t("replacements.retry"));
            PaymentDialog.opens(
                    retry,
                    () -> new PaymentDialog(
                            Texts.t("replacements.retry.title"),
                            null,
                            paid.get(),
                            Texts.t("replacements.retry.yes"),
                            (words, key) -> act(replacements.retry(request.id()))));
            actions.add(retry);
        }
        if (request.state().isOpen() && mine) {
            String key = Keys.next();
            Button withdraw = new Button(Texts.t("replacements.withdraw"));
            withdraw.addThemeVariants(ButtonVariant.TERTIARY);
            withdraw.setDisableOnClick(true);
            withdraw.addClickListener(event -> {
                if (!act(replacements.withdraw(request.id(), key))) {
                    withdraw.setEnabled(true);
                }
            });
            actions.add(withdraw);
        }
    }

    private boolean act(Handled handled) {
        return Answers.tell(handled, refresh);
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassNames("cd-soft", "cd-small");
        return span;
    }
}
