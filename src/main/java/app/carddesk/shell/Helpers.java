package app.carddesk.shell;

import app.carddesk.access.CurrentPerson;
import app.carddesk.shared.ui.KeyHint;
import app.carddesk.shared.ui.Palette;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What helps on every screen: the command palette, and the list of this screen's keys. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@JsModule("context://palette.js")
class Helpers extends Composite<Div> {

    private static final String PALETTE = "Ctrl K";

    private final List<Palette.Source> sources;
    private @Nullable CommandPalette palette;
    private @Nullable KeysDialog keys;

    Helpers(CurrentPerson current, List<Palette.Source> sources) {
        this.sources = sources;
        getContent().addClassName("cd-helpers");
        if (current.find().isEmpty()) {
            return;
        }
        Button search = new Button(Texts.t("shell.palette.open"), event -> openPalette());
        search.addThemeVariants(ButtonVariant.SMALL);
        search.addClassName("cd-helper");
        search.setSuffixComponent(new KeyHint(PALETTE));
        Button help = new Button(Texts.t("shell.keys.button"), event -> openKeys());
        help.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        help.addClassName("cd-helper");
        help.setSuffixComponent(new KeyHint("?"));
        getContent().add(search, help);
        getElement().addEventListener("palette-wanted", event -> openPalette());
        // Also while a dialog is open: its keys are listed then.
        getElement().addEventListener("keys-wanted", event -> openKeys()).allowInert();
    }

    private void openPalette() {
        if (palette == null || !palette.isOpened()) {
            palette = new CommandPalette(sources);
            palette.open();
        }
    }

    private void openKeys() {
        if (keys == null || !keys.isOpened()) {
            keys = new KeysDialog(getUI().orElseThrow());
            keys.open();
        }
    }
}
