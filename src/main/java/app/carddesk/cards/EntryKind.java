package app.carddesk.cards;

/** Why a balance moved. */
public enum EntryKind {
    /** The face value came onto the card from its issuer. */
    ACTIVATION,
    /** Something was bought with it. */
    SPENDING,
    /** The balance went to the account the card was linked to (terms, section 3). */
    LINKING,
    /** The unused balance went to the card that replaced this one (terms, section 8). */
    REPLACEMENT,
    /** Two supervisors put a wrong balance right. */
    CORRECTION,
    /** Two supervisors took an earlier entry back. */
    REVERSAL
}
