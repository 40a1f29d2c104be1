package app.carddesk.conservation;

import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.Correcting;
import app.carddesk.cards.Correction;
import app.carddesk.cards.CorrectionReason;
import app.carddesk.cards.CorrectionWish;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.TestCards;
import app.carddesk.conservation.Model.ModelCard;
import app.carddesk.conservation.Model.ModelRequest;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.Refusal;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Content;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The desk itself beside the model: every act is done in both, and both must say the same of it and stand the same
 * afterwards. Its cards are of an item nobody else has, so its stock is its own; the item counts like money does.
 */
final class World {

    final Model model = new Model();
    private final Content item = new Content("world-" + UUID.randomUUID(), 1);
    final List<UUID> cards = new ArrayList<>();
    final List<UUID> requests = new ArrayList<>();
    final Parts parts;

    /**
     * What of the application a world is made of.
     *
     * @param deciders two supervisors who correct no card: the first decides, and the second about what came from a
     *     card that the first activated by deciding
     */
    record Parts(
            Replacements replacements,
            Corrections corrections,
            TestRequests cases,
            TestCards cards,
            SignIn signIn,
            JdbcClient jdbc,
            List<String> deciders) {}

    World(Parts parts) {
        this.parts = parts;
    }

    /** Does an act in both; null where they agree, else what differs. */
    String step(Act act) {
        boolean said = real(act);
        boolean expected = modelled(act);
        if (said != expected) {
            return act + " said " + said + " and should have said " + expected;
        }
        return compare(act);
    }

    private Card card(Act act) {
        return parts.cards.by(cards.get(act.pick() % cards.size()));
    }

    boolean real(Act act) {
        parts.signIn.as("agent");
        return switch (act.what()) {
            case IMPORT -> cards.add(importCard(act.amount()));
            case STOCK -> !stock().isEmpty();
            case EXPIRE -> expire();
            case ACTIVATE -> parts.cards.activate(card(act));
            case SPEND -> parts.cards.buy(card(act), act.amount());
            case LINK -> parts.cards.link(card(act));
            case VOID -> parts.cards.makeVoid(card(act));
            case REFER -> refer(act);
            case WITHDRAW -> !requests.isEmpty() && withdraw(act);
            case RETURN -> !requests.isEmpty() && decide(act, new Decision.Return("Which shop was it?"));
            case APPROVE -> !requests.isEmpty() && decide(act, new Decision.Approve("Plain enough."));
            case REFUSE -> !requests.isEmpty() && decide(act, new Decision.Refuse("It was not ours."));
            case RETRY ->
                !requests.isEmpty()
                        && done(parts.replacements.retry(request(act).id()));
            case CORRECT ->
                correct(
                        new CorrectionWish.Balance(
                                card(act).id(), card(act).balance(), Worth.of(act.amount(), item.unit())),
                        act.other());
            case CORRECT_ACTIVATION ->
                correct(new CorrectionWish.Activation(card(act).id(), card(act).balance()), false);
        };
    }

    boolean modelled(Act act) {
        int card = cards.isEmpty() ? 0 : act.pick() % Math.max(1, model.cards.size());
        int request = requests.isEmpty() ? 0 : act.pick() % Math.max(1, model.requests.size());
        return switch (act.what()) {
            case IMPORT -> model.register(act.amount()) >= 0;
            case STOCK -> {
                model.stock++;
                yield true;
            }
            case EXPIRE -> {
                boolean any = model.stock > 0;
                model.stock = 0;
                yield any;
            }
            case ACTIVATE -> model.activate(card);
            case SPEND -> model.spend(card, act.amount());
            case LINK -> model.link(card);
            case VOID -> model.makeVoid(card);
            case REFER -> model.cards.get(card).state != CardState.REPLACED && model.refer(card, by(act));
            case WITHDRAW -> !model.requests.isEmpty() && model.withdraw(request, by(act));
            case RETURN -> !model.requests.isEmpty() && model.giveBack(request);
            case APPROVE -> !model.requests.isEmpty() && model.approve(request);
            case REFUSE -> !model.requests.isEmpty() && model.refuse(request);
            case RETRY -> !model.requests.isEmpty() && model.retry(request);
            case CORRECT -> model.correct(card, act.amount(), act.other());
            case CORRECT_ACTIVATION -> model.correctActivation(card);
        };
    }

    /** Who asks. */
    static String by(Act act) {
        return act.other() ? "agent2" : "agent";
    }

    private UUID importCard(long face) {
        return parts.cards
                .card(
                        TestCards.serial("EPY"),
                        CardKind.CONTENT_CODE,
                        CardForm.PHYSICAL,
                        Region.DENMARK,
                        CardState.NOT_ACTIVATED,
                        Worth.of(face, item.unit()),
                        LocalDate.of(2099, 1, 1))
                .id();
    }

    private List<?> stock() {
        return parts.cards.stock(parts.cards.by(cards.getFirst()), 1);
    }

