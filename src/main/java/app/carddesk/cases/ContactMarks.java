package app.carddesk.cases;

import app.carddesk.personal.PersonalKeys;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    private static final String INSERT = """
            insert into contact_mark (customer_id, kind, mark, since, written_at)
            select id, :kind, :mark, :since, :since from customer where id = :customer on conflict do nothing""";

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
        String mark = mark(personal, kind, contact);
        OffsetDateTime now = Columns.time(clock.instant());
        boolean isNew = jdbc.sql(INSERT)
                        .param("customer", customer)
                        .param("kind", kind)
                        .param("mark", mark)
                        .param("since", now)
                        .update()
                == 1;
        if (!isNew) {
            writtenAgain(customer, kind, mark, now);
        }
    }

    /** One that was there before and was written over; another spelling of what is there now is nothing new. */
    private void writtenAgain(UUID customer, String kind, String mark, OffsetDateTime at) {
        jdbc.sql("""
                        update contact_mark set written_at = :at
                         where customer_id = :customer and kind = :kind and mark = :mark
                           and written_at < (select max(each.written_at) from contact_mark each
                                              where each.customer_id = :customer and each.kind = :kind)""")
                .param("customer", customer)
                .param("kind", kind)
                .param("mark", mark)
                .param("at", at)
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

    /** Whether one customer had an e-mail and another one has a mailbox that was never the former's. */
    boolean isElsewhere(UUID former, Customer now) {
        return now.email() != null
                && count("customer_id = :customer and kind = 'EMAIL'", former, "") > 0
                && count(
                                "customer_id = :customer and kind = 'EMAIL' and mark = :mark",
                                former,
                                mark(personal, "EMAIL", now.email().mailbox()))
                        == 0;
    }

    private long count(String where, UUID customer, String mark) {
        return jdbc.sql("select count(*) from contact_mark where " + where)
                .param("customer", customer)
                .param("mark", mark)
                .query(Long.class)
                .single();
    }

    /**
     * Whether the customer of a case was given another e-mail or phone instead of one they had, or the case another
     * customer with another e-mail, at the earliest {@code from} and at the latest {@code until}. The first address ever
     * is no other one, and neither is one that was put back to what it was.
     */
    boolean wereRewritten(UUID caseId, Instant from, Instant until) {
        return jdbc.sql("""
                        select count(*) from support_case c join customer u on u.id = c.customer_id
                         where c.id = :id
                           and ((c.readdressed_from <> c.customer_id and c.readdressed_at between :from and :until)
                                or exists (
                               select 1 from contact_mark mine
                                 join contact_mark other on other.customer_id = mine.customer_id
                                      and other.kind = mine.kind and other.mark <> mine.mark
                                where mine.customer_id = u.id and mine.written_at between :from and :until
                                  and (mine.kind = 'EMAIL' and u.email is not null
                                       or mine.kind = 'PHONE' and u.phone is not null)
                                  and (other.since < :from or other.since <= mine.since)
                                  and not exists (
                                      select 1 from contact_mark later
                                       where later.customer_id = mine.customer_id and later.kind = mine.kind
                                         and later.written_at > mine.written_at)))""")
                        .param("id", caseId)
                        .param("from", Columns.time(from))
                        .param("until", Columns.time(until))
                        .query(Long.class)
                        .single()
                > 0;
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
