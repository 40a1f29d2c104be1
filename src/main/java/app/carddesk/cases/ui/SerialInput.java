package app.carddesk.cases.ui;

import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

/** Makes fields for serial numbers. */
final class SerialInput {

    private SerialInput() {}

    static TextField create() {
        TextField field = new TextField(Texts.t("cases.desk.serial"));
        field.setAutocomplete(Autocomplete.OFF);
        field.setAutocapitalize(Autocapitalize.CHARACTERS);
        return field;
    }
}
