package app.carddesk.shared;

import java.util.Optional;
import java.util.UUID;

/** What acts are done to, by the names people know them by. Each module answers for what is its own. */
public interface NamedSubjects {

    /** What somebody means who types this, such as a case number or a serial. */
    Optional<UUID> idOf(String typed);

    /**
     * What people call it; never personal.
     *
     * @param kind as {@link AuditedEvent#subjectKind()} has it
     */
    Optional<String> nameOf(String kind, UUID id);
}
