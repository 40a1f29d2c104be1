package app.carddesk.replacements;

import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Words;
import app.carddesk.shared.Worth;
import app.carddesk.terms.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an act on a request was refused, as everyday work expects it to happen now and then. */
public sealed interface Refusal {

    /**
     * The verdict, the card or the amount is no longer what was confirmed, requested or decided on.
     *
     * @param now the row of the verdict table that applies now
     * @param amount what stands on the ledger now
     */
    record VerdictChanged(Rule now, @Nullable Worth amount) implements Refusal {}

    /** The card or the case has a request already, perhaps one that was issued. */
    record AlreadyLive(RequestNumber number, CaseNumber caseNumber, RequestState state) implements Refusal {

        AlreadyLive(ReplacementRequest live) {
            this(live.number(), live.caseNumber(), live.state());
        }
    }

    /** Nobody decides on their own request, whatever their roles. */
    record OwnRequest() implements Refusal {}

    /** The case is about the person signed in: somebody else works on it. */
    record OwnCase() implements Refusal {}

    /** The card was brought into the register, or money onto it, by whoever asks or decides. */
    record BroughtIn() implements Refusal {}

    /** What is in stock was brought in by whoever asked or decided. */
    record OwnStock() implements Refusal {}

    /** The customer's e-mail or phone was changed since; the request is returned and judged anew. */
    record ContactChanged() implements Refusal {}

    /** The customer's e-mail or phone was changed after it was read; nothing was issued. */
    record AddressChanged() implements Refusal {}

    /** Only the requester may do this. */
    record NotYours() implements Refusal {}

    /** Someone else acted on the request since it was read. */
    record Stale(RequestState now) implements Refusal {}

    /**
     * Something stands against the request that whoever approves it has not seen; nothing was issued.
     *
     * @param unseen only that
     */
    record NewMarks(Outlook unseen) implements Refusal {}

    /** Somebody looked at it before. */
    record LookedAtBefore() implements Refusal {}

    /** The request has gone on to a state in which this cannot be done. */
    record WrongState(RequestState now) implements Refusal {}

    /** Nothing unused stands on the ledger: a correction there comes first. */
    record NothingOnLedger() implements Refusal {}

    /** The card's state does not allow a replacement; a linked card needs a correction on the ledger first. */
    record NotReplaceable(CardState state) implements Refusal {}

    /** The card was replaced before; there is never a second. */
    record AlreadyReplaced() implements Refusal {}

    /** The case has no card of the register. */
    record NoCard() implements Refusal {}

    /** Nobody is named on the case, or there is no way to reach them; nothing is replaced for nobody. */
    record NobodyToReach(boolean named, boolean reachable) implements Refusal {

        static Optional<Refusal> on(CaseGuard.Reach reach) {
            return reach.isSomebody()
                    ? Optional.empty()
                    : Optional.of(new NobodyToReach(reach.isNamed(), reach.byMail() || reach.byPhone()));
        }
    }

    /** Whoever decides wrote the address the code would go to, after the replacement was asked for. */
    record OwnAddress() implements Refusal {}

    record CaseClosed() implements Refusal {}

    /** What was written cannot be kept. */
    record UnfitWords(Words.Fault fault) implements Refusal {

        static Optional<Refusal> in(@Nullable String text) {
            return Words.fault(text).map(UnfitWords::new);
        }
    }

    /** The key was used before, for something else. */
    record KeyReused() implements Refusal {}

    /** The key is empty or longer than 100 characters. */
    record KeyUnfit() implements Refusal {}
}
