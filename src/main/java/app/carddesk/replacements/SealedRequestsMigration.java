package app.carddesk.replacements;

import app.carddesk.personal.PersonalValues;
import app.carddesk.personal.SealingAtUpgrade;
import app.carddesk.shared.RowsMigration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals what earlier releases kept in the clear of requests and decisions, for the customer the case has now. Runs as
 * the database's owner, who alone may rewrite a decision.
 */
@Component
class SealedRequestsMigration extends RowsMigration {

    private static final String REQUESTS = """
            select r.id, coalesce(c.customer_id, r.customer_id, r.case_id) as concerned, r.words, r.answer
              from replacement_request r left join support_case c on c.id = r.case_id
             where r.id > :last and (r.words is not null or r.answer is not null) order by r.id limit\s""";
    private static final String DECISIONS = """
            select d.id, coalesce(c.customer_id, r.customer_id, r.case_id) as concerned, d.reason, null as answer
              from replacement_decision d join replacement_request r on r.id = d.request_id
              left join support_case c on c.id = r.case_id
             where d.id > :last and d.reason is not null order by d.id limit\s""";

    private final SealingAtUpgrade sealing;

    SealedRequestsMigration(SealingAtUpgrade sealing) {
        super("26.2", "sealed requests");
        this.sealing = sealing;
    }

    /** What stands in a row, under whose key it belongs. */
    private record Written(
            UUID id,
            UUID concerned,
            @Nullable String first,
            @Nullable String second) {

        static Written read(ResultSet row, int number) throws SQLException {
            return new Written(
                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4));
        }
    }

    @Override
    protected void migrate(JdbcClient jdbc, Context context) {
        PersonalValues personal = sealing.on(context.getConnection());
        forEach(
                FIRST,
                Written::id,
                last -> after(jdbc, REQUESTS, last),
                written -> jdbc.sql("update replacement_request set words = cast(:words as varchar), answer ="
                                + " cast(:answer as varchar) where id = :id")
                        .param("words", sealed(personal, written, written.first()))
                        .param("answer", sealed(personal, written, written.second()))
                        .param("id", written.id())
                        .update());
        forEach(
                FIRST,
                Written::id,
                last -> after(jdbc, DECISIONS, last),
                written -> jdbc.sql("update replacement_decision set reason = cast(:reason as varchar) where id = :id")
                        .param("reason", sealed(personal, written, written.first()))
                        .param("id", written.id())
                        .update());
    }

    private static List<Written> after(JdbcClient jdbc, String select, UUID last) {
        return jdbc.sql(select + AT_ONCE)
                .param("last", last)
                .query(Written::read)
                .list();
    }

    private static @Nullable String sealed(PersonalValues personal, Written written, @Nullable String text) {
        return text == null ? null : personal.seal(written.concerned(), written.id(), text);
    }
}
