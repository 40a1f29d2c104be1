package app.carddesk.books;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.Correcting;
import app.carddesk.cards.CorrectionReason;
import app.carddesk.cards.CorrectionWish;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.Journal;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Reconciliation sees each fault and says what it is. Faults are planted as the database's owner, for the application's
 * own user could not; what is planted is taken out again.
 */
@CarddeskTest
@Tag("database")
class BooksTest {

    @Autowired
    private Books books;

    @Autowired
    private TestCards cards;

    @Autowired
    private TestRequests requests;

    @Autowired
    private Replacements replacements;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Journal journal;

    @Autowired
    private Environment environment;

    @Autowired
    private SignIn signIn;

    private JdbcClient owner;

    @BeforeEach
    void connectAsOwner() {
        owner = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password")));
    }

    @AfterEach
    void signOut() {
        signIn.as("supervisor");
        assertThat(check().findings()).isEmpty();
        signIn.out();
    }

    @Test
    void the_books_balance_and_the_figures_add_up() {
        signIn.as("supervisor");
        BookReport.Figures before = danish(check());
        TestCase due = issued();
        cards.spend(cards.active(20_000), 5_000);
        cards.card(CardState.LINKED, 7_000);

        signIn.as("supervisor");
        BookReport report = check();
        BookReport.Figures after = danish(report);

        assertThat(report.balances()).isTrue();
        assertThat(after.issued().subtract(before.issued())).isEqualTo(BigInteger.valueOf(37_000));
        assertThat(after.spent().subtract(before.spent())).isEqualTo(BigInteger.valueOf(5_000));
        assertThat(after.linked().subtract(before.linked())).isEqualTo(BigInteger.valueOf(7_000));
        assertThat(after.onCards().subtract(before.onCards())).isEqualTo(BigInteger.valueOf(25_000));
        assertThat(after.replacements()).isEqualTo(before.replacements() + 1);
        assertThat(after.replaced().subtract(before.replaced()))
                .isEqualTo(BigInteger.valueOf(due.card().balance().quantity()));
        assertThat(after.expected()).isEqualTo(after.onCards());
    }

    @Test
    void progress_goes_up_to_the_end() {
        signIn.as("supervisor");
        List<Integer> told = new ArrayList<>();
        books.check(told::add);

        assertThat(told).isSorted().isNotEmpty();
        assertThat(told.getLast()).isEqualTo(100);
    }

    @Test
    void a_balance_changed_past_the_ledger() {
        Card card = cards.active(10_000);
        planted(
                BookCheck.BALANCE_IS_NOT_POSTED,
                card.serial().value(),
                "update ledger_account set balance = 9999 where card_id = '" + card.id() + "'",
                "update ledger_account set balance = 10000 where card_id = '" + card.id() + "'");
        planted(
                BookCheck.TOTALS_DIFFER,
                "DKK",
                "update ledger_account set balance = 9999 where card_id = '" + card.id() + "'",
                "update ledger_account set balance = 10000 where card_id = '" + card.id() + "'");
    }

    @Test
    void an_unactivated_card_with_a_balance() {
        Card card = cards.card(CardState.NOT_ACTIVATED, 10_000);
        planted(
                BookCheck.BALANCE_WHERE_NONE_CAN_BE,
                card.serial().value(),
                "update ledger_account set balance = 1 where card_id = '" + card.id() + "'",
                "update ledger_account set balance = 0 where card_id = '" + card.id() + "'");
    }

    @Test
    void a_card_without_an_account() {
        Card card = cards.card(CardState.NOT_ACTIVATED, 10_000);
        planted(
                BookCheck.CARD_WITHOUT_ACCOUNT,
                card.serial().value(),
                "delete from ledger_account where card_id = '" + card.id() + "'",
                "insert into ledger_account (id, unit, kind, card_id, balance) values ('" + card.id()
                        + "', 'DKK', 'CARD', '" + card.id() + "', 0)");
    }

    @Test
    void a_replacement_whose_entry_is_gone_or_of_another_amount() {
        TestCase due = issued();
        UUID card = due.card().id();
        String entry = " where debit = '" + card + "' and kind = 'REPLACEMENT'";
        String serial = replacements.ofCase(due.id()).getFirst().issued().value();
        planted(
                BookCheck.REPLACEMENT_WITHOUT_ENTRY,
                serial,
                "update ledger_entry set amount = 1" + entry,
                "update ledger_entry set amount = 10000" + entry);
        planted(
                BookCheck.REPLACED_WITHOUT_ENTRY,
                due.card().serial().value(),
                "update ledger_entry set kind = 'SPENDING'" + entry,
                "update ledger_entry set kind = 'REPLACEMENT' where debit = '" + card + "' and reference is not null");
    }

    @Test
    void an_entry_between_two_cards_that_nobody_asked_for() {
        Card from = cards.active(10_000);
        Card to = cards.active(10_000);
        UUID id = UUID.randomUUID();
        planted(
                BookCheck.ENTRY_WITHOUT_REPLACEMENT,
                from.serial().value(),
                "insert into ledger_entry (id, at, booked_at, debit, credit, unit, amount, kind, actor) values ('" + id
                        + "', current_timestamp, current_timestamp, '" + from.id() + "', '" + to.id()
                        + "', 'DKK', 5, 'REPLACEMENT', '" + id + "')",
                "delete from ledger_entry where id = '" + id + "'");
    }

