package app.carddesk.cases;

import app.carddesk.cases.TimelineSeals.Concerned;
import app.carddesk.cases.TimelineSeals.Told;
import app.carddesk.personal.PersonalValues;
import app.carddesk.personal.SealingAtUpgrade;
import app.carddesk.shared.RowsMigration;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals what timelines of the first release tell in the clear, and gives every customer a key. Runs as the database's
 * owner, who alone may rewrite a timeline. What a case told before it was switched to another customer is sealed for
 * the customer it has now; whose it was, the rows do not say.
 */
@Component
class SealedTimelineMigration extends RowsMigration {

    private final SealingAtUpgrade sealing;

    SealedTimelineMigration(SealingAtUpgrade sealing) {
        super("21", "sealed timeline");
        this.sealing = sealing;
    }

    private record Line(
            UUID id,
            UUID caseId,
            @Nullable UUID customer,
            @Nullable String field,
            Told told) {

        UUID concerned() {
            return customer == null ? caseId : customer;
        }
    }

    @Override
    protected void migrate(JdbcClient jdbc, Context context) {
        PersonalValues personal = sealing.on(context.getConnection());
        forEach(FIRST, id -> id, last -> customers(jdbc, last), personal::prepare);
        forEach(FIRST, Line::id, last -> after(jdbc, last), line -> seal(jdbc, personal, line));
    }

    private static List<UUID> customers(JdbcClient jdbc, UUID last) {
        return jdbc.sql("select id from customer where id > :last order by id limit " + AT_ONCE)
                .param("last", last)
                .query(UUID.class)
                .list();
    }

    private static List<Line> after(JdbcClient jdbc, UUID last) {
        return jdbc.sql("select t.id, t.case_id, c.customer_id, t.field, t.before_value, t.after_value, t.note from"
                        + " case_timeline t join support_case c on c.id = t.case_id where t.id > :last order by t.id"
                        + " limit " + AT_ONCE)
                .param("last", last)
                .query((row, n) -> new Line(
                        Rows.uuid(row, "id"),
                        Rows.uuid(row, "case_id"),
                        row.getObject("customer_id", UUID.class),
                        row.getString("field"),
                        new Told(row.getString("before_value"), row.getString("after_value"), row.getString("note"))))
                .list();
    }

    private static void seal(JdbcClient jdbc, PersonalValues personal, Line line) {
        if (!TimelineSeals.needsSealing(line.field(), line.told())) {
            return;
        }
        Told sealed =
                TimelineSeals.seal(personal, line.id(), new Concerned(line.concerned()), line.field(), line.told());
        jdbc.sql("update case_timeline set before_value = cast(:before as varchar), after_value ="
                        + " cast(:after as varchar), note = cast(:note as varchar) where id = :id")
                .param("before", sealed.before())
                .param("after", sealed.after())
                .param("note", sealed.note())
                .param("id", line.id())
                .update();
    }
}
