package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.TestPeople;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseFile;
import app.carddesk.policies.Limits;
import app.carddesk.policies.TestLimits;
import app.carddesk.policies.TestLimits.Most;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is issued without a decision stays within the day, the month and the card, whatever the clock does. */
@CarddeskTest
@Tag("database")
class LimitsHoldTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private TestPeople people;

    @Autowired
    private CaseFile cases;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    private String agent;

    @BeforeEach
    void aNewAgent() {
        agent = people.newAgent();
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void beyond_the_day_a_supervisor_decides_and_both_are_told_why() {
        Replacements limited = desk.with(TestLimits.personDay(new Most(null, 5)));
        issue(limited, 500);

        TestCase beyond = due(1);
        signIn.as(agent);
        assertThat(limited.outlook(beyond.id(), cases.get(beyond.id()).customerId(), beyond.card())
                        .all())
                .containsExactly(ReviewFlag.PERSON_DAY_LIMIT);
        Handled.Done done = request(limited, beyond);

        assertThat(done.reached()).isEqualTo(RequestState.PENDING);
        assertThat(done.request().flags()).containsExactly(ReviewFlag.PERSON_DAY_LIMIT);
    }

    @Test
    void a_number_for_the_day_holds_whatever_the_amounts() {
        Replacements limited = desk.with(TestLimits.personDay(new Most(2, null)));
        issue(limited, 1);
        issue(limited, 100_000);

        assertThat(request(limited, due(1)).reached()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void zero_for_the_day_means_that_everything_is_decided() {
        assertThat(request(desk.with(TestLimits.personDay(new Most(0, null))), due(1))
                        .reached())
                .isEqualTo(RequestState.PENDING);
        assertThat(request(desk.with(TestLimits.personDay(new Most(null, 0))), due(1))
                        .reached())
                .isEqualTo(RequestState.PENDING);
    }

    @Test
    void another_agent_has_a_day_of_their_own() {
        Replacements limited = desk.with(TestLimits.personDay(new Most(1, null)));
        issue(limited, 500);

        agent = people.newAgent();
        issue(limited, 500);
    }

    @Test
    void what_a_supervisor_decided_uses_up_nothing() {
        Replacements limited = desk.with(TestLimits.personDay(new Most(1, null)));
        TestCase decided = due(500);
        signIn.as(agent);
        Handled.Done referred = (Handled.Done) limited.refer(decided.id(), "Please look.", key());
        signIn.as("supervisor");
        limited.decide(
                referred.request().id(), referred.request().version(), new Decision.Approve("Plain enough."), key());

        issue(limited, 500);
    }

    @Test
    void a_customer_is_given_no_more_in_a_month() {
        Limits limits = TestLimits.customerMonth(new Most(null, 10));
        Replacements limited = desk.with(limits);
        String email = "m" + UUID.randomUUID() + "@example.org";
        TestCase first = due(900);
        requests.customer(first, email);
        assertThat(request(limited, first).reached()).isEqualTo(RequestState.ISSUED);

        TestCase second = due(101);
        requests.customer(second, email);
        Handled.Done beyond = request(limited, second);

        assertThat(beyond.reached()).isEqualTo(RequestState.PENDING);
        assertThat(beyond.request().flags())
                .contains(ReviewFlag.CUSTOMER_MONTH_LIMIT, ReviewFlag.CUSTOMER_REPLACED_RECENTLY);
    }

    @Test
    void a_card_is_counted_with_those_it_replaces() {
        Replacements limited = desk.with(TestLimits.card(new Most(1, null)));
        TestCase first = due(500);
        ReplacementRequest issued = request(limited, first).request();
        Card next = cards.of(issued.issued());

        Handled.Done again = request(limited, due(next));

        assertThat(again.request().flags()).contains(ReviewFlag.CARD_LIMIT, ReviewFlag.CARD_IS_A_REPLACEMENT);
    }

    @Test
    void what_waited_for_stock_is_measured_on_the_day_it_is_issued() {
        Replacements limited = desk.with(TestLimits.personDay(new Most(1, null)));
        TestCase waits = requests.due(cards.card(
                TestCards.serial("PBH"),
                CardKind.APPLE_MUSIC,
                CardForm.PHYSICAL,
                Region.DENMARK,
                CardState.ACTIVE,
                Money.ofMinor(1_000, "DKK"),
                null));
        emptyShelf(waits.card());
        Handled.Done granted = request(limited, waits);
        assertThat(granted.reached()).isEqualTo(RequestState.WAITING_FOR_STOCK);
        issue(limited, 500);
        cards.stock(waits.card(), 1);

        Handled.Done retried = (Handled.Done) limited.retry(granted.request().id());

        assertThat(retried.reached()).isEqualTo(RequestState.PENDING);
        assertThat(retried.request().flags()).containsExactly(ReviewFlag.PERSON_DAY_LIMIT);
    }

    /** The two instants lie on the same day there, or not: that alone decides. */
    @ParameterizedTest
    @CsvSource({
        // An ordinary evening and the minute after midnight.
        "Europe/Copenhagen, 2027-02-10T23:59, 2027-02-11T00:01, false",
        "Europe/Copenhagen, 2027-02-10T00:00, 2027-02-10T23:59, true",
        // Clocks go forward: the day has 23 hours.
        "Europe/Copenhagen, 2027-03-28T00:00, 2027-03-28T23:59, true",
        "Europe/Copenhagen, 2027-03-27T23:59, 2027-03-28T00:00, false",
        "Europe/Copenhagen, 2027-03-28T23:59, 2027-03-29T00:00, false",
        // Clocks go back: it has 25.
        "Europe/Copenhagen, 2027-10-31T00:00, 2027-10-31T23:59, true",
        "Europe/Copenhagen, 2027-10-31T23:59, 2027-11-01T00:00, false",
        // Where midnight itself is skipped, the day begins an hour later.
        "America/Asuncion, 2023-10-01T01:00, 2023-10-01T23:59, true",
        // The turn of the year, where it comes first and where it comes late.
        "Pacific/Kiritimati, 2027-12-31T23:59, 2028-01-01T00:00, false",
        "Pacific/Kiritimati, 2028-01-01T00:00, 2028-01-01T23:59, true",
        "America/Los_Angeles, 2027-12-31T23:59, 2028-01-01T00:00, false"
    })
    void a_day_is_the_installations_own(ZoneId zone, LocalDateTime first, LocalDateTime second, boolean sameDay) {
        Limits limits = TestLimits.personDay(new Most(1, null));
        issueAt(limits, zone, first.atZone(zone).toInstant());

        RequestState reached = requestAt(limits, zone, second.atZone(zone).toInstant());

        assertThat(reached).isEqualTo(sameDay ? RequestState.PENDING : RequestState.ISSUED);
    }

    @Test
    void the_same_instant_is_another_day_elsewhere() {
        Limits limits = TestLimits.personDay(new Most(1, null));
        Instant newYear = Instant.parse("2028-12-31T23:30:00Z");
        issueAt(limits, COPENHAGEN, newYear.minus(Duration.ofHours(1)));

        assertThat(requestAt(limits, ZoneOffset.UTC, newYear)).isEqualTo(RequestState.PENDING);
        assertThat(requestAt(limits, COPENHAGEN, newYear)).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void a_clock_set_back_gives_nobody_a_second_day() {
        Limits limits = TestLimits.personDay(new Most(1, null));
        Instant afterMidnight =
                LocalDateTime.parse("2029-05-02T00:10").atZone(COPENHAGEN).toInstant();
        issueAt(limits, COPENHAGEN, afterMidnight);

        assertThat(requestAt(limits, COPENHAGEN, afterMidnight.minus(Duration.ofMinutes(30))))
                .isEqualTo(RequestState.PENDING);
        assertThat(requestAt(limits, COPENHAGEN, afterMidnight.minus(Duration.ofDays(400))))
                .isEqualTo(RequestState.PENDING);
    }

    @Test
    void a_month_begins_at_midnight_in_the_installations_zone() {
        Limits limits = TestLimits.customerMonth(new Most(1, null));
        String email = "y" + UUID.randomUUID() + "@example.org";
        Instant lastOfMonth =
                LocalDateTime.parse("2030-01-31T23:59").atZone(COPENHAGEN).toInstant();
        TestCase first = due(100);
        requests.customer(first, email);
        assertThat(request(at(limits, COPENHAGEN, lastOfMonth), first).reached())
                .isEqualTo(RequestState.ISSUED);

        TestCase sameMonth = due(100);
        requests.customer(sameMonth, email);
        TestCase nextMonth = due(100);
        requests.customer(nextMonth, email);

        assertThat(request(at(limits, COPENHAGEN, lastOfMonth.plusSeconds(59)), sameMonth)
                        .request()
                        .flags())
                .contains(ReviewFlag.CUSTOMER_MONTH_LIMIT);
        assertThat(request(at(limits, COPENHAGEN, lastOfMonth.plusSeconds(60)), nextMonth)
                        .request()
                        .flags())
                .doesNotContain(ReviewFlag.CUSTOMER_MONTH_LIMIT);
    }

    private void issueAt(Limits limits, ZoneId zone, Instant instant) {
        assertThat(requestAt(limits, zone, instant)).isEqualTo(RequestState.ISSUED);
    }

    private RequestState requestAt(Limits limits, ZoneId zone, Instant instant) {
        TestCase due = due(100);
        signIn.as(agent);
        Handled.Done done = request(at(limits, zone, instant), due);
        return done.reached();
    }

    private Replacements at(Limits limits, ZoneId zone, Instant instant) {
        return desk.with(limits, zone, Clock.fixed(instant, ZoneOffset.UTC));
    }

    private void issue(Replacements limited, long ore) {
        assertThat(request(limited, due(ore)).reached()).isEqualTo(RequestState.ISSUED);
    }

    private TestCase due(long ore) {
        return due(cards.active(ore));
    }

    private TestCase due(Card card) {
        TestCase due = requests.due(card);
        cards.stock(due.card(), 1);
        return due;
    }

    private Handled.Done request(Replacements limited, TestCase of) {
        signIn.as(agent);
        Handled handled = limited.request(of.confirmed(), key());
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return (Handled.Done) handled;
    }

    private void emptyShelf(Card like) {
        jdbc.sql(
                        "delete from replacement_stock where state = 'AVAILABLE' and kind = :kind and form = :form and unit = :unit")
                .param("kind", like.kind().name())
                .param("form", like.form().name())
                .param("unit", like.balance().unit())
                .update();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