    @Test
    void a_card_taken_from_the_stock_that_the_register_has_as_another() {
        TestCase due = issued();
        String serial = replacements.ofCase(due.id()).getFirst().issued().value();
        Card other = cards.active(100);
        UUID issued = cards.of(new Serial(serial)).id();
        planted(
                BookCheck.TAKEN_WITHOUT_CARD,
                serial,
                "update replacement_stock set issued_as = '" + other.id() + "' where serial = '" + serial + "'",
                "update replacement_stock set issued_as = '" + issued + "' where serial = '" + serial + "'");
        planted(
                BookCheck.AVAILABLE_AND_ISSUED,
                serial,
                "update replacement_stock set state = 'AVAILABLE', issued_as = null, taken_at = null where serial = '"
                        + serial + "'",
                "update replacement_stock set state = 'TAKEN', issued_as = '" + issued
                        + "', taken_at = current_timestamp where serial = '" + serial + "'");
    }

    @Test
    void a_request_that_waits_for_a_card_that_is_gone() {
        ReplacementRequest request =
                done(replacements.request(requests.due(90_000).confirmed(), key()));
        Card gone = cards.card(CardState.REPLACED, 100);
        planted(
                BookCheck.REQUEST_FOR_GONE_CARD,
                request.number().toString(),
                "update replacement_request set card_id = '" + gone.id() + "', live_card = '" + gone.id()
                        + "' where id = '" + request.id() + "'",
                "update replacement_request set card_id = '" + request.cardId() + "', live_card = '" + request.cardId()
                        + "' where id = '" + request.id() + "'");
    }

    @Test
    void a_request_that_says_issued_without_a_card() {
        ReplacementRequest request =
                done(replacements.request(requests.due(90_000).confirmed(), key()));
        planted(
                BookCheck.ISSUED_WITHOUT_REPLACEMENT,
                request.number().toString(),
                "update replacement_request set state = 'ISSUED', basis = 'DECIDED', live_case = null where id = '"
                        + request.id() + "'",
                "update replacement_request set state = 'PENDING', basis = null, live_case = case_id where id = '"
                        + request.id() + "'");
    }

    @Test
    void a_confirmed_correction_that_was_never_booked() {
        Card card = cards.active(10_000);
        UUID id = UUID.randomUUID();
        String person = "'00000000-0000-7000-8000-00000000000";
        planted(
                BookCheck.CORRECTION_WITHOUT_ENTRY,
                card.serial().value(),
                "insert into card_correction (id, card_id, kind, unit, balance_before, balance_after, reason, words,"
                        + " state, asked_by, asked_at, closed_by, closed_at) values ('" + id + "', '" + card.id()
                        + "', 'BALANCE', 'DKK', 10000, 9000, 'BOOKING_ERROR', 'x', 'CONFIRMED', " + person
                        + "3', current_timestamp, " + person + "4', current_timestamp)",
                "delete from card_correction where id = '" + id + "'");
    }

    @Test
    void an_entry_taken_back_by_something_else_than_its_opposite() {
        Card card = cards.spend(cards.active(10_000), 4_000);
        signIn.as("supervisor");
        UUID spent = journal.of(card.id()).getLast().id();
        Correcting asked = corrections.ask(
                new CorrectionWish.Reversal(card.id(), Money.ofMinor(6_000, "DKK"), spent),
                CorrectionReason.BOOKING_ERROR,
                "The till was wrong.",
                key());
        UUID correction = ((Correcting.Done) asked).correction().id();
        signIn.as("admin");
        assertThat(corrections.confirm(correction, key())).isInstanceOf(Correcting.Done.class);

        String entry = " where correction = '" + correction + "'";
        String opposite = "update ledger_entry set debit = credit, credit = debit" + entry;
        for (String[] faultAndMend : new String[][] {
            {"update ledger_entry set amount = 3999" + entry, "update ledger_entry set amount = 4000" + entry},
            {opposite, opposite},
            {"update ledger_entry set kind = 'CORRECTION'" + entry, "update ledger_entry set kind = 'REVERSAL'" + entry}
        }) {
            planted(BookCheck.REVERSAL_IS_NOT_OPPOSITE, card.serial().value(), faultAndMend[0], faultAndMend[1]);
        }
    }

    /** Plants a fault, sees that it is named, and takes it out. */
    private void planted(BookCheck check, String subject, String fault, String mend) {
        signIn.as("supervisor");
        owner.sql(fault).update();
        try {
            assertThat(check().findings()).anySatisfy(finding -> {
                assertThat(finding.check()).isEqualTo(check);
                assertThat(finding.subject()).isEqualTo(subject);
            });
        } finally {
            owner.sql(mend).update();
        }
    }

    private TestCase issued() {
        TestCase due = requests.due(10_000);
        cards.stock(due.card(), 1);
        done(replacements.request(due.confirmed(), key()));
        return due;
    }

    private BookReport check() {
        return books.check(done -> {});
    }

    private static BookReport.Figures danish(BookReport report) {
        return report.figures().stream()
                .filter(unit -> unit.unit().equals("DKK"))
                .findFirst()
                .orElseThrow();
    }

    private static ReplacementRequest done(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return ((Handled.Done) handled).request();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
