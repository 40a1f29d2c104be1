package app.carddesk.cards;

import app.carddesk.cards.CardHistory.ChangeReason;
import app.carddesk.cards.CardStore.Change;
import app.carddesk.cards.Ledger.Occasion;
import app.carddesk.cards.Ledger.Opening;
import app.carddesk.cards.Ledger.Posting;
import app.carddesk.cards.Ledger.Side;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The cards of one batch with all that belongs to them, collected to be written a table at a time: a journal that tells
 * how each balance came about, and the states the card has had.
 */
final class CardBatch {

    private final UUID by;
    private final UUID run;
    private final Instant now;

    final List<RegisteredCard> cards = new ArrayList<>();
    final List<Opening> openings = new ArrayList<>();
    final List<Posting> postings = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();

    /**
     * @param run the import, to which the entries refer
     * @param now stands in where the file tells no time
     */
    CardBatch(UUID by, UUID run, Instant now) {
        this.by = by;
        this.run = run;
        this.now = now;
    }

    void add(UUID id, ImportRow.OfCard row) {
        RegisteredCard card = unactivated(id, row);
        Instant later = row.changedAt() == null ? now : row.changedAt();
        CardState from = null;
        if (row.activatedAt() != null) {
            card.activate(row.activatedAt());
            from = record(card, row.activatedAt(), from, ChangeReason.IMPORT.name());
            post(Side.ISSUER.account(unit(row)), id, row.faceValue(), EntryKind.ACTIVATION, row.activatedAt());
            Worth spent = Worth.of(row.faceValue().quantity() - row.balance().quantity(), unit(row));
            post(id, Side.SPENT.account(unit(row)), spent, EntryKind.SPENDING, later);
        } else {
            from = record(card, later, from, ChangeReason.IMPORT.name());
        }
        VoidReason voidReason = row.voidReason();
        if (voidReason != null) {
            card.makeVoid(voidReason);
            record(card, later, from, voidReason.name());
        }
        long standing = row.balance().quantity();
        if (row.state() == CardState.LINKED) {
            card.link();
            record(card, later, from, ChangeReason.IMPORT.name());
            post(id, Side.LINKED.account(unit(row)), row.balance(), EntryKind.LINKING, later);
            standing = 0;
        }
        cards.add(card);
        openings.add(new Opening(id, unit(row), standing));
    }

    static RegisteredCard unactivated(UUID id, ImportRow.OfCard row) {
        return RegisteredCard.unactivated(
                id, row.serial(), row.kind(), row.form(), row.region(), row.retailer(), row.faceValue(), row.expiry());
    }

    private static String unit(ImportRow.OfCard row) {
        return row.faceValue().unit();
    }

    private CardState record(RegisteredCard card, Instant at, @Nullable CardState from, String reason) {
        changes.add(new Change(card.id(), at, by, from, card.state(), reason));
        return card.state();
    }

    private void post(UUID debit, UUID credit, Worth amount, EntryKind kind, Instant at) {
        if (!amount.isNothing()) {
            postings.add(new Posting(debit, credit, amount, kind, new Occasion(at, by, run)));
        }
    }
}
