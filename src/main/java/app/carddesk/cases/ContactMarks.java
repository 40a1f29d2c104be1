package app.carddesk.cases;

import app.carddesk.personal.PersonalKeys;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks of every e-mail and phone a customer has had. They outlive a change of either, so that whoever moves one address
 * from customer to customer is seen, and hold no address themselves.
 */
@Component
class ContactMarks {

    static final String INSERT = """
            insert into contact_mark (customer_id, kind, mark, since)
            select id, :kind, :mark, :since from customer where id = :customer on conflict do nothing""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PersonalValues personal;

    ContactMarks(JdbcClient jdbc, Clock clock, PersonalValues personal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.personal = personal;
    }

    /** Marks an e-mail, by its mailbox, or a phone; any other value is no contact. */
    void remember(UUID customer, @Nullable Object value) {
        switch (value) {
            case EmailAddress email -> remember(customer, "EMAIL", email.mailbox());
            case PhoneNumber phone -> remember(customer, "PHONE", phone.e164());
            case null, default -> {}
        }
    }

    private void remember(UUID customer, String kind, String contact) {
        jdbc.sql(INSERT)
                .param("customer", customer)
                .param("kind", kind)
                .param("mark", mark(personal, kind, contact))
                .param("since", Columns.time(clock.instant()))
                .update();
    }

    static String mark(PersonalValues personal, String kind, String contact) {
        return personal.mark("contact:" + kind, contact);
    }

    /** Whether this customer's e-mail or phone is, or once was, another customer's too. */
    boolean areShared(UUID customer) {
        return jdbc.sql("""
                        select count(*) from contact_mark mine
                          join contact_mark other on other.kind = mine.kind and other.mark = mine.mark
                               and other.customer_id <> mine.customer_id
                         where mine.customer_id = :customer""").param("customer", customer).query(Long.class).single() > 0;
    }

    /** Removes the marks of a customer who can be found by nothing any more. */
    void forgetAbandoned(UUID customer) {
        jdbc.sql("""
                delete from contact_mark where customer_id = :id
                   and exists (select 1 from customer u where u.id = :id and u.email is null and u.phone is null)
                   and not exists (select 1 from support_case c where c.customer_id = :id)
                """).param("id", customer).update();
    }

    /** Removes the marks of what is erased; those of what the customer's own record still holds stay. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(PersonalKeys.Erased erased) {
        UUID customer = erased.subjectId();
        jdbc.sql("delete from contact_mark where customer_id = :customer")
                .param("customer", customer)
                .update();
        jdbc.sql(CustomerStore.SELECT + " where id = :customer")
                .param("customer", customer)
                .query((row, n) -> CustomerStore.read(row))
                .optional()
                .ifPresent(kept -> Stream.of(kept.email(), kept.phone()).forEach(value -> remember(customer, value)));
    }
}
