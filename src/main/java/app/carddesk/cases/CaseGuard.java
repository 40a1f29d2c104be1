package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What guards a case against the people who work on it, for modules that act on cases. */
@Service
@ForDesk
@Transactional(readOnly = true)
public class CaseGuard {

    private final OwnCase own;
    private final ContactMarks contacts;
    private final Timeline timeline;
    private final CaseStore cases;
    private final CurrentPerson person;
    private final JdbcClient jdbc;
    private final Duration rewritten;

    CaseGuard(
            OwnCase own,
            ContactMarks contacts,
            Timeline timeline,
            CaseStore cases,
            CurrentPerson person,
            JdbcClient jdbc,
            ContradictionSettings settings) {
        this.own = own;
        this.contacts = contacts;
        this.timeline = timeline;
        this.cases = cases;
        this.person = person;
        this.jdbc = jdbc;
        this.rewritten = Duration.ofDays(settings.rewrittenContactDays());
    }

    /**
     * Whom letters about a case go to, and as of which change of their e-mail or phone.
     *
     * @param version null without a customer
     */
    public record Contact(@Nullable UUID customer, @Nullable Long version) {}

    /** Whether a case is about the person signed in; nobody works on a case about themselves. */
    public boolean isAboutMe(UUID caseId) {
        return own.is(caseId);
    }

    /** Whether this customer's e-mail or phone is, or once was, another customer's too. */
    public boolean sharesContact(UUID customer) {
        return contacts.areShared(customer);
    }

    /**
     * Whether, within the configured days of a moment, the customer of a case got another e-mail or phone in place of the
     * one they had, or the case another customer with another e-mail.
     */
    public boolean isContactRewritten(UUID caseId, Instant around) {
        return !rewritten.isZero() && contacts.wereRewritten(caseId, around.minus(rewritten), around.plus(rewritten));
    }

    /** What is known of the customer of a case: a name, and ways to reach them. */
    public record Reach(boolean isNamed, boolean byMail, boolean byPhone) {

        static final Reach NOBODY = new Reach(false, false, false);

        /** Whether there is somebody, and a way to tell them. */
        public boolean isSomebody() {
            return isNamed && (byMail || byPhone);
        }
    }

    /** Whom a case is about, as far as it says; a name has at least one letter. */
    public Reach reach(UUID caseId) {
        return jdbc.sql("""
                        select u.name, u.email, u.phone from support_case c join customer u on u.id = c.customer_id
                         where c.id = :id""")
                .param("id", caseId)
                .query((row, number) -> {
                    String name = row.getString("name");
                    return new Reach(
                            name != null && name.chars().anyMatch(Character::isLetter),
                            row.getString("email") != null,
                            row.getString("phone") != null);
                })
                .optional()
                .orElse(Reach.NOBODY);
    }

    /** Whether mail can be sent to a customer. */
    public boolean hasEmail(UUID customer) {
        return jdbc.sql("select count(*) from customer where id = :id and email is not null")
                        .param("id", customer)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Whether the person signed in said where mail about a case goes, however long ago: by writing the e-mail the customer
     * has, or by giving the case its customer.
     */
    public boolean isAddressMine(UUID caseId) {
        return jdbc.sql("""
                        select count(*) from support_case c join customer u on u.id = c.customer_id
                         where c.id = :id and (c.customer_by = :me or u.email_by = :me)""")
                        .param("id", caseId)
                        .param("me", person.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the person signed in opened a case, has it or ever had it, or gave it to somebody. */
    public boolean hasHandled(UUID caseId) {
        return jdbc.sql("""
                        select count(*) from support_case c where c.id = :id and (c.opened_by = :me or c.assignee = :me
                            or exists (select 1 from case_timeline line where line.case_id = c.id
                                and line.field = :assignee
                                and (line.by_person = :me or line.before_value = :named or line.after_value = :named)))""")
                        .param("id", caseId)
                        .param("me", person.id())
                        .param("assignee", CaseField.ASSIGNEE.key())
                        .param("named", Canonical.person(person.id()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a line of one of these kinds in a case's story is by the person signed in. */
    public boolean hasTold(UUID caseId, Collection<String> kinds) {
        return jdbc.sql("""
                        select count(*) from case_timeline
                         where case_id = :id and by_person = :me and kind in (:kinds)""")
                        .param("id", caseId)
                        .param("me", person.id())
                        .param("kinds", kinds)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The contact of a case as it looks, without holding anything. */
    public Contact contactSeen(UUID caseId) {
        return jdbc.sql("""
                        select c.customer_id, u.contact_version
                          from support_case c left join customer u on u.id = c.customer_id where c.id = :id""")
                .param("id", caseId)
                .query((row, number) -> new Contact(
                        row.getObject("customer_id", UUID.class), row.getObject("contact_version", Long.class)))
                .single();
    }

    /** Under whose key what people write about a case is sealed: its customer's, and until there is one its own. */
    public UUID concerned(UUID caseId) {
        return timeline.concerned(caseId);
    }

    /** Holds a case until the transaction ends, so that nobody edits it meanwhile. Taken before everything else. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID caseId) {
        if (!cases.hold(caseId)) {
            throw new NoSuchElementException("No case " + caseId);
        }
    }

    /** The contact of a case that is held; its customer's row is held too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Contact contact(UUID caseId) {
        UUID customer = jdbc.sql("select customer_id from support_case where id = :id")
                .param("id", caseId)
                .query((row, number) -> new Contact(row.getObject("customer_id", UUID.class), null))
                .single()
                .customer();
        return customer == null
                ? new Contact(null, null)
                : jdbc.sql("select contact_version from customer where id = :id for update")
                        .param("id", customer)
                        .query((row, number) -> new Contact(customer, row.getLong("contact_version")))
                        .single();
    }
}
