package app.carddesk.cards;

import app.carddesk.cards.Refusal.Reason;
import app.carddesk.shared.Money;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.Region;
import app.carddesk.shared.TypedAmount;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read with a precise complaint where they cannot be. */
final class ImportCells {

    /** More characters than this of a refused cell are not repeated. */
    static final int REPEATED = 80;

    private static final int SHORTEST_CODE = 16;

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,10}([.,]\\d{1,4})?");
    private static final Pattern PIECES = Pattern.compile("[01]");
    private static final Pattern CODE_INSIDE = Pattern.compile("X[A-Z0-9]{15}");

    private final long line;
    private final List<ImportColumn> columns;
    private final List<String> cells;
    private final ZoneId zone;
    private final Instant now;

    /**
     * @param columns the header
     * @param cells as many as there are columns
     * @param zone the zone in which a day without a time begins
     */
    ImportCells(long line, List<ImportColumn> columns, List<String> cells, ZoneId zone, Instant now) {
        this.line = line;
        this.columns = columns;
        this.cells = cells;
        this.zone = zone;
        this.now = now;
    }

    /** A cell that cannot be read. Costs no stack trace, since a file may be full of them. */
    static final class RefusedCell extends Exception {

        private final transient Refusal refusal;

        RefusedCell(Refusal refusal) {
            super(refusal.reason().name(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    long line() {
        return line;
    }

    RefusedCell refuse(ImportColumn column, Reason reason) {
        return new RefusedCell(new Refusal(line, reason, column.header(), repeatable(column, cell(column))));
    }

    /** What may be told of a cell: never a redemption code, nor anything that might be one. */
    private static @Nullable String repeatable(ImportColumn column, String cell) {
        if (column == ImportColumn.REDEMPTION_CODE
                || RedemptionCodes.startsLikeCode(cell)
                || RedemptionCodes.containsCode(cell)
                || CODE_INSIDE.matcher(RedemptionCodes.normalize(cell)).find()) {
            return null;
        }
        return cell.length() > REPEATED ? cell.substring(0, REPEATED) : cell;
    }

    /** Refuses a row with a redemption code outside the column for it. */
    void refuseStrayCodes() throws RefusedCell {
        for (ImportColumn column : columns) {
            String cell = cell(column);
            boolean stray = switch (column) {
                case REDEMPTION_CODE -> false;
                case SERIAL, REPLACES -> RedemptionCodes.startsLikeCode(cell) || RedemptionCodes.containsCode(cell);
                case KIND,
                        FORM,
                        REGION,
                        CURRENCY,
                        CONTENT_ITEM,
                        EXPIRY,
                        RETAILER,
                        STATE,
                        VOID_REASON,
                        ACTIVATED_AT,
                        CHANGED_AT,
                        FACE_VALUE,
                        BALANCE -> cell.length() >= SHORTEST_CODE && RedemptionCodes.containsCode(cell);
            };
            if (stray) {
                throw refuse(column, Reason.CODE_HERE);
            }
        }
    }

    private String cell(ImportColumn column) {
        int index = columns.indexOf(column);
        return index < 0 ? "" : cells.get(index).strip();
    }

    boolean given(ImportColumn column) {
        return !cell(column).isEmpty();
    }

    /** Whether a column applies; if it does it is needed, and if not it must be empty. */
    boolean onlyIf(boolean applies, ImportColumn column) throws RefusedCell {
        if (applies && !given(column)) {
            throw refuse(column, Reason.MISSING);
        }
        if (!applies && given(column)) {
            throw refuse(column, Reason.NOT_FOR_THIS);
        }
        return applies;
    }

    String required(ImportColumn column) throws RefusedCell {
        String cell = cell(column);
        if (cell.isEmpty()) {
            throw refuse(column, Reason.MISSING);
        }
        return cell;
    }

    @Nullable String text(ImportColumn column, int longest) throws RefusedCell {
        String cell = cell(column);
        if (cell.length() > longest) {
            throw refuse(column, Reason.TOO_LONG);
        }
        return cell.isEmpty() ? null : cell;
    }

    Serial serial(ImportColumn column) throws RefusedCell {
        return Serial.parse(required(column)).orElseThrow(() -> refuse(column, Reason.BAD_SERIAL));
    }

    <E extends Enum<E>> E constant(ImportColumn column, Class<E> type) throws RefusedCell {
        try {
            return Enum.valueOf(type, required(column).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw refuse(column, Reason.UNKNOWN_VALUE);
        }
    }

    /** A region that has a currency. */
    Region region() throws RefusedCell {
        try {
            Region region = new Region(required(ImportColumn.REGION).toUpperCase(Locale.ROOT));
            if (Currency.getInstance(Locale.of("", region.code())) != null) {
                return region;
            }
        } catch (IllegalArgumentException e) {
            // Not a country; said below, together with one that has no currency.
        }
        throw refuse(ImportColumn.REGION, Reason.UNKNOWN_VALUE);
    }

    /** An amount in major units, with a point or a comma before the decimals. */
    Money amount(ImportColumn column, Currency currency) throws RefusedCell {
        String cell = required(column);
        if (!AMOUNT.matcher(cell).matches()) {
            throw refuse(column, Reason.BAD_AMOUNT);
        }
        return switch (TypedAmount.of(cell, currency)) {
            case TypedAmount.Read(Money money) -> money;
            case TypedAmount.Ambiguous(var readings) ->
                throw refuse(column, readings.size() > 1 ? Reason.AMBIGUOUS_AMOUNT : Reason.BAD_AMOUNT);
            case TypedAmount.Nothing _, TypedAmount.Unreadable _ -> throw refuse(column, Reason.BAD_AMOUNT);
        };
    }

    /** None or one. */
    long pieces(ImportColumn column) throws RefusedCell {
        String cell = required(column);
        if (!PIECES.matcher(cell).matches()) {
            throw refuse(column, Reason.BAD_AMOUNT);
        }
        return Long.parseLong(cell);
    }

    LocalDate date(ImportColumn column) throws RefusedCell {
        try {
            LocalDate date = LocalDate.parse(required(column));
            if (date.getYear() >= 1990 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeException e) {
            // Said below, together with a year nobody means.
        }
        throw refuse(column, Reason.BAD_DATE);
    }

    /** A day, which stands for its beginning here, or a time with its offset; not in the future. */
    Instant time(ImportColumn column) throws RefusedCell {
        String cell = required(column);
        Instant time;
        try {
            time = cell.length() > 10
                    ? OffsetDateTime.parse(cell).toInstant()
                    : date(column).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw refuse(column, Reason.BAD_DATE);
        }
        if (time.isAfter(now)) {
            throw refuse(column, Reason.IN_FUTURE);
        }
        return time;
    }
}
