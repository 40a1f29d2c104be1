package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.PhoneNumber;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody sends a code to themselves by writing their own address over the customer's before they ask. */
@CarddeskTest
@Tag("database")
class RewrittenContactTest {

    @Autowired
    private Replacements replacements;

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private CaseFile cases;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    /** How another address comes to stand in the place of the customer's. */
    private enum Way {
        WRITTEN_OVER,
        BLANKED_AND_WRITTEN,
        PHONE_WRITTEN_OVER,
        CUSTOMER_SWITCHED,
        BLANKED_AND_SWITCHED
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void an_address_rewritten_before_the_request_waits_for_a_second_person(Way way) {
        TestCase due = dueWithStock();
        UUID friend = friend();
        signIn.as("agent");

        rewrite(way, due, friend);

        assertThat(outlook(due).all()).contains(ReviewFlag.CONTACT_REWRITTEN);
        ReplacementRequest made = request(due);
        assertThat(made.state()).isEqualTo(RequestState.PENDING);
        assertThat(made.flags()).containsExactly(ReviewFlag.CONTACT_REWRITTEN);
        signIn.as("supervisor");
        assertThat(queue.toDecide(0, 1000))
                .filteredOn(row -> row.id().equals(made.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.flags()).contains(ReviewFlag.CONTACT_REWRITTEN));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void an_address_rewritten_while_the_request_waits_is_marked_and_asked_again(Way way) {
        TestCase due = requests.due(90_000);
        UUID friend = friend();
        signIn.as("agent");
        ReplacementRequest seen = request(due);
        assertThat(seen.flags()).isEmpty();

        rewrite(way, due, friend);

        signIn.as("supervisor");
        Handled answer = replacements.decide(seen.id(), seen.version(), new Decision.Approve(null), key());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Handled.Refused.class,
                        refused -> assertThat(refused.why())
                                .isInstanceOfAny(Refusal.Stale.class, Refusal.ContactChanged.class));
        await().pollInSameThread().untilAsserted(() -> {
            ReplacementRequest now = replacements.find(seen.id()).orElseThrow();
            assertThat(now.version()).isGreaterThan(seen.version());
            assertThat(now.state()).isEqualTo(RequestState.PENDING);
            assertThat(now.flags()).contains(ReviewFlag.CONTACT_REWRITTEN);
        });
    }

