package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cards.ImportConfirmations;
import app.carddesk.cards.ui.ImportConfirmationList;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import org.springframework.core.annotation.Order;

/** Brings to the review the imports that wait for a second person. */
@org.springframework.stereotype.Component
@Order(20)
class ImportSection implements ReviewSection {

    private final ImportConfirmations imports;
    private final CurrentPerson person;
    private final People people;

    ImportSection(ImportConfirmations imports, CurrentPerson person, People people) {
        this.imports = imports;
        this.person = person;
        this.people = people;
    }

    @Override
    public String title() {
        return Texts.t("replacements.tab.imports");
    }

    @Override
    public int count() {
        return imports.countToConfirm();
    }

    @Override
    public Component create(Runnable drawn) {
        return new ImportConfirmationList(imports, person, people, drawn);
    }
}
