package app.carddesk;

import app.carddesk.access.TestPeople;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may come to a screen or a service: the roles, alone and together, and whoever is not signed in. */
enum Caller {
    AGENT,
    SUPERVISOR,
    /** The demo's administrator, who is a supervisor too. */
    ADMINISTRATOR_AND_SUPERVISOR,
    ADMINISTRATOR,
    NOBODY;

    /** Agents and supervisors. */
    static final Set<Caller> DESK = EnumSet.of(AGENT, SUPERVISOR, ADMINISTRATOR_AND_SUPERVISOR);

    static final Set<Caller> SUPERVISORS = EnumSet.of(SUPERVISOR, ADMINISTRATOR_AND_SUPERVISOR);

    static final Set<Caller> ADMINISTRATORS = EnumSet.of(ADMINISTRATOR_AND_SUPERVISOR, ADMINISTRATOR);

    /** Supervisors and administrators. */
    static final Set<Caller> OVERSIGHT = EnumSet.of(SUPERVISOR, ADMINISTRATOR_AND_SUPERVISOR, ADMINISTRATOR);

    static final Set<Caller> SIGNED_IN = EnumSet.complementOf(EnumSet.of(NOBODY));

    static final Set<Caller> ANYBODY = EnumSet.allOf(Caller.class);

    /** The username, or null for nobody. */
    @Nullable String username(TestPeople people) {
        return switch (this) {
            case AGENT -> "agent";
            case SUPERVISOR -> "supervisor";
            case ADMINISTRATOR_AND_SUPERVISOR -> "admin";
            case ADMINISTRATOR -> people.administratorAlone();
            case NOBODY -> null;
        };
    }
}
