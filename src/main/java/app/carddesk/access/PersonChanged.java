package app.carddesk.access;

import app.carddesk.shared.AuditedEvent;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An administrator changed what a person may do. */
record PersonChanged(
        UUID subjectId,
        What what,
        @Nullable String before,
        @Nullable String after) implements AuditedEvent {

    /** What was changed. */
    enum What {
        DISABLED,
        ENABLED,
        ROLES_CHANGED
    }

    @Override
    public String act() {
        return "person." + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String subjectKind() {
        return "person";
    }
}
