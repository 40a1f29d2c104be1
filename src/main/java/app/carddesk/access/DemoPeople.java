package app.carddesk.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the demo, all with one well-known password. They exist in the demo profile only. */
@Component
@Profile("demo")
@Order(DemoPeople.ORDER)
public class DemoPeople implements ApplicationRunner {

    /** Before everything else the demo brings, which is done in these people's names. */
    public static final int ORDER = 0;

    public static final UUID AGENT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    public static final UUID AGENT_2 = UUID.fromString("00000000-0000-7000-8000-000000000002");
    public static final UUID SUPERVISOR = UUID.fromString("00000000-0000-7000-8000-000000000003");
    public static final UUID ADMIN = UUID.fromString("00000000-0000-7000-8000-000000000004");

    private static final String PASSWORD = "carddesk";

    private final PersonStore store;
    private final PasswordEncoder passwords;

    DemoPeople(PersonStore store, PasswordEncoder passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        String hash = passwords.encode(PASSWORD);
        for (Person person : List.of(
                person(AGENT, "agent", "Alva Lind", Role.AGENT),
                person(AGENT_2, "agent2", "Bjarne Holm", Role.AGENT),
                person(SUPERVISOR, "supervisor", "Solveig Dahl", Role.SUPERVISOR),
                person(ADMIN, "admin", "Asta Krogh", Role.ADMINISTRATOR, Role.SUPERVISOR))) {
            if (store.byId(person.id()).isEmpty()) {
                store.add(person, hash);
                store.setContact(person.id(), contact(person));
            }
        }
    }

    /** Reserved for examples (RFC 2606); the numbers belong to nobody (ITU country code 999). */
    private static PersonContacts.Contact contact(Person person) {
        long last = person.id().getLeastSignificantBits() & 0xff;
        return new PersonContacts.Contact(person.username() + "@carddesk.example", "+45700001%02d".formatted(last));
    }

    private static Person person(UUID id, String username, String name, Role... roles) {
        return new Person(id, username, name, Set.of(roles), null, Theme.SYSTEM);
    }
}
