package app.carddesk.cards;

import static app.carddesk.cards.ImportColumn.ACTIVATED_AT;
import static app.carddesk.cards.ImportColumn.BALANCE;
import static app.carddesk.cards.ImportColumn.CHANGED_AT;
import static app.carddesk.cards.ImportColumn.CONTENT_ITEM;
import static app.carddesk.cards.ImportColumn.CURRENCY;
import static app.carddesk.cards.ImportColumn.EXPIRY;
import static app.carddesk.cards.ImportColumn.FACE_VALUE;
import static app.carddesk.cards.ImportColumn.FORM;
import static app.carddesk.cards.ImportColumn.KIND;
import static app.carddesk.cards.ImportColumn.REDEMPTION_CODE;
import static app.carddesk.cards.ImportColumn.REPLACES;
import static app.carddesk.cards.ImportColumn.RETAILER;
import static app.carddesk.cards.ImportColumn.SERIAL;
import static app.carddesk.cards.ImportColumn.STATE;
import static app.carddesk.cards.ImportColumn.VOID_REASON;

import app.carddesk.cards.ImportCells.RefusedCell;
import app.carddesk.cards.ImportRun.Content;
import app.carddesk.cards.Refusal.Reason;
import app.carddesk.cards.Stock.Shelf;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row of an imported file, as far as it can be judged by itself. */
sealed interface ImportRow {

    /** The line on which it begins, counted from 1. */
    long line();

    record Refused(Refusal refusal) implements ImportRow {

        @Override
        public long line() {
            return refusal.line();
        }
    }

    /**
     * @param activatedAt null for a card that never was
     * @param changedAt when it was last spent from, linked or voided, if the file tells
     * @param balance what is unused, or was when the card was linked
     * @param replaces the card it was issued for
     */
    record OfCard(
            long line,
            Serial serial,
            CardKind kind,
            CardForm form,
            Region region,
            @Nullable String retailer,
            CardState state,
            @Nullable VoidReason voidReason,
            @Nullable Instant activatedAt,
            @Nullable Instant changedAt,
            Worth faceValue,
            Worth balance,
            @Nullable LocalDate expiry,
            @Nullable Serial replaces)
            implements ImportRow {}

    record OfStock(
            long line, Serial serial, Shelf shelf, @Nullable LocalDate expiry, String code) implements ImportRow {

        @Override
        public String toString() {
            return "OfStock[" + line + "]";
        }
    }

    static ImportRow read(Content content, ImportCells cells) {
        try {
            cells.refuseStrayCodes();
            return switch (content) {
                case CARDS -> card(cells);
                case STOCK -> stock(cells);
            };
        } catch (RefusedCell refused) {
            return new Refused(refused.refusal());
        }
    }

    private static OfCard card(ImportCells cells) throws RefusedCell {
        Serial serial = cells.serial(SERIAL);
        CardKind kind = cells.constant(KIND, CardKind.class);
        CardForm form = cells.constant(FORM, CardForm.class);
        Region region = cells.region();
        CardState state = cells.constant(STATE, CardState.class);
        if (state == CardState.REPLACED) {
            // The card that replaced it says so; a replaced card without its replacement cannot be.
            throw cells.refuse(STATE, Reason.NOT_FOR_THIS);
        }
        Worth faceValue = faceValue(cells, kind, region);
        VoidReason voidReason = cells.onlyIf(state == CardState.VOIDED, VOID_REASON)
                ? cells.constant(VOID_REASON, VoidReason.class)
                : null;
        Instant activatedAt = activatedAt(cells, state);
        Instant changedAt = cells.given(CHANGED_AT) ? cells.time(CHANGED_AT) : null;
        if (changedAt != null && !mayHaveChanged(state, activatedAt, changedAt)) {
            throw cells.refuse(CHANGED_AT, Reason.NOT_FOR_THIS);
        }
        Serial replaces = cells.given(REPLACES) ? cells.serial(REPLACES) : null;
        if (replaces != null && (state != CardState.ACTIVE || replaces.equals(serial))) {
            throw cells.refuse(REPLACES, Reason.NOT_FOR_THIS);
        }
        return new OfCard(
                cells.line(),
                serial,
                kind,
                form,
                region,
                cells.text(RETAILER, 120),
                state,
                voidReason,
                activatedAt,
                changedAt,
                faceValue,
                balance(cells, faceValue, activatedAt),
                expiry(cells, kind),
                replaces);
    }

