package app.carddesk.crash;

import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.StockArrived;
import app.carddesk.cards.TestCards;
import app.carddesk.evidence.KnownPictures;
import app.carddesk.replacements.Confirmed;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Worth;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;

/** Does what is killed, through the services every screen uses. */
final class Acts {

    private static final String WHY = "The shop closed down.";

    private final Replacements replacements;
    private final TestRequests cases;
    private final TestCards cards;
    private final SignIn signIn;
    private final ApplicationEventPublisher events;
    private final Lookout lookout;

    Acts(
            Replacements replacements,
            TestRequests cases,
            TestCards cards,
            SignIn signIn,
            ApplicationEventPublisher events,
            Lookout lookout) {
        this.replacements = replacements;
        this.cases = cases;
        this.cards = cards;
        this.signIn = signIn;
        this.events = events;
        this.lookout = lookout;
    }

    /** Everything up to the act, committed. */
    Job prepare(Deed deed) {
        return switch (deed) {
            case REQUEST_WITHIN_LIMIT -> job(deed, due(10_000), null, 1);
            case REQUEST_ABOVE_LIMIT -> job(deed, due(90_000), null, 0);
            case REFER -> job(deed, told(), null, 0);
            case APPROVE -> {
                TestCase told = told();
                yield job(deed, told, refer(told), 1);
            }
            case REFUSE, APPROVE_WITHOUT_STOCK -> {
                TestCase told = told();
                yield job(deed, told, refer(told), 0);
            }
            case RETRY, STOCK_ARRIVES -> {
                TestCase told = told();
                ReplacementRequest referred = refer(told);
                signIn.as("supervisor");
                Handled waits =
                        replacements.decide(referred.id(), referred.version(), new Decision.Approve(WHY), key());
                yield job(deed, told, ((Handled.Done) waits).request(), 1);
            }
        };
    }

    /** The act, to be run once whoever does it is signed in. */
    Supplier<Object> act(Job job) {
        return switch (job.deed()) {
            case REQUEST_WITHIN_LIMIT, REQUEST_ABOVE_LIMIT -> {
                signIn.as("agent");
                Confirmed confirmed = new Confirmed(job.caseId(), job.card(), Worth.of(job.amount(), job.unit()));
                yield () -> replacements.request(confirmed, job.key());
            }
            case REFER -> {
                signIn.as("agent");
                yield () -> replacements.refer(job.caseId(), WHY, job.key());
            }
            case APPROVE, APPROVE_WITHOUT_STOCK -> decide(job, new Decision.Approve(WHY));
            case REFUSE -> decide(job, new Decision.Refuse(WHY));
            case RETRY -> {
                signIn.as("agent");
                yield () -> replacements.retry(job.request());
            }
            case STOCK_ARRIVES -> {
                signIn.as("admin");
                yield () -> {
                    events.publishEvent(new StockArrived(UUID.randomUUID(), job.stock()));
                    return job.request();
                };
            }
        };
    }

    /** What an act came to, in one line. */
    String told(Object result) {
        return switch (result) {
            case Handled.Done done -> "done " + done.reached();
            case Handled.Refused refused -> "refused " + refused.why();
            case UUID request -> {
                signIn.as("agent");
                yield "done " + replacements.find(request).orElseThrow().state();
            }
            default -> throw new IllegalArgumentException(result.toString());
        };
    }

    /** Takes back what would wait for stock for ever, so that the next stock has nothing else to be tried for. */
    void settle(Job job) {
        if (job.deed() == Deed.APPROVE_WITHOUT_STOCK) {
            signIn.as("agent");
            Handled withdrawn = replacements.withdraw(job.request(), key());
            if (!(withdrawn instanceof Handled.Done)) {
                throw new IllegalStateException("Not withdrawn: " + withdrawn);
            }
        }
    }

    private Supplier<Object> decide(Job job, Decision decision) {
        signIn.as("supervisor");
        return () -> replacements.decide(job.request(), job.version(), decision, job.key());
    }

    private TestCase due(long balance) {
        AtomicReference<TestCase> made = new AtomicReference<>();
        KnownPictures.during(() -> made.set(cases.due(balance)));
        return made.get();
    }

    /** A case about a card of which nothing is in stock. */
    private TestCase told() {
        return cases.named(cases.told(cards.code(LocalDate.of(2099, 1, 1))));
    }

    private ReplacementRequest refer(TestCase told) {
        signIn.as("agent");
        return ((Handled.Done) replacements.refer(told.id(), WHY, key())).request();
    }

    private Job job(Deed deed, TestCase of, ReplacementRequest request, int stock) {
        Card card = of.card();
        if (stock > 0) {
            cards.stock(card, stock);
        }
        Job job = new Job(
                deed,
                of.id(),
                card.id(),
                card.balance().unit(),
                card.balance().quantity(),
                request == null ? null : request.id(),
                request == null ? 0 : request.version(),
                key(),
                stock,
                null);
        return job.with(lookout.traces(job));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
