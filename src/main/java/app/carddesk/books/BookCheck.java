package app.carddesk.books;

/** What is compared. Each has a sentence of its own on the screen, {@code bookCheck.<CONSTANT>}. */
public enum BookCheck {
    /** A card of the register has no account on the ledger. */
    CARD_WITHOUT_ACCOUNT,
    /** What is remembered to stand on a card is not the sum of its entries. */
    BALANCE_IS_NOT_POSTED,
    /** A card that is not activated, linked or replaced has a balance. */
    BALANCE_WHERE_NONE_CAN_BE,
    /** A card is marked replaced and nothing points from it to the card that replaced it, or the entry is missing. */
    REPLACED_WITHOUT_ENTRY,
    /** A replacement was issued and the ledger has no entry that moved its amount. */
    REPLACEMENT_WITHOUT_ENTRY,
    /** An entry moved a balance between two cards of which neither replaced the other, or without a replacement. */
    ENTRY_WITHOUT_REPLACEMENT,
    /** A card was taken from the stock and is not in the register as the one it was issued as. */
    TAKEN_WITHOUT_CARD,
    /** A card lies in the stock as available and is in the register already. */
    AVAILABLE_AND_ISSUED,
    /** A request still waits for a card that was replaced. */
    REQUEST_FOR_GONE_CARD,
    /** A request says issued without a replacement, or the other way round. */
    ISSUED_WITHOUT_REPLACEMENT,
    /** A correction was confirmed and not booked, or booked with another amount. */
    CORRECTION_WITHOUT_ENTRY,
    /** An entry that takes another one back is not its opposite. */
    REVERSAL_IS_NOT_OPPOSITE,
    /** What was issued and corrected, less what was spent and linked, is not what stands on the cards of a unit. */
    TOTALS_DIFFER
}
