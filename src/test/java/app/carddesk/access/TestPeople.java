package app.carddesk.access;

import app.carddesk.shared.Ids;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** People whom the demo does not have. */
@Component
public class TestPeople {

    private final PersonStore store;
    private final PasswordEncoder passwords;
    private final Ids ids;
    private final JdbcClient jdbc;

    TestPeople(PersonStore store, PasswordEncoder passwords, Ids ids, JdbcClient jdbc) {
        this.store = store;
        this.passwords = passwords;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    /** The username of a new agent, who has done nothing yet. */
    public String newAgent() {
        return add(Role.AGENT, new PersonContacts.Contact(null, null));
    }

    /** The username of a new person of this role who can be reached so. */
    public String add(Role role, PersonContacts.Contact contact) {
        UUID id = ids.next();
        Person person = new Person(id, "p-" + id, "Prøve Person", Set.of(role), null, Theme.SYSTEM);
        store.add(person, "no password");
        store.setContact(id, contact);
        return person.username();
    }

    /** One person of each role, named after it, where there is no demo to bring them; harmless to repeat. */
    public void desk() {
        for (Role role : Role.values()) {
            String username = role == Role.ADMINISTRATOR ? "admin" : role.name().toLowerCase(Locale.ROOT);
            if (store.byUsername(username).isEmpty()) {
                store.add(
                        new Person(ids.next(), username, "Prøve Person", Set.of(role), null, Theme.SYSTEM),
                        "no password");
            }
        }
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

    /** The username of an agent whom no other test knows. */
    public String agent() {
        UUID id = ids.next();
        String username = "agent-" + id;
        store.add(
                new Person(id, username, "Agnes Agent", Set.of(Role.AGENT), null, Theme.SYSTEM),
                passwords.encode("carddesk"));
        return username;
    }

    /** From now on this person may not sign in. */
    public void disable(String username) {
        enabled(username, false);
    }

    public void enable(String username) {
        enabled(username, true);
    }

    private void enabled(String username, boolean enabled) {
        jdbc.sql("update person set enabled = :enabled where username = :username")
                .param("enabled", enabled)
                .param("username", username)
                .update();
    }
}
