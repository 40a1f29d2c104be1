package app.carddesk.replacements.ui;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseValues;
import app.carddesk.evidence.Proof;
import app.carddesk.shared.Money;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the register, the customer and the proofs say, side by side. Only what differs is coloured, and says so in words;
 * something nobody has said never differs.
 */
class ComparisonTable extends Panel {

    private static final String NOTHING = "–";

    private final Element body = new Element("tbody");

    ComparisonTable(CaseContents contents) {
        super(Texts.t("replacements.compare"));
        Element table = new Element("table");
        table.setAttribute("class", "cd-table cd-compare");
        table.appendChild(new Element("thead").appendChild(headings()), body);
        Div scroller = new Div();
        scroller.addClassName("cd-compare-frame");
        scroller.getElement().appendChild(table);
        add(scroller);

        Card card = contents.dossier().card();
        CaseValues said = contents.values();
        List<Proof> proofs = contents.dossier().proofs();
        serial(card, contents.serial(), proofs);
        bought(card, said, proofs);
        row("retailer", card == null ? null : card.retailer(), said.get(CaseField.RETAILER), null);
        amount(card, said.get(CaseField.PURCHASE_AMOUNT));
        region("soldIn", card, said.get(CaseField.PURCHASE_COUNTRY));
        region("account", card, said.get(CaseField.ACCOUNT_REGION));
        region("tried", card, said.get(CaseField.TRIED_IN));
    }

    private void serial(@Nullable Card card, @Nullable Serial typed, List<Proof> proofs) {
        String seen = proofs.stream()
                .filter(Proof::showsSerial)
                .map(proof -> Texts.of(proof.kind()))
                .distinct()
                .collect(Collectors.joining(", "));
        row(
                "serial",
                card == null ? null : card.serial().value(),
                typed == null ? null : typed.value(),
                seen.isEmpty() ? null : Texts.t("replacements.compare.seen", seen));
    }

    private void bought(@Nullable Card card, CaseValues said, List<Proof> proofs) {
        Formats formats = Formats.current();
        LocalDate activated = card == null || card.activatedAt() == null ? null : formats.day(card.activatedAt());
        LocalDate told = said.get(CaseField.PURCHASE_DATE);
        String receipt = proofs.stream()
                .filter(proof -> proof.kind() == ProofKind.RECEIPT)
                .map(proof -> Texts.t("replacements.proof." + proof.state()))
                .distinct()
                .collect(Collectors.joining(", "));
        row(
                "bought",
                activated == null ? null : Texts.t("replacements.compare.activated", formats.date(activated)),
                told == null ? null : formats.date(told),
                receipt.isEmpty() ? null : Texts.t("replacements.compare.receipt", receipt),
                activated != null && told != null && !activated.equals(told));
    }

    private void amount(@Nullable Card card, @Nullable Money paid) {
        Formats formats = Formats.current();
        row(
                "amount",
                card == null
                        ? null
                        : Texts.t(
                                "replacements.compare.unused",
                                formats.money(card.balance()),
                                formats.money(card.faceValue())),
                paid == null ? null : formats.money(paid),
                null,
                card != null && paid != null && !paid.equals(card.faceValue()));
    }

    private void region(String key, @Nullable Card card, @Nullable Region told) {
        row(key, card == null ? null : name(card.soldIn()), told == null ? null : name(told), null);
    }

    private void row(String key, @Nullable String register, @Nullable String customer, @Nullable String proofs) {
        boolean differs = register != null && customer != null && !register.equalsIgnoreCase(customer);
        row(key, register, customer, proofs, differs);
    }

    private void row(
            String key,
            @Nullable String register,
            @Nullable String customer,
            @Nullable String proofs,
            boolean differs) {
        Element head = new Element("th").setAttribute("scope", "row").setText(Texts.t("replacements.compare." + key));
        Element told = cell("customer", customer);
        if (differs) {
            told.appendChild(
                    Element.createText(" "), new Badge(Texts.t("replacements.differs"), Tone.WARN).getElement());
        }
        Element row = new Element("tr").appendChild(head, cell("register", register), told, cell("proofs", proofs));
        if (differs) {
            row.setAttribute("class", "cd-differs");
        }
        body.appendChild(row);
    }

    private static Element cell(String column, @Nullable String text) {
        Element cell = new Element("td").setAttribute("data-label", Texts.t("replacements.compare.by." + column));
        cell.appendChild(Element.createText(text == null || text.isBlank() ? NOTHING : text));
        return cell;
    }

    private static Element headings() {
        Element row = new Element("tr").appendChild(new Element("td"));
        for (String column : List.of("register", "customer", "proofs")) {
            row.appendChild(new Element("th")
                    .setAttribute("scope", "col")
                    .setText(Texts.t("replacements.compare.by." + column)));
        }
        return row;
    }

    private static String name(Region region) {
        return region.displayName(UI.getCurrent().getLocale());
    }
}