    /** What lies in the stock expires; nothing of it is issued any more. */
    private boolean expire() {
        return parts.jdbc
                        .sql("update replacement_stock set expiry = :past where unit = :unit and state = 'AVAILABLE'"
                                + " and expiry > :past")
                        .param("past", LocalDate.of(2020, 1, 1))
                        .param("unit", item.unit())
                        .update()
                > 0;
    }

    private boolean refer(Act act) {
        Card card = card(act);
        if (card.state() == CardState.REPLACED) {
            return false;
        }
        TestCase told = parts.cases.named(parts.cases.told(card));
        parts.signIn.as(by(act));
        Handled handled = parts.replacements.refer(told.id(), "Please look at it.", key());
        if (handled instanceof Handled.Done(ReplacementRequest request, var _)) {
            requests.add(request.id());
        }
        return done(handled);
    }

    private boolean withdraw(Act act) {
        parts.signIn.as(by(act));
        return done(parts.replacements.withdraw(request(act).id(), key()));
    }

    private boolean decide(Act act, Decision decision) {
        ReplacementRequest request = request(act);
        Handled handled = decide(request, decision, parts.deciders.getFirst());
        if (handled instanceof Handled.Refused(Refusal.BroughtIn _)) {
            handled = decide(request, decision, parts.deciders.getLast());
        }
        if (handled instanceof Handled.Done) {
            adopt();
        }
        return done(handled);
    }

    private Handled decide(ReplacementRequest request, Decision decision, String decider) {
        parts.signIn.as(decider);
        return parts.replacements.decide(request.id(), request.version(), decision, key());
    }

    private boolean correct(CorrectionWish wish, boolean sameSupervisor) {
        parts.signIn.as("supervisor");
        Correcting asked = parts.corrections.ask(wish, CorrectionReason.BOOKING_ERROR, "As the till says.", key());
        if (!(asked instanceof Correcting.Done(Correction correction, var _))) {
            return false;
        }
        parts.signIn.as(sameSupervisor ? "supervisor" : "admin");
        boolean confirmed = parts.corrections.confirm(correction.id(), key()) instanceof Correcting.Done;
        if (!confirmed) {
            parts.signIn.as("supervisor");
            parts.corrections.withdraw(correction.id(), key());
        }
        return confirmed;
    }

    private ReplacementRequest request(Act act) {
        return parts.replacements
                .find(requests.get(act.pick() % requests.size()))
                .orElseThrow();
    }

    /** Cards that were issued join the list, in the order they were. */
    private void adopt() {
        parts
                .jdbc
                .sql("select new_card from replacement where unit = :unit order by issued_at, id")
                .param("unit", item.unit())
                .query(UUID.class)
                .list()
                .stream()
                .filter(issued -> !cards.contains(issued))
                .forEach(cards::add);
    }

    String compare(Act act) {
        adopt();
        if (cards.size() != model.cards.size()) {
            return "after " + act + " there are " + cards.size() + " cards and should be " + model.cards.size();
        }
        for (int i = 0; i < cards.size(); i++) {
            Card card = parts.cards.by(cards.get(i));
            ModelCard should = model.cards.get(i);
            if (card.state() != should.state || card.balance().quantity() != should.balance) {
                return "after " + act + " card " + i + " is " + card.state() + " with "
                        + card.balance().quantity() + " and should be " + should.state + " with " + should.balance;
            }
        }
        for (int i = 0; i < requests.size(); i++) {
            String standing = parts.replacements
                    .find(requests.get(i))
                    .orElseThrow()
                    .state()
                    .name();
            ModelRequest should = model.requests.get(i);
            if (!standing.startsWith(should.standing.name())) {
                return "after " + act + " request " + i + " is " + standing + " and should be " + should.standing;
            }
        }
        Map<String, Long> sums = Map.of(
                "stock",
                model.stock,
                "issued",
                model.issued,
                "spent",
                model.spent,
                "linked",
                model.linked,
                "corrected",
                model.corrected);
        return sums.equals(sums()) ? null : "after " + act + " the sums are " + sums() + " and should be " + sums;
    }

    /** The sums of this world's item: what came from the issuer, went out, was corrected, and lies in the stock. */
    Map<String, Long> sums() {
        return Map.of(
                "stock",
                parts.jdbc
                        .sql("select count(*) from replacement_stock where unit = :unit and state = 'AVAILABLE'"
                                + " and expiry > :today")
                        .param("unit", item.unit())
                        .param("today", LocalDate.of(2021, 1, 1))
                        .query(Long.class)
                        .single(),
                "issued",
                -net("ISSUER"),
                "spent",
                net("SPENT"),
                "linked",
                net("LINKED"),
                "corrected",
                -net("CORRECTION"));
    }

    private long net(String side) {
        return parts.jdbc
                .sql("""
                        select coalesce(sum(case when e.credit = a.id then e.amount else -e.amount end), 0)
                          from ledger_account a join ledger_entry e on e.credit = a.id or e.debit = a.id
                         where a.system_key = :key""")
                .param("key", side + ":" + item.unit())
                .query(Long.class)
                .single();
    }

    private static boolean done(Handled handled) {
        return handled instanceof Handled.Done;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
