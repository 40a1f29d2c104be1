package app.carddesk.shared;

/** Whether a card is a thing in the hand or came by e-mail; it decides which proofs are needed. */
public enum CardForm {
    PHYSICAL,
    DIGITAL
}
