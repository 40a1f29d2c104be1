package app.carddesk.cases.ui;

import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What the person was typing into cases and never saved, as after a lost session: to be taken up or discarded. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class BegunCases extends Panel {

    private final CaseEditing editing;

    BegunCases(CaseEditing editing) {
        super(Texts.t("cases.begun.title"));
        this.editing = editing;
        addClassName("cd-begun");
    }

    void refresh() {
        List<CaseNumber> begun = editing.begun();
        setVisible(!begun.isEmpty());
        show(begun.stream().map(this::item).toArray(Div[]::new));
    }

    private Div item(CaseNumber number) {
        Button take = new Button(Texts.t("cases.begun.open", number), event -> CasesNavigation.open(number));
        Button drop = new Button(Texts.t("cases.begun.drop", number), event -> {
            editing.dropDrafts(number);
            refresh();
        });
        drop.addThemeVariants(ButtonVariant.SMALL);
        take.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
        Div acts = new Div(take, drop);
        acts.addClassName("cd-actions");
        return new Div(new Paragraph(Texts.t("cases.begun.text", number)), acts);
    }
}
