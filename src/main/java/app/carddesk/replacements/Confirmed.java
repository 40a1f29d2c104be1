package app.carddesk.replacements;

import app.carddesk.shared.Worth;
import java.util.UUID;

/**
 * What the requester saw and confirmed. The amount is never taken from here: it is compared with the ledger, so that
 * nothing else is issued than what was confirmed.
 */
public record Confirmed(UUID caseId, UUID cardId, Worth amount) {}
