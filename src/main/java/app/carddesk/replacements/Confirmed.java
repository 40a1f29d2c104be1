package app.carddesk.replacements;

import app.carddesk.cases.CaseGuard;
import app.carddesk.shared.Worth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the requester saw and confirmed. The amount is never taken from here: it is compared with the ledger, so that
 * nothing else is issued than what was confirmed.
 *
 * @param contact as of which change the customer's e-mail was read; nothing goes to one that was written since
 */
public record Confirmed(UUID caseId, UUID cardId, Worth amount, CaseGuard.@Nullable Contact contact) {

    /** By somebody who was shown no address. */
    public Confirmed(UUID caseId, UUID cardId, Worth amount) {
        this(caseId, cardId, amount, null);
    }
}
