package app.carddesk.access;

import app.carddesk.shared.Language;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works at the desk.
 *
 * @param username what they sign in with
 * @param name what others call them
 * @param language the language they chose, or null to follow the browser
 */
public record Person(
        UUID id,
        String username,
        String name,
        Set<Role> roles,
        @Nullable Language language,
        Theme theme) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
