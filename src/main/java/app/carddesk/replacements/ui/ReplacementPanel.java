package app.carddesk.replacements.ui;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseDossier;
import app.carddesk.policies.Limits;
import app.carddesk.replacements.Confirmed;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestState;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Money;
import app.carddesk.shared.Worth;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.LetterKeys;
import app.carddesk.shared.ui.PaymentDialog;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Step;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Below the verdict: how the case's request stands, the replacement that is due, and the way on to a supervisor. */
@StyleSheet("context://styles/replacements.css")
class ReplacementPanel extends Div {

    private final Replacements replacements;
    private final Limits limits;
    private final Payments payments;
    private final Runnable refresh;

    ReplacementPanel(Replacements replacements, Limits limits, Payments payments, Runnable refresh) {
        this.replacements = replacements;
        this.limits = limits;
        this.payments = payments;
        this.refresh = refresh;
        addClassNames("cd-replacement", "cd-stack");
    }

    /** Shows what is there for a case, given its requests, newest first. */
    void show(
            CaseDossier dossier, List<ReplacementRequest> requests, Function<ReplacementRequest, Component> standing) {
        requests.stream()
                .filter(request -> request.state() != RequestState.WITHDRAWN)
                .findFirst()
                .ifPresent(request -> add(standing.apply(request)));
        boolean open = requests.stream().anyMatch(request -> request.state().isOpen());
        if (open || dossier.summary().state().isClosed()) {
            return;
        }
        Card card = dossier.card();
        Worth amount = dossier.verdict().amount();
        if (card != null && amount != null) {
            addDue(dossier, card, amount);
        }
        add(refer(dossier));
    }

    /** The verdict above names the amount. */
    private void addDue(CaseDossier dossier, Card card, Worth amount) {
        String basis = basis(dossier.summary().customerId(), card, amount);
        Span words = new Span(basis);
        words.addClassNames("cd-soft", "cd-small");
        Div due = new Div(words);
        due.addClassNames("cd-callout", "cd-replacement-due");

        Button request = new Button(Texts.t("replacements.request"));
        request.addThemeVariants(ButtonVariant.PRIMARY);
        request.setWidthFull();
        PaymentDialog.opens(request, () -> confirming(dossier, card, amount, basis));
        LetterKeys.bind(request, "R", request);
        add(due, request);
    }

    private PaymentDialog confirming(CaseDossier dossier, Card card, Worth amount, String basis) {
        Payments.Shown shown = payments.of(dossier);
        UUID caseId = dossier.summary().id();
        return new PaymentDialog(
                Texts.t("replacements.confirm.title", Formats.current().money(amount)),
                Character.toUpperCase(basis.charAt(0)) + basis.substring(1),
                shown.lines(),
                Texts.t("replacements.confirm.yes"),
                (words, key) -> {
                    Confirmed confirmed = new Confirmed(caseId, card.id(), amount, shown.contact());
                    boolean done = act(replacements.request(confirmed, key));
                    if (!done) {
                        refresh.run();
                    }
                    return done;
                });
    }

    private Component refer(CaseDossier dossier) {
        Button refer = new Button(Texts.t("replacements.refer"));
        boolean endsAtPerson = dossier.verdict().outcome() == Outcome.SUPERVISOR
                || dossier.verdict().main().steps().contains(Step.REFER_TO_SUPERVISOR)
                || dossier.verdict().main().steps().contains(Step.OFFER_SUPERVISOR);
        refer.addThemeVariants(endsAtPerson ? ButtonVariant.PRIMARY : ButtonVariant.TERTIARY);
        refer.setWidthFull();
        LetterKeys.bind(refer, "S", refer);
        UUID caseId = dossier.summary().id();
        refer.addClickListener(event -> ReferDialog.open(replacements, caseId, refresh));
        return refer;
    }

    private boolean act(Handled handled) {
        return Answers.tell(handled, refresh);
    }

    /** Whether a supervisor will be asked, and why. */
    private String basis(@Nullable UUID customer, Card card, Worth amount) {
        if (!(amount instanceof Money money) || card.kind() == CardKind.CONTENT_CODE) {
            return Texts.t("replacements.basis.contentCode");
        }
        Optional<String> signal = replacements.outlook(customer, card).stream()
                .sorted()
                .findFirst()
                .filter(flag -> replacements.isWithinLimit(card.kind(), amount))
                .map(flag -> Texts.t("replacements.basis.flagged", Texts.t(Texts.key(flag) + ".why")));
        return signal.orElseGet(() -> byLimit(card, money));
    }

    private String byLimit(Card card, Money money) {
        return limits.agentLimit(money.currency())
                .map(limit -> Texts.t(
                        replacements.isWithinLimit(card.kind(), money)
                                ? "replacements.basis.within"
                                : "replacements.basis.above",
                        Formats.current().money(limit)))
                .orElseGet(() ->
                        Texts.t("replacements.basis.noLimit", money.currency().getCurrencyCode()));
    }
}
