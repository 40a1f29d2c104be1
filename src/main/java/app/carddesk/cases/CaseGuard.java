package app.carddesk.cases;

import app.carddesk.access.ForDesk;
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
    private final JdbcClient jdbc;

    CaseGuard(OwnCase own, ContactMarks contacts, Timeline timeline, CaseStore cases, JdbcClient jdbc) {
        this.own = own;
        this.contacts = contacts;
        this.timeline = timeline;
        this.cases = cases;
        this.jdbc = jdbc;
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
