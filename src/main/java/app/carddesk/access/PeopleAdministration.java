package app.carddesk.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators change about others. It holds from the next request on, whatever windows those have open: they are
 * signed out, and sign in anew as they stand now. Nobody changes themselves, so that nobody gives themselves a role and
 * there is always an administrator left.
 */
@Service
@ForAdministrators
@Transactional
public class PeopleAdministration {

    private final PersonStore store;
    private final CurrentPerson current;
    private final ApplicationEventPublisher events;

    PeopleAdministration(PersonStore store, CurrentPerson current, ApplicationEventPublisher events) {
        this.store = store;
        this.current = current;
        this.events = events;
    }

    /** What came of it. */
    public enum Result {
        DONE,
        /** It was so already. */
        UNCHANGED,
        UNKNOWN_PERSON,
        /** Somebody else has to do it. */
        ONESELF,
        /** Whoever works here has at least one role. */
        NO_ROLE,
        /** There is nothing to sign in with yet. */
        NO_PASSWORD
    }

    /** From now on this person may not sign in; wherever they are signed in, they are signed out. */
    public Result disable(UUID person) {
        return setEnabled(person, false);
    }

    /** From now on this person may sign in again. */
    public Result enable(UUID person) {
        return setEnabled(person, true);
    }

    /** Gives this person these roles and no others. */
    public Result assignRoles(UUID person, Set<Role> roles) {
        if (person.equals(current.id())) {
            return Result.ONESELF;
        }
        if (roles.isEmpty()) {
            return Result.NO_ROLE;
        }
        Optional<SignedIn> found = locked(person);
        if (found.isEmpty()) {
            return Result.UNKNOWN_PERSON;
        }
        Set<Role> before = found.get().person().roles();
        if (before.equals(roles)) {
            return Result.UNCHANGED;
        }
        store.setRoles(person, roles);
        tell(new PersonChanged(person, PersonChanged.What.ROLES_CHANGED, names(before), names(roles)));
        return Result.DONE;
    }

    private Result setEnabled(UUID person, boolean enabled) {
        if (person.equals(current.id())) {
            return Result.ONESELF;
        }
        Optional<SignedIn> found = locked(person);
        if (found.isEmpty()) {
            return Result.UNKNOWN_PERSON;
        }
        if (found.get().isEnabled() == enabled) {
            return Result.UNCHANGED;
        }
        if (found.get().getPassword() == null) {
            return Result.NO_PASSWORD;
        }
        store.setEnabled(person, enabled);
        tell(new PersonChanged(person, enabled ? PersonChanged.What.ENABLED : PersonChanged.What.DISABLED, null, null));
        return Result.DONE;
    }

    /** Two administrators who disable each other at once must not leave none: one waits, and may not any more. */
    private Optional<SignedIn> locked(UUID person) {
        store.lockAdministrators();
        boolean may = store.standing(current.id())
                .filter(me -> me.isEnabled() && me.person().has(Role.ADMINISTRATOR))
                .isPresent();
        if (!may) {
            throw new AccessDeniedException("No administrator any more");
        }
        return person.equals(SystemPerson.ID) ? Optional.empty() : store.standing(person);
    }

    private void tell(PersonChanged changed) {
        events.publishEvent(changed);
        events.publishEvent(new StandingChanged(changed.subjectId()));
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }
}
