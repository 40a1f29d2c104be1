package app.carddesk.replacements;

import app.carddesk.shared.AuditedEvent;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request was made, or came to another state. Published in the transaction of the change.
 *
 * @param was the state before, or null for a new request
 */
public record RequestChanged(
        UUID request,
        UUID caseId,
        @Nullable UUID customer,
        @Nullable RequestState was,
        RequestState now) implements AuditedEvent {

    @Override
    public String act() {
        return was == null ? "request.made" : "request." + now.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String subjectKind() {
        return "request";
    }

    @Override
    public UUID subjectId() {
        return request;
    }

    @Override
    public String stream() {
        return "case:" + caseId;
    }

    @Override
    public @Nullable String before() {
        return was == null ? null : was.name();
    }

    @Override
    public String after() {
        return now.name();
    }
}
