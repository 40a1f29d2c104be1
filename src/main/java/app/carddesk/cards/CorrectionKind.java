package app.carddesk.cards;

/** What a correction does. */
public enum CorrectionKind {
    /** Books the activation of a card at its face value. */
    ACTIVATION,
    /** Sets the balance up or down. */
    BALANCE,
    /** Takes an entry back, by its opposite. */
    REVERSAL
}
