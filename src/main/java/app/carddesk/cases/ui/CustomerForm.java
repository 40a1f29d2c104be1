package app.carddesk.cases.ui;

import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.PhoneNumber;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;

/** Who the customer is; an e-mail or phone that is known brings their record and earlier cases. */
final class CustomerForm extends Panel {

    private final FieldEditor<String, String> name;
    private final FieldEditor<String, EmailAddress> email;
    private final FieldEditor<String, PhoneNumber> phone;
    private final FieldEditor<Language, Language> language;
    private final Div earlier = new Div();

    CustomerForm(CaseInputs inputs) {
        super(Texts.t("cases.customer"));
        email = inputs.email().wide();
        phone = inputs.phone();
        name = inputs.text(CaseField.CUSTOMER_NAME).wide();
        language = inputs.select(CaseField.CUSTOMER_LANGUAGE, List.of(Language.values()), Language::nativeName);
        Div fields = new Div(name, email, phone, language);
        fields.addClassName("cd-fields");
        earlier.addClassName("cd-earlier");
        add(fields, earlier);
    }

    void show(CaseContents contents) {
        List.of(name, email, phone, language).forEach(field -> field.show(contents));
        earlier.removeAll();
        if (!contents.earlier().isEmpty()) {
            earlier.add(new H3(Texts.t("cases.customer.earlier")), new CaseLinks(contents.earlier()));
        }
    }
}
