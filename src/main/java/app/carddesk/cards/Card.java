package app.carddesk.cards;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card as the register and the ledger know it.
 *
 * @param soldIn the region it was sold in
 * @param faceValue what it was sold for; of an unactivated card this is a face value and no balance
 * @param balance the unused balance, from the ledger
 * @param voidReason of voided cards only
 * @param activatedAt when it was activated, or null if it never was
 * @param expiry of content codes only
 * @param replacedBy the serial of the card that replaced this one
 * @param replaces the serial of the card this one was issued for
 */
public record Card(
        UUID id,
        Serial serial,
        CardKind kind,
        CardForm form,
        Region soldIn,
        @Nullable String retailer,
        CardState state,
        @Nullable VoidReason voidReason,
        @Nullable Instant activatedAt,
        Worth faceValue,
        Worth balance,
        @Nullable LocalDate expiry,
        @Nullable Serial replacedBy,
        @Nullable Serial replaces) {

    /** The currency of a gift card, else null. */
    public @Nullable Currency currency() {
        return faceValue instanceof Money money ? money.currency() : null;
    }
}
