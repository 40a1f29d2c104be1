package app.carddesk.cases;

import app.carddesk.shared.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as one line of a list. */
public record CaseLine(
        UUID id,
        CaseNumber number,
        CaseState state,
        @Nullable Problem problem,
        @Nullable String customerName,
        @Nullable String serial,
        @Nullable UUID assignee,
        @Nullable LocalDate callBack,
        Instant openedAt,
        Instant changedAt) {}
