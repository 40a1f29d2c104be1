package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.StockArrived;
import app.carddesk.cards.StockLevels;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many at the same moment: one card is replaced once, whatever happens. */
@CarddeskTest
@Tag("database")
class ConcurrentRequestsTest {

    private static final int MANY = 20;

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private StockLevels stock;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void many_requests_for_one_card_issue_one_replacement() throws Exception {
        TestCase due = requests.due(10_000);
        cards.stock(due.card(), MANY);
        int inStock = stock.available(due.card());

        List<Handled> handled = atOnce("agent", () -> replacements.request(due.confirmed(), key()));

        assertThat(handled).filteredOn(Handled.Done.class::isInstance).hasSize(1);
        assertThat(stock.available(due.card())).isEqualTo(inStock - 1);
        assertThat(cards.reload(due.card()).balance().isNothing()).isTrue();
        assertThat(replacementsOf(due)).isEqualTo(1);
    }

    @Test
    void one_key_sent_many_times_at_once_gets_one_answer() throws Exception {
        TestCase due = requests.due(10_000);
        cards.stock(due.card(), MANY);
        String key = key();

        List<Handled> handled = atOnce("agent", () -> replacements.request(due.confirmed(), key));

        assertThat(handled).allSatisfy(answer -> assertThat(answer).isInstanceOf(Handled.Done.class));
        assertThat(handled)
                .extracting(answer -> ((Handled.Done) answer).request().id())
                .containsOnly(((Handled.Done) handled.getFirst()).request().id());
        assertThat(replacementsOf(due)).isEqualTo(1);
    }

    @Test
    void one_request_approved_many_times_at_once_is_issued_once() throws Exception {
        TestCase due = requests.due(90_000);
        cards.stock(due.card(), MANY);
        ReplacementRequest request = ((Handled.Done) replacements.request(due.confirmed(), key())).request();

        List<Handled> handled = atOnce(
                "supervisor",
                () -> replacements.decide(request.id(), request.version(), new Decision.Approve(null), key()));

        assertThat(handled).filteredOn(Handled.Done.class::isInstance).hasSize(1);
        assertThat(replacementsOf(due)).isEqualTo(1);
    }

    @Test
    void a_customer_with_many_cards_gets_one_at_once_and_the_rest_is_reviewed() throws Exception {
        String email = "c" + UUID.randomUUID() + "@example.org";
        List<TestCase> due = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TestCase made = requests.due(1_000);
            requests.customer(made, email);
            due.add(made);
        }
        cards.stock(due.getFirst().card(), 4);

        List<Callable<Handled>> acts = due.stream()
                .<Callable<Handled>>map(made -> () -> replacements.request(made.confirmed(), key()))
                .toList();
        List<Handled> handled = atOnce("agent", acts);

        assertThat(handled)
                .extracting(answer -> ((Handled.Done) answer).reached())
                .containsExactlyInAnyOrder(
                        RequestState.ISSUED, RequestState.PENDING, RequestState.PENDING, RequestState.PENDING);
    }

    @Test
    void stock_that_arrives_is_issued_to_who_waited_longest() {
        Card first = cards.code(LocalDate.of(2099, 1, 1));
        ReplacementRequest waiting = approvedWithoutStock(requests.due(first));

        cards.stock(first, 1);
        signIn.out();
        events.publishEvent(new StockArrived(UUID.randomUUID(), 1));

        signIn.as("agent");
        ReplacementRequest issued = replacements.find(waiting.id()).orElseThrow();
        assertThat(issued.state()).isEqualTo(RequestState.ISSUED);
        assertThat(issued.basis()).isEqualTo(Basis.DECIDED);
        assertThat(cards.reload(first).state()).isEqualTo(CardState.REPLACED);
    }

    private ReplacementRequest approvedWithoutStock(TestCase due) {
        ReplacementRequest request = ((Handled.Done) replacements.request(due.confirmed(), key())).request();
        signIn.as("supervisor");
        Handled.Done approved =
                (Handled.Done) replacements.decide(request.id(), request.version(), new Decision.Approve(null), key());
        assertThat(approved.reached()).isEqualTo(RequestState.WAITING_FOR_STOCK);
        return approved.request();
    }

    private List<Handled> atOnce(String username, Callable<Handled> act) throws Exception {
        List<Callable<Handled>> acts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            acts.add(act);
        }
        return atOnce(username, acts);
    }

    private List<Handled> atOnce(String username, List<Callable<Handled>> acts) throws Exception {
        CountDownLatch ready = new CountDownLatch(acts.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
            List<Future<Handled>> running = new ArrayList<>();
            for (Callable<Handled> act : acts) {
                running.add(threads.submit(() -> {
                    signIn.as(username);
                    ready.countDown();
                    ready.await();
                    return act.call();
                }));
            }
            List<Handled> handled = new ArrayList<>();
            for (Future<Handled> future : running) {
                handled.add(future.get());
            }
            return handled;
        }
    }

    private int replacementsOf(TestCase of) {
        return jdbc.sql("select count(*) from replacement where old_card = :card")
                .param("card", of.card().id())
                .query(Integer.class)
                .single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
