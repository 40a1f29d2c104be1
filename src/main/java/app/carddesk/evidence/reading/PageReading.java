package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import java.util.List;

/**
 * What was read on a page. Of the text itself nothing is kept: it is full of personal data.
 *
 * @param isWhole whether everything on it was read that can be read here; false where time ran out or a reader failed
 * @param covered the areas that were painted over because a redemption code stood there
 * @param serials possible serial numbers, upper case without blanks
 * @param dates possible days of purchase, ISO 8601, the most likely first
 * @param receiptNumbers numbers of receipts, the most likely first
 * @param totals totals to pay: the currency's code where it is known, a blank, and a decimal number
 * @param printSought whether a reader of print looked at the page, whatever it found; false where none is installed
 * @param known whether nobody needs to read the page, because Carddesk drew it itself
 */
public record PageReading(
        boolean isWhole,
        List<PageArea> covered,
        List<Found> serials,
        List<Found> dates,
        List<Found> receiptNumbers,
        List<Found> totals,
        boolean printSought,
        boolean known) {

    /** Nothing was read. */
    public static final PageReading NOTHING = nothing(false, false);

    /** Nothing was read, because it is known what stands there. */
    public static final PageReading KNOWN = nothing(false, true);

    /** Nothing was read, though a reader looked: the page is too small for any print. */
    static final PageReading SOUGHT_IN_VAIN = nothing(true, false);

    public PageReading {
        covered = List.copyOf(covered);
        serials = List.copyOf(serials);
        dates = List.copyOf(dates);
        receiptNumbers = List.copyOf(receiptNumbers);
        totals = List.copyOf(totals);
    }

    private static PageReading nothing(boolean printSought, boolean known) {
        return new PageReading(true, List.of(), List.of(), List.of(), List.of(), List.of(), printSought, known);
    }
}
