package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.cards.Replacing.NotReplaceable;
import app.carddesk.cards.Replacing.NothingLeft;
import app.carddesk.cards.Replacing.OutOfStock;
import app.carddesk.cards.Replacing.Replaced;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Content;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CarddeskTest
@Tag("database")
class CardRegisterTest {

    private static final List<String> REGIONS =
            new ArrayList<>(List.of("AT", "BE", "IT", "NL", "GR", "PT", "ES", "LV", "LT", "EE", "SK", "SI"));

    @Autowired
    CardRegister register;

    @Autowired
    StockLevels levels;

    @Autowired
    Journal journal;

    @Autowired
    CardHistory history;

    @Autowired
    Ledger ledger;

    @Autowired
    TestCards cards;

    @Autowired
    SignIn signIn;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void asSupervisor() {
        signIn.as("supervisor");
    }

    @AfterEach
    void out() {
        signIn.out();
    }

    @Test
    void replacing_moves_the_unused_balance_to_a_card_from_the_stock() {
        Card old = cards.spend(aloneOnItsShelf(50_000), 12_345);
        Serial inStock = cards.stock(old, 1).getFirst();
        UUID request = UUID.randomUUID();

        Replacing done = replace(old, request);

        assertThat(done).isInstanceOfSatisfying(Replaced.class, replaced -> {
            Card issued = replaced.issued();
            assertThat(issued.serial()).isEqualTo(inStock);
            assertThat(issued.state()).isEqualTo(CardState.ACTIVE);
            assertThat(issued.kind()).isEqualTo(old.kind());
            assertThat(issued.form()).isEqualTo(old.form());
            assertThat(issued.soldIn()).isEqualTo(old.soldIn());
            assertThat(issued.balance()).isEqualTo(left());
            assertThat(issued.faceValue()).isEqualTo(left());
            assertThat(issued.replaces()).isEqualTo(old.serial());
            assertThat(replaced.moved()).isEqualTo(left());
            assertThat(journal.of(issued.id())).singleElement().satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(EntryKind.REPLACEMENT);
                assertThat(entry.in()).isTrue();
                assertThat(entry.other()).isEqualTo(old.serial());
                assertThat(entry.reference()).isEqualTo(request);
                assertThat(entry.actor()).isEqualTo(DemoPeople.SUPERVISOR);
            });
        });
        Card after = cards.reload(old);
        assertThat(after.state()).isEqualTo(CardState.REPLACED);
        assertThat(after.replacedBy()).isEqualTo(inStock);
        assertThat(after.balance().isNothing()).isTrue();
        assertThat(journal.of(old.id()))
                .extracting(Journal.Entry::kind)
                .containsExactly(EntryKind.ACTIVATION, EntryKind.SPENDING, EntryKind.REPLACEMENT);
        assertThat(history.of(old.id()).getLast()).satisfies(change -> {
            assertThat(change.from()).isEqualTo(CardState.ACTIVE);
            assertThat(change.to()).isEqualTo(CardState.REPLACED);
            assertThat(change.by()).isEqualTo(DemoPeople.SUPERVISOR);
        });
        assertThat(levels.available(old)).isZero();
    }

    @Test
    void a_second_replacement_is_never_given() {
        Card old = aloneOnItsShelf(10_000);
        cards.stock(old, 2);
        replace(old, UUID.randomUUID());

        assertThat(replace(old, UUID.randomUUID())).isEqualTo(new NotReplaceable(CardState.REPLACED));
        assertThat(levels.available(old)).isOne();
    }

    @Test
    void only_active_cards_are_replaced() {
        for (CardState state : List.of(CardState.NOT_ACTIVATED, CardState.LINKED, CardState.VOIDED)) {
            assertThat(replace(cards.card(state, 10_000), UUID.randomUUID())).isEqualTo(new NotReplaceable(state));
        }
    }

    @Test
    void nothing_is_moved_where_nothing_is_left() {
        Card empty = cards.spend(cards.active(10_000), 10_000);

        assertThat(replace(empty, UUID.randomUUID())).isEqualTo(new NothingLeft());
    }

    @Test
    void without_stock_of_its_own_kind_form_region_and_unit_nothing_happens() {
        Card wanted = aloneOnItsShelf(10_000);
        Card otherContent = cards.code(LocalDate.of(2099, 1, 1));
        cards.stock(otherContent, 1);

        assertThat(replace(wanted, UUID.randomUUID()))
                .isEqualTo(new OutOfStock(
                        wanted.kind(),
                        wanted.form(),
                        wanted.soldIn(),
                        wanted.faceValue().unit()));
        assertThat(cards.reload(wanted).state()).isEqualTo(CardState.ACTIVE);
    }

    @Test
    void a_content_code_is_replaced_by_one_for_the_same_content() {
        Card code = cards.code(LocalDate.of(2099, 1, 1));
        cards.stock(code, 1);

        assertThat(replace(code, UUID.randomUUID())).isInstanceOfSatisfying(Replaced.class, replaced -> {
            assertThat(replaced.issued().faceValue().unit())
                    .isEqualTo(code.faceValue().unit());
            assertThat(replaced.moved()).isEqualTo(code.balance());
            assertThat(replaced.issued().expiry()).isEqualTo(LocalDate.of(2099, 12, 31));
        });
    }

    @Test
    void many_at_once_give_exactly_one_replacement() throws Exception {
        Card old = aloneOnItsShelf(10_000);
        cards.stock(old, 12);

        List<Replacing> answers = atOnce(12, () -> replace(old, UUID.randomUUID()));

        assertThat(answers).filteredOn(Replaced.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(new NotReplaceable(CardState.REPLACED)::equals)
                .hasSize(11);
        assertThat(levels.available(old)).isEqualTo(11);
    }

    @Test
    void many_cards_at_once_each_take_a_card_of_their_own_from_the_stock() throws Exception {
        Content item = new Content("test-" + UUID.randomUUID(), 1);
        List<Card> old = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            old.add(cards.card(
                    TestCards.serial("EPY"),
                    CardKind.CONTENT_CODE,
                    CardForm.DIGITAL,
                    Region.NORWAY,
                    CardState.ACTIVE,
                    item,
                    LocalDate.of(2099, 1, 1)));
        }
        cards.stock(old.getFirst(), 8);
        List<Card> waiting = new ArrayList<>(old);

        List<Replacing> answers = atOnce(8, () -> {
            Card mine;
            synchronized (waiting) {
                mine = waiting.removeLast();
            }
            return replace(mine, UUID.randomUUID());
        });

        assertThat(answers).allMatch(Replaced.class::isInstance);
        assertThat(answers.stream()
                        .map(answer -> ((Replaced) answer).issued().serial())
                        .distinct())
                .hasSize(8);
    }

    @Test
    void booking_an_activation_puts_the_face_value_on_the_card_once() {
        Card card = cards.card(CardState.NOT_ACTIVATED, 30_000);
        assertThat(card.balance().isNothing()).isTrue();

        assertThat(inTransaction(() -> register.bookActivation(card.id(), UUID.randomUUID())))
                .isTrue();
        assertThat(inTransaction(() -> register.bookActivation(card.id(), UUID.randomUUID())))
                .isFalse();

        Card after = cards.reload(card);
        assertThat(after.state()).isEqualTo(CardState.ACTIVE);
        assertThat(after.balance()).isEqualTo(Money.ofMinor(30_000, "DKK"));
        assertThat(after.activatedAt()).isNotNull();
        assertThat(journal.of(card.id())).extracting(Journal.Entry::kind).containsExactly(EntryKind.ACTIVATION);
    }

    @Test
    void an_activation_is_a_supervisors_decision() {
        Card card = cards.card(CardState.NOT_ACTIVATED, 30_000);
        signIn.as("agent");

        assertThatThrownBy(() -> inTransaction(() -> register.bookActivation(card.id(), UUID.randomUUID())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void replacing_is_part_of_the_callers_transaction() {
        Card card = cards.active(10_000);

        assertThatThrownBy(() -> register.replace(card.id(), UUID.randomUUID(), Set.of(UUID.randomUUID())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void every_balance_is_the_sum_of_its_entries() {
        Card old = cards.spend(aloneOnItsShelf(40_000), 1);
        cards.stock(old, 1);
        replace(old, UUID.randomUUID());
        cards.card(CardState.LINKED, 777);
        cards.card(CardState.REPLACED, 888);

        assertThat(ledger.differences()).isEmpty();
    }

    /** A card in a currency of its own region, so that no other test takes or adds stock for it. */
    private Card aloneOnItsShelf(long balance) {
        return cards.card(
                TestCards.serial("GCA"),
                CardKind.TOP_UP_CHINA,
                CardForm.DIGITAL,
                new Region(unusedRegion()),
                CardState.ACTIVE,
                Money.ofMinor(balance, "EUR"),
                null);
    }

    private static synchronized String unusedRegion() {
        return REGIONS.removeLast();
    }

    private static Money left() {
        return Money.ofMinor(37_655, "EUR");
    }

    private Replacing replace(Card card, UUID reference) {
        return inTransaction(() -> register.replace(card.id(), reference, Set.of(UUID.randomUUID())));
    }

    private <T> T inTransaction(Callable<T> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                answers.add(threads.submit(() -> {
                    signIn.as("supervisor");
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }
}
