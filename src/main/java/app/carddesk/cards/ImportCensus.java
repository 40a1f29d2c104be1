package app.carddesk.cards;

import app.carddesk.shared.Worth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts, currency by currency, what a file would bring into the register. */
final class ImportCensus {

    /** As many cards that would be replaced are named; nobody reads through more. */
    static final int MOST_NAMED = 1_000;

    private final Map<String, Sums> ofCards = new TreeMap<>();
    private final Map<String, Long> ofStock = new TreeMap<>();
    private final Set<Serial> replaced = new LinkedHashSet<>();

    private static final class Sums {
        private long cards;
        private long replacing;
        private long balance;
    }

    void count(ImportRow.OfCard card) {
        Worth balance = card.balance();
        Sums sums = ofCards.computeIfAbsent(balance.unit(), unit -> new Sums());
        sums.cards++;
        Serial old = card.replaces();
        if (old != null) {
            sums.replacing++;
            if (replaced.size() < MOST_NAMED) {
                replaced.add(old);
            }
        }
        // More than there can be stays as much as there can be, instead of turning into less than nothing.
        sums.balance =
                balance.quantity() > Long.MAX_VALUE - sums.balance ? Long.MAX_VALUE : sums.balance + balance.quantity();
    }

    void count(ImportRow.OfStock card) {
        ofStock.merge(card.shelf().unit(), 1L, Long::sum);
    }

    /**
     * Whether money comes or moves with it: balances, cards whose codes somebody had in their hands, or cards that take
     * over the balance of another one, even if nothing of it is left on them.
     */
    boolean bringsMoney() {
        return !ofStock.isEmpty() || ofCards.values().stream().anyMatch(sums -> sums.balance > 0 || sums.replacing > 0);
    }

    /** The cards whose balance others would take over; a thousand of them at most. */
    Set<Serial> replaced() {
        return Set.copyOf(replaced);
    }

    List<ImportTotal> totals() {
        List<ImportTotal> totals = new ArrayList<>();
        ofCards.forEach((unit, sums) ->
                totals.add(new ImportTotal(unit, sums.cards, sums.replacing, Worth.of(sums.balance, unit))));
        ofStock.forEach((unit, cards) -> totals.add(new ImportTotal(unit, cards, 0, null)));
        return totals;
    }
}
