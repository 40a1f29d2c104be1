package app.carddesk.cases.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PanelSlotTest {

    private static final UUID CASE = new UUID(0, 1);

    private final Asked panel = new Asked();
    private final PanelSlot slot = new PanelSlot(List.of(panel), CasePanel.Place.VERDICT);

    @Test
    void what_can_be_pressed_stays_while_the_case_stays_as_it_is() {
        slot.show(dossier(CaseState.OPEN), () -> {});
        Component shown = slot.getComponentAt(0);

        slot.show(dossier(CaseState.OPEN), () -> {});

        assertThat(slot.getComponentAt(0)).isSameAs(shown);
    }

    @Test
    void a_changed_case_is_shown_anew() {
        slot.show(dossier(CaseState.OPEN), () -> {});
        Component shown = slot.getComponentAt(0);

        slot.show(dossier(CaseState.WAITING_FOR_REVIEW), () -> {});

        assertThat(slot.getChildren()).hasSize(1).doesNotContain(shown);
    }

    @Test
    void a_panel_that_changed_something_is_asked_again_even_if_the_case_looks_the_same() {
        slot.show(dossier(CaseState.OPEN), () -> slot.show(dossier(CaseState.OPEN), () -> {}));
        Component shown = slot.getComponentAt(0);

        panel.refresh.run();

        assertThat(slot.getChildren()).hasSize(1).doesNotContain(shown);
    }

    private static CaseDossier dossier(CaseState state) {
        CaseSummary summary = new CaseSummary(
                CASE, new CaseNumber(2026, 1), state, null, null, null, null, null, null, Instant.EPOCH);
        return new CaseDossier(summary, null, List.of(), null, null);
    }

    /** Answers with a new component each time and keeps the way to have the page drawn again. */
    private static final class Asked implements CasePanel {

        private Runnable refresh;

        @Override
        public Place place() {
            return Place.VERDICT;
        }

        @Override
        public Optional<Component> create(CaseDossier dossier, Runnable refresh) {
            this.refresh = refresh;
            return Optional.of(new Span());
        }
    }
}
