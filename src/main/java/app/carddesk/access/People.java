package app.carddesk.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work here, as others see them. */
@Service
@ForEveryone
@Transactional(readOnly = true)
public class People {

    private static final String NOBODY = "?";

    private final PersonStore store;

    /** Names are shown on every line of a timeline and change next to never. */
    private final Map<UUID, String> names = new ConcurrentHashMap<>();

    People(PersonStore store) {
        this.store = store;
    }

    public Optional<Person> find(UUID id) {
        return store.byId(id);
    }

    /** What others call this person; "?" for someone who is not known. */
    public String name(UUID id) {
        String known = names.get(id);
        if (known != null) {
            return known;
        }
        Optional<String> found = store.byId(id).map(Person::name);
        found.ifPresent(name -> names.put(id, name));
        return found.orElse(NOBODY);
    }

    /** Everyone who ever worked here, and Carddesk itself, by name. */
    public List<Person> everyone() {
        return store.everyone();
    }

    /** Everyone who holds this role and may sign in, by name. */
    public List<Person> withRole(Role role) {
        return store.withRole(role);
    }
}
