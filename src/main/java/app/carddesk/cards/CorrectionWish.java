package app.carddesk.cards;

import app.carddesk.shared.Worth;
import java.util.UUID;

/**
 * What a supervisor would like to have corrected, and the balance they saw. Amounts are never added up here: the
 * balance that shall stand afterwards is named, and compared with the ledger.
 */
public sealed interface CorrectionWish {

    UUID card();

    /** The balance whoever asks saw; another one meanwhile refuses the correction. */
    Worth seen();

    /** Book the activation at the face value. */
    record Activation(UUID card, Worth seen) implements CorrectionWish {}

    /** Let this stand on the card. */
    record Balance(UUID card, Worth seen, Worth after) implements CorrectionWish {}

    /** Take back an entry: what was spent, linked or corrected. */
    record Reversal(UUID card, Worth seen, UUID entry) implements CorrectionWish {}
}
