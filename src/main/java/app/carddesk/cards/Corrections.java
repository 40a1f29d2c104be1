package app.carddesk.cards;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForSupervisors;
import app.carddesk.cards.CardHistory.ChangeReason;
import app.carddesk.cards.Ledger.Occasion;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Once;
import app.carddesk.shared.RetriedOnContention;
import app.carddesk.shared.Words;
import app.carddesk.shared.Worth;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections of what stands on a card: asked for by one supervisor with a reason, carried out by a second one as new
 * entries. A posted entry is never changed.
 *
 * <p>Each act takes a key, as requests for replacements do. Rows are held in the order key, correction, card, accounts;
 * the card stands where {@code Replacements} has it too.
 */
@Service
@ForSupervisors
@RetriedOnContention
public class Corrections {

    private final Once once;
    private final CorrectionStore store;
    private final CorrectionRules rules;
    private final CardStore cards;
    private final Ledger ledger;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final CorrectionAnswers answers;

    Corrections(
            Once once,
            CorrectionStore store,
            CorrectionRules rules,
            CardStore cards,
            Ledger ledger,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.once = once;
        this.store = store;
        this.rules = rules;
        this.cards = cards;
        this.ledger = ledger;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.answers = new CorrectionAnswers(store);
    }

    /** What waits for a second person, the oldest first. */
    @Transactional(readOnly = true)
    public List<Correction> waiting() {
        return store.waiting();
    }

    /** How many wait that the person signed in can confirm. */
    @Transactional(readOnly = true)
    public int countToConfirm() {
        return store.countForOthers(person.id());
    }

    /** The corrections of a card, newest first. */
    @Transactional(readOnly = true)
    public List<Correction> of(UUID card) {
        return store.ofCard(card);
    }

    /** What a wish would come to now, for a look before it is asked for: the balance before and after, or why not. */
    @Transactional(readOnly = true)
    public Preview preview(CorrectionWish wish) {
        Card card = cards.find(wish.card()).orElseThrow();
        return switch (rules.judge(card, wish)) {
            case CorrectionRules.Outcome.Possible possible -> new Preview.Fine(possible.before(), possible.after());
            case CorrectionRules.Outcome.Impossible impossible -> new Preview.NotPossible(impossible.why());
        };
    }

    /** Asks a second supervisor for a correction. Nothing is booked yet. */
    @Transactional
    public Correcting ask(CorrectionWish wish, CorrectionReason reason, String words, String key) {
        return act(key, "correction.ask", wish + "\n" + reason + "\n" + words, () -> {
            Optional<Words.Fault> fault = Words.fault(words);
            if (fault.isPresent()) {
                return refused(new CorrectionRefusal.UnfitWords(fault.get()));
            }
            Card card = cards.lock(wish.card()).orElseThrow();
            return switch (rules.judge(card, wish)) {
                case CorrectionRules.Outcome.Impossible impossible -> refused(impossible.why());
                case CorrectionRules.Outcome.Possible possible ->
                    asked(new Correction(
                            ids.next(),
                            card.id(),
                            card.serial(),
                            possible.kind(),
                            possible.before(),
                            possible.after(),
                            wish instanceof CorrectionWish.Reversal reversal ? reversal.entry() : null,
                            reason,
                            words.strip(),
                            CorrectionState.ASKED,
                            person.id(),
                            clock.instant(),
                            null));
            };
        });
    }

    /** Carries a correction out, by someone other than whoever asked, if the card still stands as it did. */
    @Transactional
    public Correcting confirm(UUID id, String key) {
        return act(key, "correction.confirm", id.toString(), () -> {
            Correction correction = store.lock(id).orElseThrow();
            Optional<CorrectionRefusal> notByMe = closedOrOwn(correction);
            if (notByMe.isPresent()) {
                return refused(notByMe.get());
            }
            Card card = cards.lock(correction.cardId()).orElseThrow();
            return switch (rules.judge(card, wish(correction))) {
                case CorrectionRules.Outcome.Impossible impossible -> refused(impossible.why());
                case CorrectionRules.Outcome.Possible possible -> {
                    Instant now = clock.instant();
                    store.confirmed(correction, person.id(), now);
                    store.closed(id, CorrectionState.CONFIRMED, person.id(), null, now);
                    book(correction, card, possible, new Occasion(now, person.id(), id));
                    yield done(id, CorrectionState.CONFIRMED);
                }
            };
        });
    }