    @Test
    void the_first_address_of_a_customer_is_ordinary() {
        TestCase due = requests.phoned(cards.active(30_000));
        cards.stock(due.card(), 1);
        editing.change(due.id(), CaseField.CUSTOMER_EMAIL, null, address());

        assertThat(request(due).state()).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void an_address_that_was_put_back_is_no_other_one() {
        TestCase due = dueWithStock();
        EmailAddress own = email(due);
        EmailAddress slip = address();
        signIn.as("agent");
        editing.change(due.id(), CaseField.CUSTOMER_EMAIL, own, slip);
        editing.change(due.id(), CaseField.CUSTOMER_EMAIL, slip, own);

        assertThat(request(due).state()).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void another_spelling_of_the_same_mailbox_is_no_other_one() {
        TestCase due = dueWithStock();
        EmailAddress own = email(due);
        signIn.as("agent");
        editing.change(
                due.id(),
                CaseField.CUSTOMER_EMAIL,
                own,
                EmailAddress.parse(own.value().replace("@example.org", "+cards@EXAMPLE.org"))
                        .orElseThrow());

        assertThat(request(due).state()).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void what_was_rewritten_longer_ago_than_the_days_that_are_set_is_no_reason() {
        TestCase due = dueWithStock();
        signIn.as("agent");
        rewrite(Way.WRITTEN_OVER, due, friend());
        written(due, 31);

        assertThat(outlook(due).all()).isEmpty();

        written(due, 29);
        assertThat(outlook(due).all()).containsExactly(ReviewFlag.CONTACT_REWRITTEN);
    }

    @Test
    void an_old_address_put_back_over_the_one_that_stood_since_is_another_one() {
        TestCase due = dueWithStock();
        EmailAddress first = email(due);
        EmailAddress since = address();
        signIn.as("agent");
        editing.change(due.id(), CaseField.CUSTOMER_EMAIL, first, since);
        written(due, 400);
        jdbc.sql("update contact_mark set since = :at where customer_id = :customer")
                .param("at", daysAgo(400))
                .param("customer", cases.get(due.id()).customerId())
                .update();

        editing.change(due.id(), CaseField.CUSTOMER_EMAIL, since, first);

        assertThat(request(due).flags()).containsExactly(ReviewFlag.CONTACT_REWRITTEN);
    }

    @Test
    void an_address_rewritten_after_the_issue_marks_the_row_of_what_was_issued_alone() {
        TestCase due = dueWithStock();
        signIn.as("agent");
        ReplacementRequest issued = request(due);
        assertThat(issued.state()).isEqualTo(RequestState.ISSUED);
        assertThat(alone(issued).flags()).isEmpty();
        TestCase next = requests.told(cards.active(100));
        requests.customer(next, email(due).value());

        signIn.as("agent");
        editing.change(next.id(), CaseField.CUSTOMER_EMAIL, email(due), address());

        assertThat(alone(issued).flags()).containsExactly(ReviewFlag.CONTACT_REWRITTEN);
    }

    private void rewrite(Way way, TestCase due, UUID friend) {
        EmailAddress own = email(due);
        UUID customer = Objects.requireNonNull(cases.get(due.id()).customerId());
        switch (way) {
            case WRITTEN_OVER -> editing.change(due.id(), CaseField.CUSTOMER_EMAIL, own, address());
            case BLANKED_AND_WRITTEN -> {
                editing.change(due.id(), CaseField.CUSTOMER_EMAIL, own, null);
                editing.change(due.id(), CaseField.CUSTOMER_EMAIL, null, address());
            }
            case PHONE_WRITTEN_OVER -> {
                PhoneNumber first = phone();
                editing.change(due.id(), CaseField.CUSTOMER_PHONE, null, first);
                editing.change(due.id(), CaseField.CUSTOMER_PHONE, first, phone());
            }
            case CUSTOMER_SWITCHED -> editing.switchCustomer(due.id(), customer, friend);
            case BLANKED_AND_SWITCHED -> {
                editing.change(due.id(), CaseField.CUSTOMER_EMAIL, own, null);
                editing.switchCustomer(due.id(), customer, friend);
            }
        }
    }

    private TestCase dueWithStock() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        return due;
    }

    /** Another customer, named and with an e-mail. */
    private UUID friend() {
        return Objects.requireNonNull(
                cases.get(requests.named(requests.told(cards.active(100))).id()).customerId());
    }

    private EmailAddress email(TestCase of) {
        return new EmailAddress(cases.customerEmail(of.id()).orElseThrow());
    }

    /** As if the e-mail had been written so many days ago, and the one before it a day earlier. */
    private void written(TestCase of, int days) {
        jdbc.sql("""
                        update contact_mark set written_at = case
                            when exists (select 1 from contact_mark m where m.customer_id = contact_mark.customer_id
                                            and m.kind = 'EMAIL' and m.written_at > contact_mark.written_at)
                            then :before else :at end
                         where customer_id = :customer and kind = 'EMAIL'""")
                .param("at", daysAgo(days))
                .param("before", daysAgo(days + 1))
                .param("customer", cases.get(of.id()).customerId())
                .update();
    }

    private OffsetDateTime daysAgo(int days) {
        return Columns.time(clock.instant().minus(Duration.ofDays(days)));
    }

    private Outlook outlook(TestCase due) {
        return replacements.outlook(due.id(), cases.get(due.id()).customerId(), due.card());
    }

    private ReviewQueue.IssuedAlone alone(ReplacementRequest issued) {
        signIn.as("supervisor");
        return queue.issuedWithinLimit(0, 50).stream()
                .filter(row -> row.id().equals(issued.id()))
                .findFirst()
                .orElseThrow();
    }

    private ReplacementRequest request(TestCase due) {
        signIn.as("agent");
        Handled handled = replacements.request(due.confirmed(), key());
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return ((Handled.Done) handled).request();
    }

    private static EmailAddress address() {
        return new EmailAddress("w" + UUID.randomUUID() + "@example.org");
    }

    private static PhoneNumber phone() {
        return new PhoneNumber("+4521" + (100_000 + ThreadLocalRandom.current().nextInt(899_999)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
