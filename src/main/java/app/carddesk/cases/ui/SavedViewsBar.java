package app.carddesk.cases.ui;

import app.carddesk.cases.CaseQuery;
import app.carddesk.cases.SavedViews;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One's own views of the list, each one click away, and the way to save what is shown now as one of them. */
final class SavedViewsBar extends Div {

    private final SavedViews views;
    private final Supplier<CaseQuery> shown;
    private final Consumer<CaseQuery> choose;

    SavedViewsBar(SavedViews views, Supplier<CaseQuery> shown, Consumer<CaseQuery> choose) {
        this.views = views;
        this.shown = shown;
        this.choose = choose;
        addClassNames("cd-row", "cd-saved-views");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.t("cases.saved"));
        draw();
    }

    private void draw() {
        removeAll();
        for (SavedViews.Saved saved : views.own()) {
            Button open = new Button(saved.name(), event -> choose.accept(saved.query()));
            open.addThemeVariants(ButtonVariant.SMALL);
            Button remove = new Button(new Icon(VaadinIcon.CLOSE_SMALL), event -> {
                views.remove(saved.id());
                draw();
            });
            remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            remove.setAriaLabel(Texts.t("cases.saved.remove", saved.name()));
            remove.setTooltipText(Texts.t("cases.saved.remove", saved.name()));
            Div chip = new Div(open, remove);
            chip.addClassName("cd-saved-view");
            add(chip);
        }
        Button save = new Button(Texts.t("cases.saved.save"), event -> ask());
        save.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        add(save);
    }

    private void ask() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(Texts.t("cases.saved.save"));
        TextField name = new TextField(Texts.t("cases.saved.name"));
        name.setMaxLength(SavedViews.LONGEST);
        name.setWidthFull();
        Paragraph hint = new Paragraph(Texts.t("cases.saved.hint"));
        hint.addClassName("cd-soft");
        Button save = new Button(Texts.t("cases.saved.confirm"), event -> {
            switch (views.save(name.getValue(), shown.get())) {
                case SAVED -> {
                    dialog.close();
                    draw();
                    Toasts.success(Texts.t("cases.saved.done", name.getValue().strip()));
                }
                case BAD_NAME -> refuse(name, Texts.t("cases.saved.badName", SavedViews.LONGEST));
                case HOLDS_CODE -> refuse(name, Texts.t("cases.saved.holdsCode"));
                case TOO_MANY -> refuse(name, Texts.t("cases.saved.tooMany", SavedViews.MOST));
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        dialog.add(name, hint);
        dialog.getFooter().add(new Button(Texts.t("cases.saved.cancel"), event -> dialog.close()), save);
        dialog.open();
        name.focus();
    }

    private static void refuse(TextField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }
}
