package app.carddesk.audit;

import app.carddesk.shared.AuditedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that waits for its transaction to commit. */
record Happened(
        AuditedEvent event, UUID id, Instant at, @Nullable UUID actor, String cameFrom) {}
