package app.carddesk.cards;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.Worth;
import java.util.Locale;
import java.util.UUID;

/** A correction was asked for, confirmed, refused or withdrawn. Published in the transaction of the act. */
public record CorrectionChanged(Correction correction) implements AuditedEvent {

    @Override
    public String act() {
        return "correction." + correction.state().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String subjectKind() {
        return "card";
    }

    @Override
    public UUID subjectId() {
        return correction.cardId();
    }

    @Override
    public String before() {
        return written(correction.before());
    }

    @Override
    public String after() {
        return written(correction.after());
    }

    @Override
    public String reason() {
        return correction.kind() + ":" + correction.reason() + ":" + correction.id();
    }

    private static String written(Worth worth) {
        return worth.quantity() + ":" + worth.unit();
    }
}
