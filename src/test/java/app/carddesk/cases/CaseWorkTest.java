package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Problem;
import app.carddesk.terms.Facts.RetailerAnswer;
import app.carddesk.terms.Rule;
import app.carddesk.terms.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@CarddeskTest
@Tag("database")
class CaseWorkTest {

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseFile file;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private CaseSearch search;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private CaseNumbers counter;

    @BeforeEach
    void anAgentWorks() {
        signIn.as("agent");
    }

    @AfterEach
    void nobodyWorks() {
        signIn.out();
    }

    @Test
    void an_opened_case_belongs_to_whoever_opened_it_and_was_reported_today() {
        Card card = cards.active(50_000);

        CaseContents contents = file.read(work.open(card.serial())).orElseThrow();

        assertThat(contents.dossier().summary().assignee()).isEqualTo(DemoPeople.AGENT);
        assertThat(contents.dossier().summary().state()).isEqualTo(CaseState.OPEN);
        assertThat(contents.dossier().card()).isEqualTo(card);
        assertThat(contents.values().get(CaseField.FIRST_REPORTED)).isNotNull();
        assertThat(search.ofCard(card.id()))
                .extracting(CaseLine::id)
                .containsExactly(contents.dossier().summary().id());
    }

    @Test
    void no_two_cases_get_the_same_number() throws Exception {
        List<CaseNumber> numbers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            List<Future<CaseNumber>> running = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> {
                        signIn.as("agent");
                        return work.open(null);
                    }))
                    .toList();
            for (Future<CaseNumber> one : running) {
                numbers.add(one.get());
            }
        }

        assertThat(numbers).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void the_first_case_of_a_year_can_be_opened_by_several_at_once() throws Exception {
        int year = 3000 + (int) (System.nanoTime() % 6000);
        List<CaseNumber> numbers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<CaseNumber>> running = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> transactions.execute(status -> counter.next(year))))
                    .toList();
            for (Future<CaseNumber> one : running) {
                numbers.add(one.get());
            }
        }

        assertThat(numbers).extracting(CaseNumber::sequence).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void steps_tell_the_verdict_what_was_done_and_can_be_taken_back() {
        UUID id = open(cards.card(CardState.NOT_ACTIVATED, 50_000));
        assertThat(rule(id)).isEqualTo(Rule.NOT_ACTIVATED_RETAILER_NOT_ASKED);

        work.take(id, Step.ASK_RETAILER, StepOutcome.NOT_POSSIBLE);
        assertThat(file.dossier(id).facts().report().retailer()).isEqualTo(RetailerAnswer.NONE_REACHABLE);
        work.take(id, Step.ASK_RETAILER, StepOutcome.DID_NOT_HELP);
        assertThat(file.dossier(id).facts().report().retailer()).isEqualTo(RetailerAnswer.ASKED);
        assertThat(rule(id)).isEqualTo(Rule.NOT_ACTIVATED_RETAILER_ASKED);

        work.undo(id, Step.ASK_RETAILER);
        assertThat(file.dossier(id).facts().report().retailer()).isNull();
        assertThat(rule(id)).isEqualTo(Rule.NOT_ACTIVATED_RETAILER_NOT_ASKED);
        assertThat(contents(id).timeline())
                .extracting(TimelineLine::kind)
                .containsExactly("step.undone", "step.taken", "step.taken", "opened.card");
    }

    @Test
    void characters_refreshing_and_trying_again_are_facts_of_the_report() {
        UUID id = open(cards.active(50_000));

        work.take(id, Step.CHECK_CHARACTERS, StepOutcome.DID_NOT_HELP);
        work.take(id, Step.SIGN_OUT_AND_IN, StepOutcome.DID_NOT_HELP);
        work.take(id, Step.TRY_AGAIN, StepOutcome.NOT_POSSIBLE);

        assertThat(file.dossier(id).facts().report().charactersChecked()).isTrue();
        assertThat(file.dossier(id).facts().report().refreshed()).isTrue();
        assertThat(file.dossier(id).facts().report().triedAgain()).isTrue();
    }

    @Test
    void the_verdict_reads_the_balance_from_the_ledger() {
        UUID id = open(cards.active(12_345));
        editing.change(id, CaseField.PURCHASE_AMOUNT, null, Money.ofMinor(99_999, "DKK"));

        assertThat(file.dossier(id).facts().card().unused()).isEqualTo(Money.ofMinor(12_345, "DKK"));
    }

    @Test
    void people_move_cases_but_never_into_review_or_out_of_it() {
        UUID id = open(null);

        assertThat(work.move(id, CaseState.OPEN, CaseState.WAITING_FOR_CUSTOMER))
                .isInstanceOf(Moving.Moved.class);
        assertThat(work.move(id, CaseState.OPEN, CaseState.SOLVED))
                .isEqualTo(new Moving.Stale(CaseState.WAITING_FOR_CUSTOMER));
        assertThat(work.move(id, CaseState.WAITING_FOR_CUSTOMER, CaseState.WAITING_FOR_REVIEW))
                .isEqualTo(new Moving.NotAllowed());
        file.move(id, CaseState.WAITING_FOR_REVIEW);
        assertThat(work.move(id, CaseState.WAITING_FOR_REVIEW, CaseState.SOLVED))
                .isEqualTo(new Moving.NotAllowed());
        assertThat(contents(id).timeline()).extracting(TimelineLine::kind).containsExactly("state", "state", "opened");
    }

    @Test
    void reopening_is_an_act_of_its_own() {
        UUID id = open(null);
        work.move(id, CaseState.OPEN, CaseState.CLOSED_WITHOUT_SOLUTION);

        assertThat(work.move(id, CaseState.CLOSED_WITHOUT_SOLUTION, CaseState.SOLVED))
                .isEqualTo(new Moving.NotAllowed());
        work.move(id, CaseState.CLOSED_WITHOUT_SOLUTION, CaseState.OPEN);

        assertThat(contents(id).timeline().getFirst().kind()).isEqualTo("reopened");
    }

    @Test
    void the_story_cannot_be_rewritten() {
        UUID id = open(null);
        work.note(id, "First");

        assertThatThrownBy(() -> jdbc.sql("update case_timeline set note = 'Other' where case_id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from case_timeline where case_id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void lists_are_sorted_and_filtered_by_the_database_slice_by_slice() {
        String name = "Zo" + TestCards.letters(8);
        List<UUID> opened = IntStream.range(0, 5)
                .mapToObj(i -> {
                    UUID id = open(null);
                    editing.change(id, CaseField.CUSTOMER_NAME, null, name + " " + i);
                    return id;
                })
                .toList();
        editing.change(opened.get(3), CaseField.PROBLEM, null, Problem.EXPIRED);
        CaseQuery byName = new CaseQuery(CaseQuery.View.ALL, name, null, null, CaseQuery.Order.CUSTOMER, true);

        assertThat(search.page(byName, 0, 2)).extracting(CaseLine::id).containsExactly(opened.get(0), opened.get(1));
        assertThat(search.page(byName, 4, 2)).extracting(CaseLine::id).containsExactly(opened.get(4));
        assertThat(search.page(
                        new CaseQuery(CaseQuery.View.MINE, name, null, Problem.EXPIRED, CaseQuery.Order.NUMBER, false),
                        0,
                        10))
                .extracting(CaseLine::id)
                .containsExactly(opened.get(3));
        for (CaseQuery.Order order : CaseQuery.Order.values()) {
            assertThat(search.page(new CaseQuery(CaseQuery.View.ALL, name, null, null, order, false), 0, 50))
                    .hasSize(5);
        }
        for (CaseQuery.View view : CaseQuery.View.values()) {
            assertThat(search.page(CaseQuery.of(view), 0, 3)).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void wildcards_in_a_search_are_just_characters() {
        open(null);

        assertThat(search.page(
                        new CaseQuery(CaseQuery.View.ALL, "%_%", null, null, CaseQuery.Order.CHANGED, false), 0, 5))
                .isEmpty();
    }

    @Test
    void the_desk_finds_cases_by_number_and_customers_by_email_and_phone() {
        UUID id = open(null);
        EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.com");
        editing.change(id, CaseField.CUSTOMER_EMAIL, null, email);

        assertThat(search.find(file.get(id).number().toString()).orElseThrow().cases())
                .extracting(CaseLine::id)
                .containsExactly(id);
        assertThat(search.find(email.value()).orElseThrow().customer().email()).isEqualTo(email);
        assertThat(search.find("nobody-" + email.value()).orElseThrow().isNothing())
                .isTrue();
        assertThat(search.find("GCA08Z71")).isEmpty();
        assertThat(search.lately()).extracting(CaseLine::id).contains(id);
    }

    private UUID open(Card card) {
        return file.find(work.open(card == null ? null : card.serial()))
                .orElseThrow()
                .id();
    }

    private CaseContents contents(UUID id) {
        return file.read(file.get(id).number()).orElseThrow();
    }

    private Rule rule(UUID id) {
        return file.dossier(id).verdict().main().rule();
    }
}
