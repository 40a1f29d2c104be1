package app.carddesk.cards;

import org.jspecify.annotations.Nullable;

/**
 * A row of an imported file that was not taken.
 *
 * @param line the line of the file on which it begins, counted from 1
 * @param column the column that is wrong, or null if it is the row as a whole
 * @param cell what stood there, or null where it might be a redemption code
 */
public record Refusal(
        long line,
        Reason reason,
        @Nullable String column,
        @Nullable String cell) {

    /** Why a row is refused. */
    public enum Reason {
        /** More or fewer cells than the header. */
        CELL_COUNT,
        MISSING,
        UNKNOWN_VALUE,
        TOO_LONG,
        BAD_SERIAL,
        /** A redemption code stands where none may be. */
        CODE_HERE,
        /** What stands there is not a redemption code. */
        NOT_A_CODE,
        SERIAL_KNOWN,
        /** More than one amount may be meant, as by {@code 1.000}. */
        AMBIGUOUS_AMOUNT,
        BAD_AMOUNT,
        BAD_DATE,
        IN_FUTURE,
        /** More is left than the card was sold for. */
        ABOVE_FACE_VALUE,
        CURRENCY_OF_REGION,
        /** A value that this kind or state of card does not have. */
        NOT_FOR_THIS,
        /** The card that was replaced is not in the register, or not earlier in the file. */
        NO_SUCH_CARD,
        /** The card that was replaced is another kind, or not active, or holds another amount. */
        NOT_REPLACEABLE
    }
}