    /** Turns a correction down, by someone other than whoever asked, with a reason. */
    @Transactional
    public Correcting refuse(UUID id, String words, String key) {
        return act(key, "correction.refuse", id + "\n" + words, () -> {
            Correction correction = store.lock(id).orElseThrow();
            Optional<CorrectionRefusal> refusal =
                    closedOrOwn(correction).or(() -> Words.fault(words).map(CorrectionRefusal.UnfitWords::new));
            return refusal.isPresent() ? refused(refusal.get()) : close(id, CorrectionState.REFUSED, words.strip());
        });
    }

    /** Takes a correction back, by whoever asked. */
    @Transactional
    public Correcting withdraw(UUID id, String key) {
        return act(key, "correction.withdraw", id.toString(), () -> {
            Correction correction = store.lock(id).orElseThrow();
            if (!correction.askedBy().equals(person.id())) {
                return refused(new CorrectionRefusal.NotYours());
            }
            return correction.state() == CorrectionState.ASKED
                    ? close(id, CorrectionState.WITHDRAWN, null)
                    : refused(new CorrectionRefusal.Over(correction.state()));
        });
    }

    private Correcting asked(Correction correction) {
        if (!store.insert(correction)) {
            return refused(new CorrectionRefusal.AlreadyAsked());
        }
        return done(correction.id(), CorrectionState.ASKED);
    }

    private void book(Correction correction, Card card, CorrectionRules.Outcome.Possible possible, Occasion occasion) {
        RegisteredCard registered = RegisteredCard.of(card);
        EntryKind kind = switch (correction.kind()) {
            case ACTIVATION -> {
                move(registered, registered.activate(occasion.at()), occasion);
                yield EntryKind.ACTIVATION;
            }
            case BALANCE -> EntryKind.CORRECTION;
            case REVERSAL -> {
                if (possible.other()
                        .equals(Ledger.Side.LINKED.account(possible.after().unit()))) {
                    move(registered, registered.unlink(), occasion);
                }
                yield EntryKind.REVERSAL;
            }
        };
        ledger.correct(
                correction.id(), card.id(), possible.before(), possible.after(), possible.other(), kind, occasion);
    }

    private void move(RegisteredCard card, RegisteredCard.Transition transition, Occasion occasion) {
        String reason = ChangeReason.CORRECTION.name();
        cards.update(card);
        cards.record(List.of(new CardStore.Change(
                card.id(), occasion.at(), occasion.actor(), transition.from(), transition.to(), reason)));
        events.publishEvent(new CardChanged(card.id(), transition.from(), transition.to(), reason));
    }

    private static CorrectionWish wish(Correction correction) {
        UUID card = correction.cardId();
        UUID entry = correction.entry();
        if (entry != null) {
            return new CorrectionWish.Reversal(card, correction.before(), entry);
        }
        return correction.kind() == CorrectionKind.ACTIVATION
                ? new CorrectionWish.Activation(card, correction.before())
                : new CorrectionWish.Balance(card, correction.before(), correction.after());
    }

    private Optional<CorrectionRefusal> closedOrOwn(Correction correction) {
        if (correction.askedBy().equals(person.id())) {
            return Optional.of(new CorrectionRefusal.OwnCorrection());
        }
        return correction.state() == CorrectionState.ASKED
                ? Optional.empty()
                : Optional.of(new CorrectionRefusal.Over(correction.state()));
    }

    private Correcting close(UUID id, CorrectionState state, @Nullable String words) {
        store.closed(id, state, person.id(), words, clock.instant());
        return done(id, state);
    }

    private Correcting done(UUID id, CorrectionState reached) {
        Correction correction = store.find(id).orElseThrow();
        events.publishEvent(new CorrectionChanged(correction));
        return new Correcting.Done(correction, reached);
    }

    private Correcting act(String key, String operation, String content, Supplier<Correcting> act) {
        return once.forKey(key, operation, person.id(), content, answers, act);
    }

    private static Correcting refused(CorrectionRefusal why) {
        return new Correcting.Refused(why);
    }

    /** What a correction would come to. */
    public sealed interface Preview {

        record Fine(Worth before, Worth after) implements Preview {}

        record NotPossible(CorrectionRefusal why) implements Preview {}
    }
}
