package app.carddesk.replacements.ui;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseSummary;
import app.carddesk.cases.ui.Following;
import app.carddesk.policies.Limits;
import app.carddesk.replacements.Confirmed;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.Refusal;
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
import app.carddesk.shared.ui.Tone;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Step;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Below the verdict: how the case's request stands, the replacement that is due, and the way on to a supervisor. */
@StyleSheet("context://styles/replacements.css")
class ReplacementPanel extends Div implements Following {

    private final Replacements replacements;
    private final Limits limits;
    private final Payments payments;
    private final Runnable refresh;
    private Runnable words = () -> {};

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
        if (replacements.isBroughtInByMe(card.id())) {
            Div why = new Div(new Span(RequestTexts.of(new Refusal.BroughtIn())));
            why.addClassNames("cd-callout", "cd-replacement-due");
            add(why);
            return;
        }
        Div due = new Div();
        due.addClassNames("cd-callout", "cd-replacement-due");
        words = () -> {
            due.removeAll();
            due.add(words(reasons(dossier.summary(), card, amount), basis(card, amount)));
        };
        follow();
        Div lack = new Div();
        lack.addClassNames("cd-callout", Tone.WARN.className());
        lack.getElement().setAttribute("role", "alert");
        lack.setVisible(false);

        Button request = new Button(Texts.t("replacements.request"));
        request.addThemeVariants(ButtonVariant.PRIMARY);
        request.setWidthFull();
        // Asked at the press: an address may be written on the case without this being drawn anew.
        PaymentDialog.mayOpen(request, () -> {
            Optional<Refusal> nobody =
                    replacements.nobodyToReach(dossier.summary().id());
            lack.setText(nobody.map(RequestTexts::of).orElse(""));
            lack.setVisible(nobody.isPresent());
            return nobody.isPresent() ? Optional.empty() : Optional.of(confirming(dossier, card, amount));
        });
        LetterKeys.bind(request, "R", request);
        add(due, request, lack);
    }

    /** Who the customer is and where they can be reached is no part of the dossier, and decides who looks first. */
    @Override
    public void follow() {
        words.run();
    }

    /** Pictures that were added just now are compared first: what they show is told before anybody confirms. */
    private PaymentDialog confirming(CaseDossier dossier, Card card, Worth amount) {
        UUID caseId = dossier.summary().id();
        replacements.settle(caseId);
        List<String> reasons = reasons(dossier.summary(), card, amount);
        String limit = basis(card, amount);
        Payments.Shown shown = payments.of(dossier);
        PaymentDialog dialog = new PaymentDialog(
                Texts.t("replacements.confirm.title", Formats.current().money(amount)),
                reasons.isEmpty() ? Character.toUpperCase(limit.charAt(0)) + limit.substring(1) : null,
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
        return reasons.isEmpty() ? dialog : dialog.because(Texts.t("replacements.basis.reasons"), reasons);
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

    /** Why a supervisor will look at it first although it is within the limit, so that nobody is surprised. */
    private List<String> reasons(CaseSummary of, Card card, Worth amount) {
        return replacements.isWithinLimit(card.kind(), amount)
                ? Marks.of(replacements.outlook(of.id(), of.customerId(), card)).stream()
                        .map(Marks::why)
                        .toList()
                : List.of();
    }

    private static Component words(List<String> reasons, String basis) {
        if (reasons.isEmpty()) {
            Span words = new Span(basis);
            words.addClassNames("cd-soft", "cd-small");
            return words;
        }
        UnorderedList list = new UnorderedList();
        reasons.forEach(reason -> list.add(new ListItem(reason)));
        Div words = new Div(new Span(Texts.t("replacements.basis.reasons")), list);
        words.addClassNames("cd-small", "cd-stacked");
        return words;
    }

    /** Whether a supervisor will be asked as far as the limit goes. */
    private String basis(Card card, Worth amount) {
        return amount instanceof Money money && card.kind() != CardKind.CONTENT_CODE
                ? byLimit(card, money)
                : Texts.t("replacements.basis.contentCode");
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
