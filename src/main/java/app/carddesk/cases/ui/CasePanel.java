package app.carddesk.cases.ui;

import app.carddesk.cases.CaseDossier;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A part of the case page that an upper module brings, as a bean; ordered by {@code @Order}. */
public interface CasePanel {

    /** Where the panel stands. */
    Place place();

    /**
     * The panel for a case as it stands, or empty when there is nothing to show. Asked again after every change.
     *
     * @param refresh draws the page anew after the panel changed something
     */
    Optional<Component> create(CaseDossier dossier, Runnable refresh);

    /** Where on the case page a panel can stand. */
    enum Place {
        /** Below the verdict: the act that follows from it. */
        VERDICT,
        /** In the middle column, after the proofs. */
        MAIN
    }
}
