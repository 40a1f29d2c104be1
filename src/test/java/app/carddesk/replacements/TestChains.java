package app.carddesk.replacements;

import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.TestRequests.TestCase;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Replaces cards, each in a case of its own: by an agent, and where that takes a decision, with a supervisor's. */
@Component
public class TestChains {

    private final TestRequests requests;
    private final TestCards cards;
    private final CardRegister register;
    private final Replacements replacements;
    private final SignIn signIn;

    TestChains(
            TestRequests requests, TestCards cards, CardRegister register, Replacements replacements, SignIn signIn) {
        this.requests = requests;
        this.cards = cards;
        this.register = register;
        this.replacements = replacements;
        this.signIn = signIn;
    }

    /** A replacement that was issued, and the card that was. */
    public record Replaced(TestCase of, ReplacementRequest request, Card issued) {}

    public Replaced replace(Card card) {
        TestCase due = requests.due(card);
        cards.stock(card, 1);
        ReplacementRequest request = reached(replacements.request(due.confirmed(), key()));
        if (request.state() == RequestState.PENDING) {
            signIn.as("supervisor");
            request = reached(replacements.decide(request.id(), request.version(), new Decision.Approve(null), key()));
        }
        if (request.issued() == null) {
            throw new IllegalStateException("Nothing was issued: " + request);
        }
        return new Replaced(due, request, register.find(request.issued()).orElseThrow());
    }

    private static ReplacementRequest reached(Handled handled) {
        if (handled instanceof Handled.Done done) {
            return done.request();
        }
        throw new IllegalStateException("Refused: " + handled);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
