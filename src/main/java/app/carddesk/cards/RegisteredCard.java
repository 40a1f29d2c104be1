package app.carddesk.cards;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A card that may change. Its state moves only through the transitions here; money moves in the {@link Ledger}. */
final class RegisteredCard {

    private final UUID id;
    private final Serial serial;
    private final CardKind kind;
    private final CardForm form;
    private final Region soldIn;
    private final @Nullable String retailer;
    private final Worth faceValue;
    private final @Nullable LocalDate expiry;

    private CardState state;
    private @Nullable VoidReason voidReason;
    private @Nullable Instant activatedAt;
    private @Nullable UUID replacedBy;

    private RegisteredCard(
            UUID id,
            Serial serial,
            CardKind kind,
            CardForm form,
            Region soldIn,
            @Nullable String retailer,
            Worth faceValue,
            @Nullable LocalDate expiry,
            CardState state,
            @Nullable VoidReason voidReason,
            @Nullable Instant activatedAt) {
        this.id = id;
        this.serial = serial;
        this.kind = kind;
        this.form = form;
        this.soldIn = soldIn;
        this.retailer = retailer;
        this.faceValue = faceValue;
        this.expiry = expiry;
        this.state = state;
        this.voidReason = voidReason;
        this.activatedAt = activatedAt;
    }

    /** A card that nobody has activated yet. */
    static RegisteredCard unactivated(
            UUID id,
            Serial serial,
            CardKind kind,
            CardForm form,
            Region soldIn,
            @Nullable String retailer,
            Worth faceValue,
            @Nullable LocalDate expiry) {
        return new RegisteredCard(
                id, serial, kind, form, soldIn, retailer, faceValue, expiry, CardState.NOT_ACTIVATED, null, null);
    }

    /** The card as it was read. */
    static RegisteredCard of(Card card) {
        return new RegisteredCard(
                card.id(),
                card.serial(),
                card.kind(),
                card.form(),
                card.soldIn(),
                card.retailer(),
                card.faceValue(),
                card.expiry(),
                card.state(),
                card.voidReason(),
                card.activatedAt());
    }

    /** What a transition did, for the history. */
    record Transition(CardState from, CardState to) {}

    Transition activate(Instant at) {
        Transition transition = move(CardState.ACTIVE, CardState.NOT_ACTIVATED);
        activatedAt = at;
        return transition;
    }

    Transition link() {
        return move(CardState.LINKED, CardState.ACTIVE);
    }

    /** The balance came back from the account; the card is used as a card again. */
    Transition unlink() {
        return move(CardState.ACTIVE, CardState.LINKED);
    }

    /** A balance stays where it stands, frozen (terms, section 4). */
    Transition makeVoid(VoidReason reason) {
        Transition transition = move(CardState.VOIDED, CardState.NOT_ACTIVATED, CardState.ACTIVE, CardState.LINKED);
        voidReason = reason;
        return transition;
    }

    /** What was frozen can be used again. */
    Transition liftVoid() {
        Transition transition = move(CardState.ACTIVE, CardState.VOIDED);
        voidReason = null;
        return transition;
    }

    Transition replaceBy(UUID card) {
        Transition transition = move(CardState.REPLACED, CardState.ACTIVE);
        replacedBy = card;
        return transition;
    }

    private Transition move(CardState to, CardState first, CardState... others) {
        if (!EnumSet.of(first, others).contains(state)) {
            throw new IllegalStateException("A card that is " + state + " does not become " + to);
        }
        Transition transition = new Transition(state, to);
        state = to;
        return transition;
    }

    UUID id() {
        return id;
    }

    Serial serial() {
        return serial;
    }

    CardKind kind() {
        return kind;
    }

    CardForm form() {
        return form;
    }

    Region soldIn() {
        return soldIn;
    }

    @Nullable String retailer() {
        return retailer;
    }

    Worth faceValue() {
        return faceValue;
    }

    @Nullable LocalDate expiry() {
        return expiry;
    }

    CardState state() {
        return state;
    }

    @Nullable VoidReason voidReason() {
        return voidReason;
    }

    @Nullable Instant activatedAt() {
        return activatedAt;
    }

    @Nullable UUID replacedBy() {
        return replacedBy;
    }
}
