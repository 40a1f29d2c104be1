package app.carddesk.access;

import app.carddesk.shared.Ids;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** People whom the demo does not have. */
@Component
public class TestPeople {

    private final PersonStore store;
    private final PasswordEncoder passwords;
    private final Ids ids;

    TestPeople(PersonStore store, PasswordEncoder passwords, Ids ids) {
        this.store = store;
        this.passwords = passwords;
        this.ids = ids;
    }

    /** The username of somebody who is an administrator and nothing else. */
    public synchronized String administratorAlone() {
        String username = "administrator-alone";
        if (store.byUsername(username).isEmpty()) {
            Person person =
                    new Person(ids.next(), username, "Atle Alene", Set.of(Role.ADMINISTRATOR), null, Theme.SYSTEM);
            store.add(person, passwords.encode("carddesk"));
        }
        return username;
    }
}
