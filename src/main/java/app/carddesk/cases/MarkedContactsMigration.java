package app.carddesk.cases;

import app.carddesk.personal.PersonalValues;
import app.carddesk.personal.SealingAtUpgrade;
import app.carddesk.shared.Columns;
import app.carddesk.shared.RowsMigration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts marks in the place of the e-mails and phones that earlier releases kept in the clear. */
@Component
class MarkedContactsMigration extends RowsMigration {

    /** The columns there are at this step of the upgrade. */
    private static final String INSERT = """
            insert into contact_mark (customer_id, kind, mark, since)
            select id, :kind, :mark, :since from customer where id = :customer on conflict do nothing""";

    private final SealingAtUpgrade sealing;

    MarkedContactsMigration(SealingAtUpgrade sealing) {
        super("26.1", "marked contacts");
        this.sealing = sealing;
    }

    private record Contact(UUID customer, String kind, String value, Instant since) {}

    @Override
    protected void migrate(JdbcClient jdbc, Context context) {
        PersonalValues personal = sealing.on(context.getConnection());
        forEach(
                new Contact(FIRST, "", "", Instant.EPOCH),
                (Contact contact) -> contact,
                last -> after(jdbc, last),
                contact -> mark(jdbc, personal, contact));
    }

    private static List<Contact> after(JdbcClient jdbc, Contact last) {
        return jdbc.sql("select customer_id, kind, contact_key, since from customer_contact where (customer_id, kind,"
                        + " contact_key) > (:customer, :kind, :value) order by customer_id, kind, contact_key limit "
                        + AT_ONCE)
                .param("customer", last.customer())
                .param("kind", last.kind())
                .param("value", last.value())
                .query((row, n) -> new Contact(
                        Rows.uuid(row, "customer_id"),
                        row.getString("kind"),
                        row.getString("contact_key"),
                        Columns.instant(row, "since")))
                .list();
    }

    private static void mark(JdbcClient jdbc, PersonalValues personal, Contact contact) {
        jdbc.sql(INSERT)
                .param("customer", contact.customer())
                .param("kind", contact.kind())
                .param("mark", ContactMarks.mark(personal, contact.kind(), contact.value()))
                .param("since", Columns.time(contact.since()))
                .update();
    }
}
