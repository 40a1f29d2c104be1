package app.carddesk.cases.ui;

import app.carddesk.cases.CaseDossier;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;

/** Where the panels of upper modules stand, in their order. */
final class PanelSlot extends Div {

    private final List<CasePanel> panels;

    PanelSlot(List<CasePanel> panels, CasePanel.Place place) {
        this.panels = panels.stream().filter(panel -> panel.place() == place).toList();
        addClassName("cd-stack");
    }

    /** Asks every panel anew what it has to say about the case. */
    void show(CaseDossier dossier, Runnable refresh) {
        removeAll();
        panels.stream()
                .map(panel -> panel.create(dossier, refresh))
                .flatMap(Optional::stream)
                .forEach(this::add);
        setVisible(getChildren().findAny().isPresent());
    }
}
