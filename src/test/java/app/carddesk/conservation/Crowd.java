package app.carddesk.conservation;

import app.carddesk.cards.Card;
import app.carddesk.cards.Correcting;
import app.carddesk.cards.CorrectionReason;
import app.carddesk.cards.CorrectionWish;
import app.carddesk.cards.CorrectionWish.Balance;
import app.carddesk.conservation.Act.What;
import app.carddesk.conservation.World.Parts;
import app.carddesk.proof.AtOnce;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Worth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many people at the cards of a world at once. Whoever does something draws a number before their transaction ends, while
 * they still hold the rows they changed: of two acts on the same card or request the one that committed first has the
 * lower number, and acts that held no row in common may be done in either order. So the numbers are an order of commits,
 * and in that order the model must be able to do all that was done.
 */
final class Crowd {

    private static final int ATTEMPTS = 10;

    private final World world;
    private final Parts parts;
    private final TransactionTemplate transaction;
    private final List<UUID> cards;
    private final AtomicLong numbers = new AtomicLong();
    private final Queue<Done> done = new ConcurrentLinkedQueue<>();

    /** The cards of the world are those it has now; cards issued by the crowd are left alone. */
    Crowd(World world, TransactionTemplate transaction) {
        this.world = world;
        this.parts = world.parts;
        this.transaction = transaction;
        this.cards = List.copyOf(world.cards);
    }

    /**
     * An act that was done.
     *
     * @param request the one it was about, or that it made; null for an act on a card
     */
    private record Done(long number, Act act, UUID request) {}

    /** Lets everybody act at the same moment. */
    void act(List<Act> acts) throws Exception {
        AtOnce atOnce = new AtOnce(parts.signIn());
        acts.forEach(act -> atOnce.add("agent", () -> {
            real(act);
            return true;
        }));
        atOnce.go();
    }

    /** Does in the model what was done, in the order it was; what the model will not do, or null. */
    String replay() {
        for (Done next : inOrder()) {
            Act act = next.act();
            boolean onRequest = next.request() != null && act.what() != What.REFER;
            int pick = onRequest ? world.requests.indexOf(next.request()) : act.pick() % cards.size();
            if (!world.modelled(new Act(act.what(), pick, act.amount(), act.other()))) {
                return "the model does not do " + next;
            }
            if (act.what() == What.REFER) {
                world.requests.add(next.request());
            }
            if (act.what() == What.APPROVE) {
                world.cards.add(issued(next.request()));
            }
        }
        return null;
    }

    /** What was done, as often as it was. */
    List<What> done() {
        return inOrder().stream().map(one -> one.act().what()).toList();
    }

    private List<Done> inOrder() {
        List<Done> ordered = new ArrayList<>(done);
        ordered.sort(Comparator.comparingLong(Done::number));
        return ordered;
    }

    private void real(Act act) {
        Card card = parts.cards().by(cards.get(act.pick() % cards.size()));
        switch (act.what()) {
            case ACTIVATE -> onCard(act, () -> parts.cards().activate(card));
            case SPEND -> onCard(act, () -> parts.cards().buy(card, act.amount()));
            case LINK -> onCard(act, () -> parts.cards().link(card));
            case VOID -> onCard(act, () -> parts.cards().makeVoid(card));
            case REFER -> refer(act, card);
            case WITHDRAW ->
                onRequest(act, World.by(act), card, live -> parts.replacements().withdraw(live.id(), key()));
            case RETURN -> decide(act, card, new Decision.Return("Which shop was it?"));
            case APPROVE -> decide(act, card, new Decision.Approve("Plain enough."));
            case REFUSE -> decide(act, card, new Decision.Refuse("It was not ours."));
            case CORRECT ->
                correct(
                        act,
                        new Balance(
                                card.id(),
                                card.balance(),
                                Worth.of(act.amount(), card.faceValue().unit())));
            case CORRECT_ACTIVATION -> correct(act, new CorrectionWish.Activation(card.id(), card.balance()));
            case IMPORT, STOCK, EXPIRE, RETRY -> throw new IllegalArgumentException(act + " is not for a crowd");
        }
    }

    private void refer(Act act, Card card) {
        TestCase told = parts.cases().named(parts.cases().told(card));
        parts.signIn().as(World.by(act));
        inTurn(() -> request(parts.replacements().refer(told.id(), "Please look at it.", key()))
                // A case whose card was replaced meanwhile can be referred too; that is about no card of ours.
                .filter(request -> request.cardId() != null)
                .map(request -> numbered(act, request.id())));
    }

    /** None of these cards came from another, so whoever decides may decide about all of them. */
    private void decide(Act act, Card card, Decision decision) {
        onRequest(
                act,
                parts.deciders().getFirst(),
                card,
                live -> parts.replacements().decide(live.id(), live.version(), decision, key()));
    }

    private void onRequest(Act act, String by, Card card, Function<Live, Handled> handle) {
        Optional<Live> live = live(card);
        if (live.isPresent()) {
            parts.signIn().as(by);
            inTurn(() -> request(handle.apply(live.get())).map(request -> numbered(act, request.id())));
        }
    }

    /** Asking changes nothing yet; what is withdrawn afterwards leaves room for others to ask. */
    private void correct(Act act, CorrectionWish wish) {
        parts.signIn().as("supervisor");
        Correcting asked = parts.corrections().ask(wish, CorrectionReason.BOOKING_ERROR, "As the till says.", key());
        if (asked instanceof Correcting.Done wanted) {
            UUID id = wanted.correction().id();
            parts.signIn().as(act.other() ? "supervisor" : "admin");
            onCard(act, () -> parts.corrections().confirm(id, key()) instanceof Correcting.Done);
            parts.signIn().as("supervisor");
            parts.corrections().withdraw(id, key());
        }
    }

    private void onCard(Act act, Supplier<Boolean> doing) {
        inTurn(() -> doing.get() ? Optional.of(numbered(act, null)) : Optional.empty());
    }

    /** One transaction, begun anew as a whole where the database asks for it; its number counts once it is committed. */
    private void inTurn(Supplier<Optional<Done>> doing) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.execute(status -> doing.get()).ifPresent(done::add);
                return;
            } catch (TransientDataAccessException | UnexpectedRollbackException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Done numbered(Act act, UUID request) {
        return new Done(numbers.incrementAndGet(), act, request);
    }

    /** A request that holds a card, as whoever decides on it sees it. */
    private record Live(UUID id, long version) {}

    private Optional<Live> live(Card card) {
        return parts.jdbc()
                .sql("select id, version from replacement_request where live_card = :card")
                .param("card", card.id())
                .query((row, n) -> new Live(row.getObject("id", UUID.class), row.getLong("version")))
                .optional();
    }

    private UUID issued(UUID request) {
        return parts.jdbc()
                .sql("select new_card from replacement where request_id = :request")
                .param("request", request)
                .query(UUID.class)
                .single();
    }

    private static Optional<ReplacementRequest> request(Handled handled) {
        return handled instanceof Handled.Done it ? Optional.of(it.request()) : Optional.empty();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
