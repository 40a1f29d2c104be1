package app.carddesk.cards;

import app.carddesk.shared.AuditedEvent;
import java.util.Locale;
import java.util.UUID;

/** Somebody did something with an import. What came of the import itself is {@link CardsImported}. */
record ImportAct(UUID subjectId, What what) implements AuditedEvent {

    /** What was done. */
    enum What {
        RECEIVED,
        /** It was read through, and waits for a second person. */
        PREPARED,
        /** A second person let it happen. */
        CONFIRMED,
        /** A second person turned it down. */
        REFUSED,
        /** Nobody confirmed it in time. */
        EXPIRED,
        CANCELLED,
        /** The refused rows were downloaded. */
        REFUSALS_TAKEN_OUT
    }

    @Override
    public String act() {
        return "import." + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String subjectKind() {
        return "import";
    }
}
