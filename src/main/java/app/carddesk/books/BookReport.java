package app.carddesk.books;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a look through the books came to, all of it as of one moment.
 *
 * @param cards how many cards were looked at
 * @param figures by unit; content items are one line together
 * @param findings what does not balance, at most {@value #SHOWN} of each check
 * @param more by check, that there are more than are told
 */
public record BookReport(long cards, List<Figures> figures, List<Finding> findings, Map<BookCheck, Boolean> more) {

    /** The most findings of one check that are told. */
    public static final int SHOWN = 100;

    /** The unit under which all content items stand together. */
    public static final String CONTENT = "item";

    public BookReport {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
        more = Map.copyOf(more);
    }

    public boolean balances() {
        return findings.isEmpty();
    }

    /**
     * Sums of one unit, in minor units of a currency or pieces of content.
     *
     * @param corrected what corrections added, less what they took away
     * @param replacements how many cards were issued for others
     * @param replaced what was moved to them
     */
    public record Figures(
            String unit,
            BigInteger issued,
            BigInteger corrected,
            BigInteger spent,
            BigInteger linked,
            BigInteger onCards,
            long replacements,
            BigInteger replaced) {

        /** What should stand on the cards. */
        public BigInteger expected() {
            return issued.add(corrected).subtract(spent).subtract(linked);
        }
    }

    /**
     * @param subject the serial, request or unit it is about
     * @param stands what stands there, where it is a sum
     * @param expected what should, where it is a sum
     */
    public record Finding(
            BookCheck check,
            String subject,
            @Nullable BigInteger stands,
            @Nullable BigInteger expected) {}
}
