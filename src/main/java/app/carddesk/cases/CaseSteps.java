package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import app.carddesk.terms.Step;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps taken on each case, each once with its latest outcome. */
@Repository
class CaseSteps {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final CurrentPerson currentPerson;

    CaseSteps(JdbcClient jdbc, Ids ids, Clock clock, CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.currentPerson = currentPerson;
    }

    /** Steps in the order they were taken. */
    List<DoneStep> of(UUID caseId) {
        return jdbc.sql(
                        "select step, outcome, by_person, at_time from case_step where case_id = :case order by at_time,"
                                + " id")
                .param("case", caseId)
                .query((row, index) -> new DoneStep(
                        Step.valueOf(row.getString("step")),
                        StepOutcome.valueOf(row.getString("outcome")),
                        Rows.uuid(row, "by_person"),
                        Columns.instant(row, "at_time")))
                .list();
    }

    Optional<StepOutcome> outcome(UUID caseId, Step step) {
        return jdbc.sql("select outcome from case_step where case_id = :case and step = :step")
                .param("case", caseId)
                .param("step", step.name())
                .query(String.class)
                .optional()
                .map(StepOutcome::valueOf);
    }

    /** Keeps an outcome. The caller holds the case's row, so that nobody else does the same meanwhile. */
    void keep(UUID caseId, Step step, StepOutcome outcome) {
        remove(caseId, step);
        jdbc.sql("insert into case_step (id, case_id, step, outcome, by_person, at_time) values (:id, :case, :step,"
                        + " :outcome, :by, :at)")
                .param("id", ids.next())
                .param("case", caseId)
                .param("step", step.name())
                .param("outcome", outcome.name())
                .param("by", currentPerson.id())
                .param("at", Columns.time(clock.instant()))
                .update();
    }

    void remove(UUID caseId, Step step) {
        jdbc.sql("delete from case_step where case_id = :case and step = :step")
                .param("case", caseId)
                .param("step", step.name())
                .update();
    }
}
