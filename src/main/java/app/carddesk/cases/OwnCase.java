package app.carddesk.cases;

import app.carddesk.access.PersonContacts;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Nobody works on a case about themselves: known by their own e-mail or phone on the customer. */
@Component
class OwnCase {

    private final CaseStore cases;
    private final PersonContacts contacts;

    OwnCase(CaseStore cases, PersonContacts contacts) {
        this.cases = cases;
        this.contacts = contacts;
    }

    /** Whether the customer of a case is the person signed in. */
    boolean is(UUID caseId) {
        return cases.find(caseId).map(CaseRecord::customer).map(this::isMe).orElse(false);
    }

    boolean isMe(Customer customer) {
        PersonContacts.Contact me = contacts.mine();
        return isMine(me, customer.email()) || isMine(me, customer.phone());
    }

    /** Whether a value somebody enters is their own e-mail or phone. */
    boolean isMine(@Nullable Object value) {
        return value != null && isMine(contacts.mine(), value);
    }

    private static boolean isMine(PersonContacts.Contact me, @Nullable Object value) {
        return switch (value) {
            case EmailAddress email ->
                Optional.ofNullable(me.email())
                        .flatMap(EmailAddress::parse)
                        .filter(mine -> mine.mailbox().equals(email.mailbox()))
                        .isPresent();
            case PhoneNumber phone -> phone.e164().equals(me.phone());
            case null, default -> false;
        };
    }
}
