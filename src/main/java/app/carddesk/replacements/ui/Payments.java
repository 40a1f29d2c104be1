package app.carddesk.replacements.ui;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseGuard.Contact;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Worth;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PaymentDialog.Line;
import app.carddesk.shared.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is read before a replacement is paid, by whoever asks for it and by whoever decides. */
@Component
class Payments {

    private final CaseFile cases;
    private final CaseGuard guard;

    Payments(CaseFile cases, CaseGuard guard) {
        this.cases = cases;
        this.guard = guard;
    }

    /**
     * @param lines the amount, the card, the customer, and where the code goes
     * @param contact the customer's contact they were read from
     */
    record Shown(List<Line> lines, Contact contact) {}

    Shown of(CaseDossier dossier) {
        // The contact first: an address that is written in between is then newer than it, and nothing is paid on it.
        Contact contact = guard.contactSeen(dossier.summary().id());
        List<Line> lines = new ArrayList<>();
        Card card = dossier.card();
        if (card != null) {
            lines.add(new Line(Texts.t("payment.amount"), Formats.current().money(paid(card))));
            lines.add(new Line(Texts.t("payment.card"), card.serial().value() + " · " + Texts.of(card.kind())));
        }
        String name = dossier.summary().customerName();
        lines.add(new Line(Texts.t("payment.customer"), name == null ? "–" : PersonalText.of(name)));
        lines.add(new Line(
                Texts.t("payment.goesTo"),
                cases.customerEmail(dossier.summary().id()).orElseGet(() -> Texts.t("payment.nowhere"))));
        return new Shown(lines, contact);
    }

    /** What would be moved: of an unactivated card its face value, because its activation is booked first. */
    private static Worth paid(Card card) {
        return card.state() == CardState.NOT_ACTIVATED ? card.faceValue() : card.balance();
    }
}
