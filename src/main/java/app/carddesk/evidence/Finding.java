package app.carddesk.evidence;

import app.carddesk.evidence.pictures.PageArea;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was read on a picture. It says what the picture seems to show, and changes nothing by itself.
 *
 * @param page of the proof, counted from 1
 * @param value a serial number, an ISO 8601 day, a receipt's number in capitals, or a sum as {@link Sum} reads it; empty
 *     for a covered code, of which nothing is kept, and for a page that was not read
 * @param source what it was read from; null where there is no value
 * @param area where it stands on the page
 * @param place how likely it is what it is taken for, among those of its kind on the page; 1 is the likeliest
 * @param dismissed whether somebody said that it is of no use
 */
public record Finding(
        UUID id,
        UUID proof,
        int page,
        Kind kind,
        String value,
        @Nullable Source source,
        PageArea area,
        int place,
        boolean dismissed) {

    /** What was read. */
    public enum Kind {
        SERIAL,
        PURCHASE_DATE,
        RECEIPT_NUMBER,
        /** What was paid in all. */
        TOTAL,
        /** A redemption code stood there and is painted over in everything that is kept. */
        COVERED_CODE,
        /** The page could not be read in time: whatever stands on it is shown as it is. */
        UNREAD
    }

    /** What it was read from. */
    public enum Source {
        BARCODE,
        TEXT
    }

    /**
     * What was paid in all.
     *
     * @param currency null where the receipt does not tell, or only says kr
     */
    public record Sum(BigDecimal amount, @Nullable Currency currency) {}

    /** The day that was read; only for {@link Kind#PURCHASE_DATE}. */
    public LocalDate date() {
        require(Kind.PURCHASE_DATE);
        return LocalDate.parse(value);
    }

    /** The sum that was read; only for {@link Kind#TOTAL}. */
    public Sum sum() {
        require(Kind.TOTAL);
        int blank = value.indexOf(' ');
        return new Sum(
                new BigDecimal(value.substring(blank + 1)),
                blank < 0 ? null : Currency.getInstance(value.substring(0, blank)));
    }

    private void require(Kind wanted) {
        if (kind != wanted) {
            throw new IllegalStateException("A finding of another kind");
        }
    }
}
