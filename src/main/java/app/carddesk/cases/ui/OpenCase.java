package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cards.Card;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.shared.DatabaseAvailability;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import app.carddesk.shared.ui.Unsaved;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The case that stands on the page, as the fields on it need to know it. */
final class OpenCase {

    private final CaseEditing editing;
    private final People people;
    private final CaseCompany company;
    private final DatabaseAvailability database;
    private final Runnable refresh;
    private final Map<CaseField<?>, Focusable<?>> inputs = new HashMap<>();
    private @Nullable CaseContents contents;

    /**
     * @param refresh draws the page anew after something was written
     */
    OpenCase(CaseEditing editing, People people, CaseCompany company, DatabaseAvailability database, Runnable refresh) {
        this.editing = editing;
        this.people = people;
        this.company = company;
        this.database = database;
        this.refresh = refresh;
    }

    void hold(CaseContents read) {
        contents = read;
    }

    /** Does again what could not be saved, once it can. */
    Unsaved unsaved(Component at, Runnable marked) {
        return new Unsaved(at, database, marked);
    }

    CaseEditing editing() {
        return editing;
    }

    People people() {
        return people;
    }

    /** Remembers where a field stands on the page. */
    void place(CaseField<?> field, Focusable<?> input) {
        inputs.put(field, input);
    }

    /** Puts the focus into a field, if it stands on the page. */
    void focus(CaseField<?> field) {
        Focusable<?> input = inputs.get(field);
        if (input != null) {
            input.focus();
        }
    }

    CaseCompany company() {
        return company;
    }

    void refresh() {
        refresh.run();
    }

    CaseContents contents() {
        if (contents == null) {
            throw new IllegalStateException("No case is open");
        }
        return contents;
    }

    UUID id() {
        return contents().dossier().summary().id();
    }

    @Nullable UUID customerId() {
        return contents().dossier().summary().customerId();
    }

    /** Where a telephone number without a country code is dialled. */
    Region home() {
        Region bought = contents().values().get(CaseField.PURCHASE_COUNTRY);
        Card card = contents().dossier().card();
        return bought != null ? bought : card != null ? card.soldIn() : Region.DENMARK;
    }

    /** What the purchase was paid in, if that can be told. */
    @Nullable Currency currency() {
        Card card = contents().dossier().card();
        Region bought = contents().values().get(CaseField.PURCHASE_COUNTRY);
        if (card != null && card.currency() != null) {
            return card.currency();
        }
        return bought != null ? bought.currency() : card != null ? card.soldIn().currency() : null;
    }

    /** What an amount of the purchase is typed in: what was paid in, else what was said before, if that can be told. */
    @Nullable Currency currency(@Nullable Money said) {
        Currency paidIn = currency();
        return paidIn != null ? paidIn : said != null ? said.currency() : null;
    }
}
