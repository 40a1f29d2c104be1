package app.carddesk.cards;

import app.carddesk.shared.AuditedEvent;
import java.util.Locale;
import java.util.UUID;

/** Somebody did something with an import. What came of the import itself is {@link CardsImported}. */
record ImportAct(UUID subjectId, What what) implements AuditedEvent {

    /** What was done. */
    enum What {
        RECEIVED,
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
