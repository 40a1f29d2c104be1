package app.carddesk.access;

import java.util.Set;
import java.util.UUID;

/** Carddesk itself, which acts where no person does: imports, retries, the demo's first day. */
public final class SystemPerson {

    public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000000");

    static final Person PERSON = new Person(ID, "carddesk", "Carddesk", Set.of(Role.values()), null, Theme.SYSTEM);

    private SystemPerson() {}
}
