package app.carddesk.cases;

import app.carddesk.shared.Language;
import app.carddesk.shared.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other modules need to know of a case. */
public record CaseSummary(
        UUID id,
        CaseNumber number,
        CaseState state,
        @Nullable Problem problem,
        @Nullable UUID cardId,
        @Nullable UUID customerId,
        @Nullable String customerName,
        @Nullable Language customerLanguage,
        @Nullable UUID assignee,
        Instant openedAt) {}
