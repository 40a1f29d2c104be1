package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.ui.CasePanel;
import app.carddesk.policies.Limits;
import app.carddesk.replacements.Replacements;
import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Brings to the case page what follows from its verdict: a replacement, or a supervisor. */
@org.springframework.stereotype.Component
@Order(10)
class ReplacementCasePanel implements CasePanel {

    private final Replacements replacements;
    private final Limits limits;
    private final Payments payments;
    private final CaseGuard guard;
    private final CurrentPerson person;
    private final People people;

    ReplacementCasePanel(
            Replacements replacements,
            Limits limits,
            Payments payments,
            CaseGuard guard,
            CurrentPerson person,
            People people) {
        this.replacements = replacements;
        this.limits = limits;
        this.payments = payments;
        this.guard = guard;
        this.person = person;
        this.people = people;
    }

    @Override
    public Place place() {
        return Place.VERDICT;
    }

    /** Nothing where the case is about its reader: the page says so, and every act would be refused. */
    @Override
    public Optional<Component> create(CaseDossier dossier, Runnable refresh) {
        if (guard.isAboutMe(dossier.summary().id())) {
            return Optional.empty();
        }
        ReplacementPanel panel = new ReplacementPanel(replacements, limits, payments, refresh);
        panel.show(
                dossier,
                replacements.ofCase(dossier.summary().id()),
                request -> new RequestStanding(
                        request, () -> payments.of(dossier).lines(), replacements, person, people, refresh));
        return panel.getChildren().findAny().isPresent() ? Optional.of(panel) : Optional.empty();
    }
}
