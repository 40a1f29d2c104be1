package app.carddesk.replacements.ui;

import app.carddesk.replacements.Decision;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.RequestKind;
import app.carddesk.shared.ui.LetterKeys;
import app.carddesk.shared.ui.PaymentDialog;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.WordsDialog;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Supplier;

/** Refuse, return or approve: each a button with its key, on top of the page. */
class DecisionActions extends Div {

    private final ReplacementRequest request;
    private final Supplier<List<PaymentDialog.Line>> paid;
    private final String begun;
    private final Deciding decide;

    /** A decision and the key it was made with. */
    record Made(Decision decision, String key) {}

    /** Takes a decision, and says whether it was taken. */
    interface Deciding extends java.io.Serializable {
        boolean decide(Made made);
    }

    /**
     * @param paid what is read before the request is granted
     * @param begun a reason that was written already, for an approval that has to be looked at again; else empty
     */
    DecisionActions(
            Component view,
            ReplacementRequest request,
            Supplier<List<PaymentDialog.Line>> paid,
            String begun,
            Deciding decide) {
        this.request = request;
        this.paid = paid;
        this.begun = begun;
        this.decide = decide;
        addClassName("cd-actions");
        boolean referral = request.kind() == RequestKind.REFERRAL;

        Button refuse = button(referral ? "close" : "refuse");
        refuse.addClickListener(event -> refusing(request, decide).open());
        Button giveBack = button("return");
        giveBack.addClickListener(event -> returning().open());
        Button approve = button(referral ? "overrule" : "approve");
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        PaymentDialog.opens(approve, referral ? this::overruling : this::approving);
        LetterKeys.bind(view, "R", refuse);
        LetterKeys.bind(view, "Q", giveBack);
        LetterKeys.bind(view, "A", approve);
        add(refuse, giveBack, approve);
    }

    /** Asks for the reason of a refusal. */
    static Dialog refusing(ReplacementRequest request, Deciding decide) {
        boolean referral = request.kind() == RequestKind.REFERRAL;
        String base = "replacements.decide." + (referral ? "close" : "refuse");
        return new WordsDialog(
                Texts.t(base),
                Texts.t(base + ".text"),
                Texts.t(base + ".words"),
                Texts.t(base + ".yes"),
                true,
                (words, key) -> decide.decide(new Made(new Decision.Refuse(words), key)));
    }

    private Dialog returning() {
        return new WordsDialog(
                Texts.t("replacements.decide.return"),
                Texts.t("replacements.decide.return.text"),
                Texts.t("replacements.decide.return.words"),
                Texts.t("replacements.decide.return.yes"),
                true,
                (words, key) -> decide.decide(new Made(new Decision.Return(words), key)));
    }

    private PaymentDialog approving() {
        return new PaymentDialog(
                Texts.t("replacements.decide.approve.title"),
                null,
                paid.get(),
                Texts.t("replacements.decide.approve.yes"),
                (words, key) -> decide.decide(new Made(new Decision.Approve(null), key)));
    }

    private PaymentDialog overruling() {
        return new PaymentDialog(
                        Texts.t("replacements.decide.overrule"),
                        Texts.t("replacements.decide.overrule.text", Texts.t("terms.reason." + request.rule())),
                        paid.get(),
                        Texts.t("replacements.decide.overrule.words"),
                        Texts.t("replacements.decide.overrule.yes"),
                        (words, key) -> decide.decide(new Made(new Decision.Approve(words), key)))
                .begunWith(begun);
    }

    private static Button button(String act) {
        return new Button(Texts.t("replacements.decide." + act));
    }
}
