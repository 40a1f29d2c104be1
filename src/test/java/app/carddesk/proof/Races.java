package app.carddesk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestInstallation;
import app.carddesk.access.TestPeople;
import app.carddesk.books.Books;
import app.carddesk.cards.Card;
import app.carddesk.cards.StockLevels;
import app.carddesk.cards.TestCards;
import app.carddesk.policies.TestLimits;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestState;
import app.carddesk.replacements.TestDesk;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Content;
import app.carddesk.shared.Region;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Many at the same moment: the right number of successes each time, and nobody meets an error of the database. How
 * often each race is run is the property {@code carddesk.proof}.
 */
@CarddeskTest
@Tag("database")
abstract class Races {

    private static final int MANY = 200;
    private static final int RUNS = Integer.getInteger("carddesk.proof", 3);

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private TestPeople people;

    @Autowired
    private StockLevels stock;

    @Autowired
    private Books books;

    @Autowired
    private SignIn signIn;

    @AfterEach
    void the_books_balance() {
        signIn.as("supervisor");
        assertThat(books.check(done -> {}).findings()).isEmpty();
        signIn.out();
    }

    @Test
    void two_hundred_issues_for_one_card(TestInfo race) throws Exception {
        run(race, () -> {
            TestCase due = requests.due(10_000);
            cards.stock(due.card(), 3);
            int before = stock.available(due.card());

            List<Object> handled = new AtOnce(signIn)
                    .add(MANY, "agent", () -> replacements.request(due.confirmed(), key()))
                    .go();

            assertThat(reached(handled)).containsExactly(RequestState.ISSUED);
            assertThat(stock.available(due.card())).isEqualTo(before - 1);
            assertThat(cards.reload(due.card()).state()).isEqualTo(CardState.REPLACED);
            return MANY;
        });
    }

    @Test
    void two_hundred_decisions_on_one_request(TestInfo race) throws Exception {
        run(race, () -> {
            TestCase due = requests.due(90_000);
            cards.stock(due.card(), 3);
            ReplacementRequest request = made(replacements.request(due.confirmed(), key()));
            AtOnce atOnce = new AtOnce(signIn);
            for (int i = 0; i < MANY; i++) {
                Decision decision = i % 4 == 0
                        ? new Decision.Refuse("The receipt is for another card.")
                        : new Decision.Approve(null);
                atOnce.add(
                        i % 2 == 0 ? "supervisor" : "admin",
                        () -> replacements.decide(request.id(), request.version(), decision, key()));
            }

            List<RequestState> reached = reached(atOnce.go());

            assertThat(reached).hasSize(1);
            ReplacementRequest after = replacements.find(request.id()).orElseThrow();
            assertThat(after.state()).isEqualTo(reached.getFirst());
            assertThat(after.decisions()).hasSize(1);
            return MANY;
        });
    }

    @Test
    void the_last_card_in_stock_is_wanted_by_fifty(TestInfo race) throws Exception {
        run(race, () -> {
            Content item = new Content("race-" + UUID.randomUUID(), 1);
            AtOnce atOnce = new AtOnce(signIn);
            Card last = null;
            for (int i = 0; i < 50; i++) {
                last = cards.card(
                        TestCards.serial("EPY"),
                        CardKind.CONTENT_CODE,
                        CardForm.PHYSICAL,
                        Region.DENMARK,
                        CardState.ACTIVE,
                        item,
                        LocalDate.of(2099, 1, 1));
                TestCase told = requests.named(requests.told(last));
                ReplacementRequest referred = made(replacements.refer(told.id(), "The shop closed down.", key()));
                atOnce.add(
                        "supervisor",
                        () -> replacements.decide(
                                referred.id(), referred.version(), new Decision.Approve("Plain enough."), key()));
            }
            cards.stock(last, 1);

            List<RequestState> reached = reached(atOnce.go());

            assertThat(reached).filteredOn(RequestState.ISSUED::equals).hasSize(1);
            assertThat(reached)
                    .filteredOn(RequestState.WAITING_FOR_STOCK::equals)
                    .hasSize(49);
            return 50;
        });
    }

