package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.EarlierDatabase;
import app.carddesk.OwnerDatabase;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.EmailAddress;
import app.carddesk.personal.PersonalKeys;
import app.carddesk.personal.PersonalValues;
import app.carddesk.personal.SealingAtUpgrade;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people write with a request, and every address a customer had, stand in no row in the clear and can be erased. */
@CarddeskTest
@Tag("database")
class SealedWordsTest {

    private static final String WORDS = "Kerstin Ek lives in Roskilde and is in a hurry.";
    private static final String QUESTION = "Ask Kerstin Ek for the back of the card.";
    private static final String ANSWER = "Kerstin Ek has sent it.";
    private static final String REASON = "Kerstin Ek is known to us.";

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestRequests requests;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private CaseFile cases;

    @Autowired
    private CaseGuard guard;

    @Autowired
    private PersonalKeys keys;

    @Autowired
    private SealingAtUpgrade sealing;

    @Autowired
    private OwnerDatabase owner;

    @Autowired
    private List<JavaMigration> migrations;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    private final Ids ids = new Ids(Clock.systemUTC());

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void words_answers_and_reasons_are_sealed_and_go_with_the_customers_key() {
        TestCase due = requests.due(90_000);
        ReplacementRequest referred = done(replacements.refer(due.id(), WORDS, key()));
        // The case has no customer yet: its key passes to the one it gets.
        requests.customer(due, address().value());
        UUID customer = cases.get(due.id()).customerId();
        await().pollInSameThread().until(() -> customer.equals(find(referred).customerId()));
        signIn.as("supervisor");
        ReplacementRequest now = find(referred);
        done(replacements.decide(now.id(), now.version(), new Decision.Return(QUESTION), key()));
        signIn.as("agent");
        done(replacements.answer(now.id(), ANSWER, key()));
        signIn.as("supervisor");
        now = find(now);
        ReplacementRequest refused =
                done(replacements.decide(now.id(), now.version(), new Decision.Refuse(REASON), key()));

        assertThat(refused.words()).isEqualTo(WORDS);
        assertThat(refused.answer()).isEqualTo(ANSWER);
        assertThat(refused.decisions())
                .extracting(ReplacementRequest.Taken::reason)
                .containsExactly(QUESTION, REASON);
        assertThat(stored(jdbc, refused.id())).hasSize(4).allMatch(PersonalValues::isSealed);

        keys.erase(customer, PersonalKeys.Why.REQUESTED);

        ReplacementRequest erased = find(refused);
        assertThat(erased.words()).isEqualTo(PersonalValues.ERASED);
        assertThat(erased.answer()).isEqualTo(PersonalValues.ERASED);
        assertThat(erased.decisions())
                .extracting(ReplacementRequest.Taken::reason)
                .containsExactly(PersonalValues.ERASED, PersonalValues.ERASED);
        assertThat(erased.state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void the_longest_words_have_room_when_they_are_sealed() {
        String longest = "ﷺ".repeat(2_000);
        TestCase due = requests.due(90_000);

        ReplacementRequest referred = done(replacements.refer(due.id(), longest, key()));

        assertThat(referred.words()).isEqualTo(longest);
    }

    @Test
    void addresses_a_customer_had_are_kept_as_marks_and_go_with_the_customers_key() {
        EmailAddress former = address();
        EmailAddress present = address();
        TestCase first = requests.told(requests.due(1_000).card());
        requests.customer(first, former.value());
        editing.change(first.id(), CaseField.CUSTOMER_EMAIL, former, present);
        UUID one = cases.get(first.id()).customerId();
        UUID heir = customerOf(former);
        UUID other = customerOf(address());

        assertThat(marks(jdbc, one)).hasSize(2).noneMatch(mark -> mark.contains("@") || mark.contains("example"));
        assertThat(guard.sharesContact(one)).isTrue();
        assertThat(guard.sharesContact(heir)).isTrue();
        assertThat(guard.sharesContact(other)).isFalse();

        signIn.as("supervisor");
        keys.erase(one, PersonalKeys.Why.REQUESTED);

        assertThat(marks(jdbc, one)).as("only of what the record still holds").hasSize(1);
        assertThat(guard.sharesContact(heir)).isFalse();
        signIn.as("agent");
        TestCase again = requests.told(requests.due(1_000).card());
        editing.change(again.id(), CaseField.CUSTOMER_NAME, null, "Somebody Else");
        editing.change(first.id(), CaseField.CUSTOMER_EMAIL, present, null);
        editing.change(again.id(), CaseField.CUSTOMER_EMAIL, null, present);
        assertThat(guard.sharesContact(one)).isTrue();
    }

    @Test
    void rows_of_an_earlier_release_are_sealed_and_marked_by_its_upgrade() throws SQLException {
        try (EarlierDatabase earlier = new EarlierDatabase(owner, migrations, "in_the_clear", "22")) {
            JdbcClient old = earlier.jdbc();
            UUID one = oldCustomer(old);
            UUID other = oldCustomer(old);
            oldContact(old, one, "EMAIL", "kerstin@example.org");
            oldContact(old, one, "PHONE", "+4520102030");
            oldContact(old, other, "EMAIL", "kerstin@example.org");
            oldContact(old, other, "PHONE", "+4520102031");
            UUID known = oldRequest(old, one, 1, WORDS);
            UUID unknown = oldRequest(old, null, 2, null);

            earlier.upgrade();

            assertThat(stored(old, known)).hasSize(3).allMatch(PersonalValues::isSealed);
            assertThat(stored(old, known)).allMatch(text -> text.contains(one.toString()));
            assertThat(stored(old, unknown)).hasSize(2).allMatch(PersonalValues::isSealed);
            try (Connection connection = earlier.source().getConnection()) {
                PersonalValues values = sealing.on(connection);
                String words = old.sql("select words from replacement_request where id = :id")
                        .param("id", known)
                        .query(String.class)
                        .single();
                assertThat(values.reader(List.of(words)).open(words, known)).isEqualTo(WORDS);
                assertThat(marks(old, one))
                        .contains(values.mark("contact:EMAIL", "kerstin@example.org"))
                        .hasSize(2);
            }
            assertThat(marks(old, one)).filteredOn(marks(old, other)::contains).hasSize(1);
        }
    }

    private ReplacementRequest find(ReplacementRequest request) {
        return replacements.find(request.id()).orElseThrow();
    }

    private UUID customerOf(EmailAddress email) {
        TestCase made = requests.told(requests.due(1_000).card());
        requests.customer(made, email.value());
        return cases.get(made.id()).customerId();
    }

    /** Everything people wrote with a request, as it is stored. */
    private static List<String> stored(JdbcClient database, UUID request) {
        return database.sql("""
                        select words from replacement_request where id = :id and words is not null
                        union all select answer from replacement_request where id = :id and answer is not null
                        union all select reason from replacement_decision where request_id = :id and reason is not null
                        """).param("id", request).query(String.class).list();
    }

    private static List<String> marks(JdbcClient database, UUID customer) {
        return database.sql("select mark from contact_mark where customer_id = :customer")
                .param("customer", customer)
                .query(String.class)
                .list();
    }

    private UUID oldCustomer(JdbcClient old) {
        UUID id = ids.next();
        old.sql("insert into customer (id, created_at) values (:id, :now)")
                .param("id", id)
                .param("now", now())
                .update();
        return id;
    }

    private void oldContact(JdbcClient old, UUID customer, String kind, String value) {
        old.sql("insert into customer_contact (customer_id, kind, contact_key, since) values (:id, :kind, :key, :now)")
                .param("id", customer)
                .param("kind", kind)
                .param("key", value)
                .param("now", now())
                .update();
    }

    private UUID oldRequest(JdbcClient old, UUID customer, int sequence, String words) {
        UUID id = ids.next();
        UUID caseId = ids.next();
        old.sql(
                        "insert into support_case (id, case_year, case_sequence, state, customer_id, opened_at, opened_by,"
                                + " changed_at) values (:id, 2026, :sequence, 'OPEN', cast(:customer as uuid), :now, :by, :now)")
                .param("id", caseId)
                .param("sequence", sequence)
                .param("customer", customer)
                .param("now", now())
                .param("by", DemoPeople.AGENT)
                .update();
        old.sql("""
                        insert into replacement_request (id, request_number, case_id, case_number, customer_id, kind, rule,
                            outcome, flags, words, answer, state, requested_by, requested_at, changed_at, version)
                        values (:id, :number, :case, 'C-2026-000001', cast(:customer as uuid), 'REFERRAL',
                            'REPLACEMENT_DUE', 'REPLACE', '', cast(:words as varchar), :answer, 'REFUSED', :by, :now,
                            :now, 0)""")
                .param("id", id)
                .param("number", "R-2026-00000" + sequence)
                .param("case", caseId)
                .param("customer", customer)
                .param("words", words)
                .param("answer", ANSWER)
                .param("by", DemoPeople.AGENT)
                .param("now", now())
                .update();
        old.sql("""
                        insert into replacement_decision
                            (id, request_id, requested_by, decided_by, outcome, reason, decided_at)
                        values (:id, :request, :by, :decider, 'REFUSED', :reason, :now)""")
                .param("id", ids.next())
                .param("request", id)
                .param("by", DemoPeople.AGENT)
                .param("decider", DemoPeople.SUPERVISOR)
                .param("reason", REASON)
                .param("now", now())
                .update();
        return id;
    }

    private static Object now() {
        return Columns.time(Instant.now());
    }

    private static ReplacementRequest done(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return ((Handled.Done) handled).request();
    }

    private static EmailAddress address() {
        return new EmailAddress("w" + UUID.randomUUID() + "@example.org");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
