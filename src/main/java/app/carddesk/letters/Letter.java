package app.carddesk.letters;

import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter, without its words and its address.
 *
 * @param language the customer's own, or English where that is not known
 * @param edited whether somebody changed what the template says
 * @param by who wrote it; null where Carddesk did
 * @param againOf the letter that this one sends once more
 * @param dueAt when it is handed over next, while it waits
 * @param endedAt when it was sent, printed, given up or came back
 * @param bounce why it came back, if it did
 * @param delayedAt when a mail system on the way told that it is still trying
 */
public record Letter(
        UUID id,
        UUID caseId,
        CaseNumber caseNumber,
        LetterKind kind,
        Language language,
        LetterState state,
        boolean edited,
        @Nullable UUID by,
        @Nullable UUID request,
        @Nullable UUID replacement,
        @Nullable UUID newCard,
        @Nullable UUID againOf,
        int attempts,
        @Nullable LetterProblem problem,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable Bounce bounce,
        @Nullable Instant delayedAt) {}
