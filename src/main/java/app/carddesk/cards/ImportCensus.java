package app.carddesk.cards;

import app.carddesk.shared.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts, currency by currency, what a file would bring into the register. */
final class ImportCensus {

    private final Map<String, long[]> ofCards = new TreeMap<>();
    private final Map<String, Long> ofStock = new TreeMap<>();

    void count(ImportRow.OfCard card) {
        Worth balance = card.balance();
        long[] sums = ofCards.computeIfAbsent(balance.unit(), unit -> new long[2]);
        sums[0]++;
        // More than there can be stays more than there can be, instead of turning into less than nothing.
        sums[1] = Math.addExact(sums[1], balance.quantity());
    }

    void count(ImportRow.OfStock card) {
        ofStock.merge(card.shelf().unit(), 1L, Long::sum);
    }

    /** Whether money comes with it: balances, or cards whose codes somebody had in their hands. */
    boolean bringsMoney() {
        return !ofStock.isEmpty() || ofCards.values().stream().anyMatch(sums -> sums[1] > 0);
    }

    List<ImportTotal> totals() {
        List<ImportTotal> totals = new ArrayList<>();
        ofCards.forEach((unit, sums) -> totals.add(new ImportTotal(unit, sums[0], Worth.of(sums[1], unit))));
        ofStock.forEach((unit, cards) -> totals.add(new ImportTotal(unit, cards, null)));
        return totals;
    }
}
