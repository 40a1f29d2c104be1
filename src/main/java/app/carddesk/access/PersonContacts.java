package app.carddesk.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the people at the desk can be reached. Kept apart from {@link Person}, which every session carries: these are
 * personal data, and only the guard against working on one's own case needs them.
 */
@Service
@ForEveryone
@Transactional(readOnly = true)
public class PersonContacts {

    private static final Contact NONE = new Contact(null, null);

    private final PersonStore store;
    private final CurrentPerson current;

    PersonContacts(PersonStore store, CurrentPerson current) {
        this.store = store;
        this.current = current;
    }

    /**
     * @param email as it was entered, or null
     * @param phone in international form (E.164), or null
     */
    public record Contact(@Nullable String email, @Nullable String phone) {}

    /** The contact of the person signed in; nobody sees another one's. */
    public Contact mine() {
        UUID me = current.id();
        return store.contact(me).orElse(NONE);
    }
}
