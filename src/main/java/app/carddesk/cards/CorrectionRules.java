package app.carddesk.cards;

import app.carddesk.cards.CorrectionStore.Entry;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Worth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What can be corrected. An unactivated card has no balance: its activation is booked. A balance is corrected where it
 * stands: on active cards and, frozen, on voided ones, between nothing and what the card was first sold for. What was
 * spent, linked or corrected can be taken back once; taking a linking back makes the card active again. A replaced card
 * has given its balance away for good: its replacement is corrected instead.
 */
@Component
class CorrectionRules {

    private static final Set<CardState> WITH_BALANCE = EnumSet.of(CardState.ACTIVE, CardState.VOIDED);

    private final CorrectionStore store;

    CorrectionRules(CorrectionStore store) {
        this.store = store;
    }

    /** What a wish comes to on a card as it stands. */
    sealed interface Outcome {

        /**
         * @param other the account on the other side
         */
        record Possible(CorrectionKind kind, Worth before, Worth after, UUID other) implements Outcome {}

        record Impossible(CorrectionRefusal why) implements Outcome {}
    }

    Outcome judge(Card card, CorrectionWish wish) {
        return switch (wish) {
            case CorrectionWish.Activation _ when card.state() != CardState.NOT_ACTIVATED -> notIn(card.state());
            case CorrectionWish.Activation _ ->
                possible(card, CorrectionKind.ACTIVATION, card.faceValue(), Ledger.Side.ISSUER);
            case CorrectionWish.Balance _ when !hasBalance(card) -> notIn(card.state());
            case CorrectionWish.Balance(UUID _, Worth seen, Worth _)
            when !seen.equals(card.balance()) -> impossible(new CorrectionRefusal.BalanceChanged(card.balance()));
            case CorrectionWish.Balance(UUID _, Worth _, Worth after) -> balance(card, after);
            case CorrectionWish.Reversal(UUID _, Worth seen, UUID _)
            when !seen.equals(card.balance()) -> impossible(new CorrectionRefusal.BalanceChanged(card.balance()));
            case CorrectionWish.Reversal(UUID _, Worth _, UUID entry) -> reversal(card, entry);
        };
    }

    /** A card that was voided before anybody activated it never had one. */
    private static boolean hasBalance(Card card) {
        return WITH_BALANCE.contains(card.state()) && card.activatedAt() != null;
    }

    private Outcome balance(Card card, Worth after) {
        if (!after.unit().equals(card.balance().unit()) || after.equals(card.balance())) {
            return impossible(new CorrectionRefusal.NothingToCorrect());
        }
        Worth most = store.firstFaceValue(card);
        return after.quantity() > most.quantity()
                ? impossible(new CorrectionRefusal.AboveFaceValue(most))
                : possible(card, CorrectionKind.BALANCE, after, Ledger.Side.CORRECTION);
    }

    private Outcome reversal(Card card, UUID id) {
        Optional<Entry> found = store.entry(card.id(), id);
        if (found.isEmpty() || found.get().reversed()) {
            return impossible(new CorrectionRefusal.NotReversible());
        }
        Entry entry = found.get();
        boolean came = entry.credit().equals(card.id());
        long amount = entry.amount().quantity();
        long now = card.balance().quantity();
        if (came && amount > now) {
            return impossible(new CorrectionRefusal.NotCovered(card.balance()));
        }
        Worth after = Worth.of(
                came ? now - amount : Math.addExact(now, amount), entry.amount().unit());
        boolean fitting = switch (entry.kind()) {
            case SPENDING, CORRECTION -> hasBalance(card);
            case LINKING -> card.state() == CardState.LINKED;
            case ACTIVATION, REPLACEMENT, REVERSAL -> false;
        };
        if (!fitting) {
            return isReversible(entry.kind()) ? notIn(card.state()) : impossible(new CorrectionRefusal.NotReversible());
        }
        Worth most = store.firstFaceValue(card);
        return after.quantity() > most.quantity()
                ? impossible(new CorrectionRefusal.AboveFaceValue(most))
                : new Outcome.Possible(
                        CorrectionKind.REVERSAL, card.balance(), after, came ? entry.debit() : entry.credit());
    }

    static boolean isReversible(EntryKind kind) {
        return switch (kind) {
            case SPENDING, LINKING, CORRECTION -> true;
            case ACTIVATION, REPLACEMENT, REVERSAL -> false;
        };
    }

    private static Outcome possible(Card card, CorrectionKind kind, Worth after, Ledger.Side other) {
        return new Outcome.Possible(kind, card.balance(), after, other.account(after.unit()));
    }

    private static Outcome notIn(CardState state) {
        return impossible(new CorrectionRefusal.NotInState(state));
    }

    private static Outcome impossible(CorrectionRefusal why) {
        return new Outcome.Impossible(why);
    }
}
