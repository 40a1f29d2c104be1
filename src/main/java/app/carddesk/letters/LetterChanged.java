package app.carddesk.letters;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something was done with a letter. Published in the transaction of the act; neither words nor address are told.
 *
 * @param why a constant, where there is a reason
 */
record LetterChanged(
        UUID subjectId,
        UUID caseId,
        LetterKind kind,
        LetterAct done,
        @Nullable String why) implements AuditedEvent {

    static LetterChanged of(Letter letter, LetterAct done, @Nullable Enum<?> why) {
        return new LetterChanged(letter.id(), letter.caseId(), letter.kind(), done, why == null ? null : why.name());
    }

    @Override
    public String act() {
        return done.key();
    }

    @Override
    public String subjectKind() {
        return "letter";
    }

    @Override
    public String stream() {
        return "case:" + caseId;
    }

    @Override
    public String after() {
        return kind.name();
    }

    @Override
    public @Nullable String reason() {
        return why;
    }
}
