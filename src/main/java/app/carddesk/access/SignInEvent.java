package app.carddesk.access;

import app.carddesk.shared.AuditedEvent;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in or out, or tried to. What an unknown person typed as their name is not kept: people type their
 * password there.
 *
 * @param person who it is about; {@link SystemPerson#ID} where nobody has that name
 * @param reason why it failed, or what is closed
 */
record SignInEvent(UUID person, What what, @Nullable String reason) implements AuditedEvent {

    /** What was done. */
    enum What {
        SIGNED_IN,
        SIGNED_OUT,
        /** A sign-in that was refused. Nobody acted whom Carddesk knows. */
        REFUSED,
        /** Too many were refused: for a while nothing is tried. */
        CLOSED
    }

    @Override
    public String act() {
        return "sign-in." + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String subjectKind() {
        return "person";
    }

    @Override
    public UUID subjectId() {
        return person;
    }

    @Override
    public @Nullable UUID actor() {
        return what == What.REFUSED || what == What.CLOSED ? null : person;
    }
}
