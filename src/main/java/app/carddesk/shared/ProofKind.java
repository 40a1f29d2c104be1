package app.carddesk.shared;

/** What a proof is meant to show. */
public enum ProofKind {
    /** A picture of the whole front of a physical card. */
    FRONT,
    /** A picture of the whole back of a physical card. */
    BACK,
    /** A proof of purchase that shows when the card was bought. */
    RECEIPT,
    /** The e-mail a digital card came in; it takes the place of front and back. */
    EMAIL,
    /** The serial number, seen on one of the pictures. Not a file of its own. */
    SERIAL,
    /** Anything else worth keeping; never required. */
    OTHER
}
