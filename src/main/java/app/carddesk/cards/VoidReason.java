package app.carddesk.cards;

/** Why a card was voided (terms, section 4). */
public enum VoidReason {
    FRAUD,
    CHARGEBACK,
    STOLEN_STOCK,
    RESALE,
    ISSUER_ERROR
}
