package app.carddesk.cases.ui;

import app.carddesk.cases.CaseDossier;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the panels of upper modules stand, in their order. */
final class PanelSlot extends Div {

    private final List<CasePanel> panels;
    private @Nullable CaseDossier shown;

    PanelSlot(List<CasePanel> panels, CasePanel.Place place) {
        this.panels = panels.stream().filter(panel -> panel.place() == place).toList();
        addClassName("cd-stack");
    }

    /**
     * Asks every panel what it has to say about the case, if the case has changed since. Otherwise its buttons stay the
     * same ones, so that leaving a field by pressing one of them does not take it away from under the pointer.
     */
    void show(CaseDossier dossier, Runnable refresh) {
        if (dossier.equals(shown) || isBegun(dossier)) {
            getChildren()
                    .filter(Following.class::isInstance)
                    .map(Following.class::cast)
                    .forEach(Following::follow);
            return;
        }
        shown = dossier;
        removeAll();
        panels.stream()
                .map(panel -> panel.create(dossier, () -> {
                    shown = null;
                    refresh.run();
                }))
                .flatMap(Optional::stream)
                .forEach(this::add);
        setVisible(getChildren().findAny().isPresent());
    }

    /**
     * Whether somebody has begun to write in one of the panels while the case changed under their hands, but not its
     * state. What they do there is judged by the case as it stands then, and not by what is shown.
     */
    private boolean isBegun(CaseDossier now) {
        return shown != null
                && shown.summary().state() == now.summary().state()
                && shown.summary().id().equals(now.summary().id())
                && isBegun(getElement());
    }

    private static boolean isBegun(Element element) {
        return element.getComponent()
                        .filter(TextArea.class::isInstance)
                        .map(TextArea.class::cast)
                        .filter(area -> !area.isReadOnly() && !area.isEmpty())
                        .isPresent()
                || element.getChildren().anyMatch(PanelSlot::isBegun);
    }
}
