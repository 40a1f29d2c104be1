package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;

/** What can be done with one picture: accept it at once, everything else in a menu. */
class PictureControls extends Composite<Div> {

    PictureControls(Proof proof, List<ProofKind> kinds, String serial, ProofActs acts) {
        getContent().addClassName("evidence-controls");
        boolean askForSerial = !serial.isBlank() && ProofActs.usuallyShowsSerial(proof.kind());
        Checkbox serialSeen = new Checkbox(Texts.t("evidence.serialReadable", serial));
        serialSeen.addClassName("cd-small");
        if (proof.state() == Proof.State.NEW && !proof.isWithoutPreview()) {
            if (askForSerial) {
                getContent().add(serialSeen);
            }
            Button accept = new Button(
                    Texts.t("evidence.accept"), click -> acts.accept(proof, askForSerial && serialSeen.getValue()));
            accept.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
            accept.setAriaLabel(Texts.t("evidence.accept.of", Texts.of(proof.kind())));
            getContent().add(accept);
        }
        if (proof.heldFor() != null) {
            getContent().add(new HeldNote(proof.heldFor()));
        }
        MenuBar menu = menu(proof, kinds, serial, acts);
        if (!menu.getItems().getFirst().getSubMenu().getItems().isEmpty()) {
            getContent().add(menu);
        }
    }

    /** What can be done; nothing that the service refuses because a request stands on the proof, or nobody can see it. */
    private static MenuBar menu(Proof proof, List<ProofKind> kinds, String serial, ProofActs acts) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        MenuItem more = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
        more.setAriaLabel(Texts.t("evidence.more", Texts.of(proof.kind())));
        SubMenu menu = more.getSubMenu();
        boolean held = proof.heldFor() != null;
        ProofChoices choices = ProofChoices.of(proof, serial);
        if (choices.accept() && proof.state() != Proof.State.NEW) {
            menu.addItem(Texts.t("evidence.accept"), click -> acts.accept(proof, false));
        }
        if (choices.acceptWithSerial()) {
            menu.addItem(Texts.t("evidence.acceptWithSerial", serial), click -> acts.accept(proof, true));
        }
        if (choices.refuse()) {
            menu.addItem(Texts.t("evidence.refuse"), click -> acts.askToRefuse(proof));
        }
        if (!held) {
            SubMenu as = menu.addItem(Texts.t("evidence.showAs")).getSubMenu();
            for (ProofKind kind : kinds) {
                MenuItem item = as.addItem(Texts.of(kind), click -> acts.move(proof, kind));
                item.setEnabled(kind != proof.kind());
            }
        }
        if (proof.isWithoutPreview()) {
            menu.addItem(Texts.t("evidence.drawAgain"), click -> acts.drawAgain(proof));
        }
        if (proof.originalKept()) {
            menu.addItem(ProofTexts.original(proof));
        }
        if (!held) {
            menu.addSeparator();
            menu.addItem(Texts.t("evidence.remove"), click -> acts.askToRemove(proof));
        }
        return bar;
    }
}
