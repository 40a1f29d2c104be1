package app.carddesk.letters;

import app.carddesk.cases.CaseNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to send a redemption code to another address, or once more.
 *
 * @param replacement whose code it is
 * @param request the request for the replacement
 * @param replacedFor who requested the replacement, and so never decides on this
 * @param address where the code shall go
 * @param words why
 * @param version goes up with every change
 * @param decision null as long as nobody decided
 */
public record CodeAddressRequest(
        UUID id,
        UUID replacement,
        UUID request,
        UUID replacedFor,
        UUID caseId,
        CaseNumber caseNumber,
        CodeAddressKind kind,
        String address,
        String words,
        CodeAddressState state,
        UUID by,
        Instant at,
        long version,
        @Nullable Taken decision) {

    /**
     * What was decided.
     *
     * @param words why it was refused
     */
    public record Taken(UUID by, Instant at, @Nullable String words) {}

    /** Nothing personal, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "CodeAddressRequest[" + id + ", " + kind + ", " + state + "]";
    }
}
