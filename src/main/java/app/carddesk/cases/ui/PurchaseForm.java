package app.carddesk.cases.ui;

import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.Receipts;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** The purchase, as the customer tells it; its date and country pick the terms (terms, section 1). */
final class PurchaseForm extends Panel {

    private final OpenCase open;
    private final FieldEditor<LocalDate, LocalDate> date;
    private final FieldEditor<Region, Region> country;
    private final FieldEditor<String, String> retailer;
    private final FieldEditor<String, Money> amount;
    private final FieldEditor<String, String> receipt;
    private final ReceiptNotices elsewhere;
    private final Span unit = new Span();

    PurchaseForm(CaseInputs inputs, OpenCase open, Receipts receipts) {
        super(Texts.t("cases.purchase"));
        this.open = open;
        date = inputs.date(CaseField.PURCHASE_DATE);
        country = inputs.region(CaseField.PURCHASE_COUNTRY);
        retailer = inputs.text(CaseField.RETAILER).wide();
        amount = inputs.money(CaseField.PURCHASE_AMOUNT, unit).wide();
        receipt = inputs.text(CaseField.RECEIPT_NUMBER).wide();
        elsewhere = new ReceiptNotices(receipts);
        Div fields = new Div(date, country, retailer, amount, receipt);
        fields.addClassName("cd-fields");
        add(fields, elsewhere);
    }

    void show(CaseContents contents) {
        Money paid = contents.values().get(CaseField.PURCHASE_AMOUNT);
        Currency currency = open.currency(paid);
        unit.setText(currency == null ? "" : currency.getCurrencyCode());
        List.of(date, country, retailer, amount, receipt).forEach(field -> field.show(contents));
        elsewhere.show(contents.dossier().summary().id());
    }
}