    @Test
    void a_limit_is_reached_by_many_small_requests(TestInfo race) throws Exception {
        run(race, () -> {
            String agent = people.newAgent();
            Replacements limited = desk.with(TestLimits.personDay(new TestLimits.Most(null, 5)));
            AtOnce atOnce = new AtOnce(signIn);
            for (int i = 0; i < 20; i++) {
                TestCase due = requests.due(100);
                cards.stock(due.card(), 1);
                atOnce.add(agent, () -> limited.request(due.confirmed(), key()));
            }

            List<RequestState> reached = reached(atOnce.go());

            assertThat(reached).filteredOn(RequestState.ISSUED::equals).hasSize(5);
            assertThat(reached).filteredOn(RequestState.PENDING::equals).hasSize(15);
            return 20;
        });
    }

    @Test
    void a_card_is_voided_while_it_is_replaced(TestInfo race) throws Exception {
        run(race, () -> {
            TestCase due = requests.due(10_000);
            cards.stock(due.card(), 1);

            List<Object> results = new AtOnce(signIn)
                    .add(10, "agent", () -> replacements.request(due.confirmed(), key()))
                    .add(10, "supervisor", () -> cards.makeVoid(due.card()))
                    .add(10, "agent", () -> replacements.request(due.confirmed(), key()))
                    .go();

            long voided = results.stream().filter(Boolean.TRUE::equals).count();
            int issued = reached(results).size();
            assertThat(voided + issued).isEqualTo(1);
            assertThat(cards.reload(due.card()).state()).isEqualTo(issued == 1 ? CardState.REPLACED : CardState.VOIDED);
            return 30;
        });
    }

    @Test
    void a_double_click_is_one_act(TestInfo race) throws Exception {
        run(race, () -> {
            TestCase due = requests.due(10_000);
            cards.stock(due.card(), 2);
            String key = key();

            List<Object> handled = new AtOnce(signIn)
                    .add(2, "agent", () -> replacements.request(due.confirmed(), key))
                    .go();

            assertThat(handled)
                    .extracting(answer -> made(answer).id())
                    .containsOnly(made(handled.getFirst()).id());
            assertThat(reached(handled)).containsOnly(RequestState.ISSUED).hasSize(2);
            assertThat(replacements.ofCase(due.id())).hasSize(1);
            return 2;
        });
    }

    @Test
    void two_tabs_make_one_request(TestInfo race) throws Exception {
        run(race, () -> {
            TestCase due = requests.due(90_000);

            List<Object> handled = new AtOnce(signIn)
                    .add("agent", () -> replacements.request(due.confirmed(), key()))
                    .add("agent", () -> replacements.refer(due.id(), "Please look.", key()))
                    .go();

            assertThat(reached(handled)).containsExactly(RequestState.PENDING);
            assertThat(replacements.ofCase(due.id())).hasSize(1);
            return 2;
        });
    }

    /** One race, run as often as asked; says how many acted. */
    private void run(TestInfo test, Race race) throws Exception {
        long longest = 0;
        int acts = 0;
        for (int i = 0; i < RUNS; i++) {
            signIn.as("agent");
            long start = System.nanoTime();
            acts += race.run();
            longest = Math.max(longest, System.nanoTime() - start);
        }
        ran(test.getTestMethod().orElseThrow().getName().replace('_', ' '), acts, Duration.ofNanos(longest));
    }

    /** Told after each race. */
    void ran(String race, int acts, Duration longest) {}

    static int runs() {
        return RUNS;
    }

    static String database() {
        return TestInstallation.POSTGRESQL ? "PostgreSQL" : "H2";
    }

    private static List<RequestState> reached(List<Object> handled) {
        List<RequestState> reached = new ArrayList<>();
        for (Object result : handled) {
            if (result instanceof Handled.Done(ReplacementRequest _, RequestState state)) {
                reached.add(state);
            }
        }
        return reached;
    }

    private static ReplacementRequest made(Object handled) {
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return ((Handled.Done) handled).request();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private interface Race {
        int run() throws Exception;
    }
}