    /** What happened after the activation: it was spent from, linked or voided. */
    private static boolean mayHaveChanged(CardState state, @Nullable Instant activatedAt, Instant changedAt) {
        return state != CardState.NOT_ACTIVATED && (activatedAt == null || !changedAt.isBefore(activatedAt));
    }

    private static OfStock stock(ImportCells cells) throws RefusedCell {
        Serial serial = cells.serial(SERIAL);
        CardKind kind = cells.constant(KIND, CardKind.class);
        Shelf shelf = new Shelf(kind, cells.constant(FORM, CardForm.class), cells.region(), unit(cells, kind));
        String code = RedemptionCodes.normalize(cells.required(REDEMPTION_CODE));
        if (!code.matches("X[A-Z0-9]{15}")) {
            throw cells.refuse(REDEMPTION_CODE, Reason.NOT_A_CODE);
        }
        return new OfStock(cells.line(), serial, shelf, expiry(cells, kind), code);
    }

    private static String unit(ImportCells cells, CardKind kind) throws RefusedCell {
        Region region = cells.region();
        Currency currency = region.currency();
        if (cells.given(CURRENCY) && !currency.getCurrencyCode().equalsIgnoreCase(cells.required(CURRENCY))) {
            throw cells.refuse(CURRENCY, Reason.CURRENCY_OF_REGION);
        }
        if (!cells.onlyIf(kind == CardKind.CONTENT_CODE, CONTENT_ITEM)) {
            return currency.getCurrencyCode();
        }
        String item = cells.required(CONTENT_ITEM);
        if (!Pattern.matches("[a-z0-9][a-z0-9-]{0,59}", item)) {
            throw cells.refuse(CONTENT_ITEM, Reason.UNKNOWN_VALUE);
        }
        return app.carddesk.shared.Content.PREFIX + item;
    }

    private static Worth faceValue(ImportCells cells, CardKind kind, Region region) throws RefusedCell {
        String unit = unit(cells, kind);
        if (kind == CardKind.CONTENT_CODE) {
            if (cells.given(FACE_VALUE) && cells.pieces(FACE_VALUE) != 1) {
                throw cells.refuse(FACE_VALUE, Reason.BAD_AMOUNT);
            }
            return Worth.of(1, unit);
        }
        Money money = cells.amount(FACE_VALUE, region.currency());
        if (money.isNothing()) {
            throw cells.refuse(FACE_VALUE, Reason.BAD_AMOUNT);
        }
        return money;
    }

    private static @Nullable Instant activatedAt(ImportCells cells, CardState state) throws RefusedCell {
        return switch (state) {
            case NOT_ACTIVATED -> {
                if (cells.given(ACTIVATED_AT)) {
                    throw cells.refuse(ACTIVATED_AT, Reason.NOT_FOR_THIS);
                }
                yield null;
            }
            case ACTIVE, LINKED, REPLACED -> cells.time(ACTIVATED_AT);
            case VOIDED -> cells.given(ACTIVATED_AT) ? cells.time(ACTIVATED_AT) : null;
        };
    }

    private static Worth balance(ImportCells cells, Worth faceValue, @Nullable Instant activatedAt) throws RefusedCell {
        if (!cells.given(BALANCE)) {
            return activatedAt == null ? Worth.of(0, faceValue.unit()) : faceValue;
        }
        Worth balance = faceValue instanceof Money money
                ? cells.amount(BALANCE, money.currency())
                : Worth.of(cells.pieces(BALANCE), faceValue.unit());
        if (activatedAt == null && !balance.isNothing()) {
            throw cells.refuse(BALANCE, Reason.NOT_FOR_THIS);
        }
        if (balance.quantity() > faceValue.quantity()) {
            throw cells.refuse(BALANCE, Reason.ABOVE_FACE_VALUE);
        }
        return balance;
    }

    private static @Nullable LocalDate expiry(ImportCells cells, CardKind kind) throws RefusedCell {
        return cells.onlyIf(kind.expires(), EXPIRY) ? cells.date(EXPIRY) : null;
    }
}
