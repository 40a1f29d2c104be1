package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.shared.Money;
import app.carddesk.shared.Problem;
import app.carddesk.shared.Region;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.AuthenticationException;

@CarddeskTest
@Tag("database")
class CaseEditingTest {

    private static final String CODE = "XABC DEFG HJKL MNPQ";

    @Autowired
    private CaseEditing editing;

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseFile file;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anAgentWorks() {
        signIn.as("agent");
    }

    @AfterEach
    void nobodyWorks() {
        signIn.out();
    }

    @Test
    void a_committed_field_is_kept_and_told_with_before_and_after() {
        UUID id = open();

        assertThat(editing.change(id, CaseField.PROBLEM, null, Problem.INVALID))
                .isEqualTo(new Change.Changed<>(Problem.INVALID));
        editing.change(id, CaseField.PROBLEM, Problem.INVALID, Problem.UNREADABLE);
        editing.change(id, CaseField.PROBLEM, Problem.UNREADABLE, null);

        assertThat(contents(id).values().get(CaseField.PROBLEM)).isNull();
        assertThat(contents(id).timeline())
                .filteredOn(line -> "problem".equals(line.field()))
                .extracting(TimelineLine::kind, TimelineLine::before, TimelineLine::after, TimelineLine::by)
                .containsExactly(
                        tuple("cleared", "enum:problem:UNREADABLE", null, DemoPeople.AGENT),
                        tuple("changed", "enum:problem:INVALID", "enum:problem:UNREADABLE", DemoPeople.AGENT),
                        tuple("set", null, "enum:problem:INVALID", DemoPeople.AGENT));
    }

    @Test
    void every_kind_of_value_comes_back_as_it_was_committed() {
        UUID id = open();
        Money paid = Money.ofMinor(50_000, "DKK");

        editing.change(id, CaseField.ACTIVE_MEMBERSHIP, null, false);
        editing.change(id, CaseField.PURCHASE_DATE, null, LocalDate.of(2024, 5, 2));
        editing.change(id, CaseField.PURCHASE_COUNTRY, null, Region.SWEDEN);
        editing.change(id, CaseField.PURCHASE_AMOUNT, null, paid);
        editing.change(id, CaseField.RETAILER, null, "Kiosk på hjørnet");
        editing.change(id, CaseField.ASSIGNEE, DemoPeople.AGENT, null);

        CaseValues values = contents(id).values();
        assertThat(values.get(CaseField.ACTIVE_MEMBERSHIP)).isFalse();
        assertThat(values.get(CaseField.PURCHASE_DATE)).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(values.get(CaseField.PURCHASE_COUNTRY)).isEqualTo(Region.SWEDEN);
        assertThat(values.get(CaseField.PURCHASE_AMOUNT)).isEqualTo(paid);
        assertThat(values.get(CaseField.RETAILER)).isEqualTo("Kiosk på hjørnet");
        assertThat(values.get(CaseField.ASSIGNEE)).isNull();
        assertThat(editing.change(id, CaseField.PURCHASE_AMOUNT, paid, Money.ofMinor(40_000, "SEK")))
                .isInstanceOf(Change.Changed.class);
    }

    @Test
    void a_stale_edit_writes_nothing_and_says_what_stands_there() {
        UUID id = open();
        editing.change(id, CaseField.RETAILER, null, "Supermarket");

        assertThat(editing.change(id, CaseField.RETAILER, null, "Kiosk"))
                .isEqualTo(new Change.Conflict<>("Supermarket"));
        assertThat(editing.change(id, CaseField.RETAILER, null, "Supermarket")).isInstanceOf(Change.Unchanged.class);
        assertThat(contents(id).values().get(CaseField.RETAILER)).isEqualTo("Supermarket");
        assertThat(contents(id).timeline())
                .filteredOn(line -> "retailer".equals(line.field()))
                .hasSize(1);
    }

    @Test
    void two_people_who_commit_at_once_do_not_overwrite_each_other() throws Exception {
        UUID id = open();

        List<Change<String>> changes =
                together(12, i -> () -> editing.change(id, CaseField.RETAILER, null, "Shop " + i));

        assertThat(changes).filteredOn(Change.Changed.class::isInstance).hasSize(1);
        assertThat(changes).filteredOn(Change.Conflict.class::isInstance).hasSize(11);
        assertThat(contents(id).timeline())
                .filteredOn(line -> "retailer".equals(line.field()))
                .hasSize(1);
    }

    @Test
    void a_redemption_code_is_refused_and_stored_nowhere() {
        UUID id = open();

        assertThat(editing.change(id, CaseField.RETAILER, null, "The code is " + CODE))
                .isEqualTo(new Change.Refused<>(CaseRefusal.CONTAINS_CODE));
        assertThat(editing.change(id, CaseField.CUSTOMER_NAME, null, CODE))
                .isEqualTo(new Change.Refused<>(CaseRefusal.CONTAINS_CODE));
        assertThat(editing.keepDraft(id, CaseField.RETAILER.key(), CODE))
                .isEqualTo(new CaseAct.Refused(CaseRefusal.CONTAINS_CODE));
        assertThat(work.note(id, "She read out " + CODE)).isEqualTo(new CaseAct.Refused(CaseRefusal.CONTAINS_CODE));

        CaseContents contents = contents(id);
        assertThat(contents.values().get(CaseField.RETAILER)).isNull();
        assertThat(contents.customer()).isNull();
        assertThat(contents.drafts()).isEmpty();
        assertThat(contents.timeline()).extracting(TimelineLine::kind).containsExactly("opened");
    }

    @Test
    void a_draft_is_sealed_where_it_is_kept() {
        UUID id = open();

        editing.keepDraft(id, CaseEditing.NOTE, "She read the receipt to me");

        assertThat(jdbc.sql("select draft_value from case_draft where case_id = :case")
                        .param("case", id)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("sealed:1:")
                .doesNotContain("receipt");
        assertThat(contents(id).drafts()).containsEntry(CaseEditing.NOTE, "She read the receipt to me");
    }

    @Test
    void of_a_code_in_a_draft_nothing_is_kept_and_the_words_around_it_are() {
        UUID id = open();

        assertThat(editing.keepDraft(id, CaseEditing.NOTE, "She says XH7KQ2RB9TJ4WN6, and no more"))
                .isEqualTo(new CaseAct.Refused(CaseRefusal.CONTAINS_CODE));
        assertThat(contents(id).drafts()).containsEntry(CaseEditing.NOTE, "She says ••••, and no more");
        assertThat(editing.keepDraft(id, CaseEditing.NOTE, "She says XH7K Q2"))
                .isEqualTo(new CaseAct.Refused(CaseRefusal.BEGINS_CODE));
        assertThat(contents(id).drafts()).containsEntry(CaseEditing.NOTE, "She says");
        assertThat(editing.keepDraft(id, CaseEditing.NOTE, "She says Xbox 360")).isEqualTo(new CaseAct.Done());
        assertThat(contents(id).drafts()).containsEntry(CaseEditing.NOTE, "She says Xbox 360");
    }

    @Test
    void a_draft_waits_while_a_code_may_be_under_way() {
        UUID id = open();
        editing.keepDraft(id, CaseEditing.NOTE, "She says");

        editing.keepDraft(id, CaseEditing.NOTE, "She says X7AB2");

        assertThat(contents(id).drafts()).containsEntry(CaseEditing.NOTE, "She says");
    }

    @Test
    void a_day_that_has_not_come_yet_is_refused() {
        UUID id = open();
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2);

        assertThat(editing.change(id, CaseField.PURCHASE_DATE, null, tomorrow))
                .isEqualTo(new Change.Refused<>(CaseRefusal.IN_THE_FUTURE));
        assertThat(editing.change(id, CaseField.CALL_BACK, null, tomorrow)).isInstanceOf(Change.Changed.class);
    }

    @Test
    void a_closed_case_is_read_only_until_it_is_reopened() {
        UUID id = open();
        work.move(id, CaseState.OPEN, CaseState.SOLVED);

        assertThat(editing.change(id, CaseField.PROBLEM, null, Problem.INVALID))
                .isEqualTo(new Change.Refused<>(CaseRefusal.CASE_CLOSED));
        assertThat(editing.change(id, CaseField.CUSTOMER_NAME, null, "Åsa"))
                .isEqualTo(new Change.Refused<>(CaseRefusal.CASE_CLOSED));
        assertThat(editing.changeCard(id, null, TestCards.serial("GCA")))
                .isEqualTo(new Change.Refused<>(CaseRefusal.CASE_CLOSED));
        assertThat(editing.keepDraft(id, CaseEditing.NOTE, "Late")).isInstanceOf(CaseAct.Refused.class);
        assertThat(work.note(id, "Late")).isEqualTo(new CaseAct.Refused(CaseRefusal.CASE_CLOSED));

        work.move(id, CaseState.SOLVED, CaseState.OPEN);
        assertThat(editing.change(id, CaseField.PROBLEM, null, Problem.INVALID)).isInstanceOf(Change.Changed.class);
    }

    @Test
    void a_draft_is_nobody_elses_and_goes_when_the_field_is_committed() {
        UUID id = open();
        editing.keepDraft(id, CaseField.RETAILER.key(), "Supermarket Od");
        editing.keepDraft(id, CaseField.RETAILER.key(), "Supermarket Odense");
        signIn.as("agent2");
        assertThat(contents(id).drafts()).isEmpty();
        signIn.as("agent");
        assertThat(contents(id).drafts()).containsEntry("retailer", "Supermarket Odense");
        assertThat(contents(id).timeline()).extracting(TimelineLine::kind).containsExactly("opened");

        editing.change(id, CaseField.RETAILER, null, "Supermarket Odense");

        assertThat(contents(id).drafts()).isEmpty();
    }

    @Test
    void a_known_email_brings_the_customer_and_their_earlier_cases() {
        EmailAddress email = email();
        UUID first = open();
        editing.change(first, CaseField.CUSTOMER_EMAIL, null, email);
        editing.change(first, CaseField.CUSTOMER_NAME, null, "Åsa Lind");
        UUID second = open();

        editing.change(
                second,
                CaseField.CUSTOMER_EMAIL,
                null,
                new EmailAddress(email.value().toUpperCase(Locale.ROOT)));

        assertThat(contents(second).customer()).isEqualTo(contents(first).customer());
        assertThat(contents(second).values().get(CaseField.CUSTOMER_NAME)).isEqualTo("Åsa Lind");
        assertThat(contents(second).earlier()).extracting(CaseLine::id).containsExactly(first);
    }

    @Test
    void an_email_of_another_customer_offers_to_switch_the_case() {
        EmailAddress hers = email();
        UUID first = open();
        editing.change(first, CaseField.CUSTOMER_EMAIL, null, hers);
        UUID second = open();
        editing.change(second, CaseField.CUSTOMER_NAME, null, "Asa");
        UUID nameless = customer(second);

        Change<EmailAddress> change = editing.change(second, CaseField.CUSTOMER_EMAIL, null, hers);

        assertThat(change)
                .isEqualTo(new Change.BelongsToAnother<EmailAddress>(
                        contents(first).customer()));
        assertThat(customer(second)).isEqualTo(nameless);
        assertThat(editing.switchCustomer(second, nameless, customer(first))).isInstanceOf(Change.Changed.class);
        assertThat(customer(second)).isEqualTo(customer(first));
        assertThat(jdbc.sql("select count(*) from customer where id = :id")
                        .param("id", nameless)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void one_phone_number_makes_one_customer_however_many_cases_name_it_at_once() throws Exception {
        PhoneNumber phone = phone();
        List<UUID> cases = IntStream.range(0, 10).mapToObj(i -> open()).toList();

        List<Change<PhoneNumber>> changes =
                together(10, i -> () -> editing.change(cases.get(i), CaseField.CUSTOMER_PHONE, null, phone));

        assertThat(changes).allMatch(Change.Changed.class::isInstance);
        assertThat(cases.stream().map(this::customer).distinct()).hasSize(1);
    }

    @Test
    void two_customers_cannot_be_given_the_same_email_at_once() throws Exception {
        EmailAddress email = email();
        List<UUID> cases = IntStream.range(0, 8)
                .mapToObj(i -> {
                    UUID id = open();
                    editing.change(id, CaseField.CUSTOMER_NAME, null, "Customer " + i);
                    return id;
                })
                .toList();

        List<Change<EmailAddress>> changes =
                together(8, i -> () -> editing.change(cases.get(i), CaseField.CUSTOMER_EMAIL, null, email));

        assertThat(changes).filteredOn(Change.Changed.class::isInstance).hasSize(1);
        assertThat(changes)
                .filteredOn(Change.BelongsToAnother.class::isInstance)
                .hasSize(7);
    }

    @Test
    void the_card_can_be_corrected_and_need_not_be_in_the_register() {
        Card card = cards.active(50_000);
        Serial unknown = TestCards.serial("GCA");
        UUID id = open();

        editing.changeCard(id, null, unknown);
        assertThat(contents(id).dossier().card()).isNull();
        assertThat(contents(id).serial()).isEqualTo(unknown);

        assertThat(editing.changeCard(id, unknown, card.serial())).isInstanceOf(Change.Changed.class);
        assertThat(contents(id).dossier().card()).isEqualTo(card);
        assertThat(editing.changeCard(id, unknown, null)).isEqualTo(new Change.Conflict<>(card.serial()));
        assertThat(contents(id).timeline())
                .extracting(TimelineLine::after)
                .contains("serial:" + unknown, "serial:" + card.serial());
    }

    @Test
    void nobody_who_is_not_signed_in_edits_a_case() {
        UUID id = open();
        signIn.out();

        assertThatThrownBy(() -> editing.change(id, CaseField.PROBLEM, null, Problem.INVALID))
                .isInstanceOf(AuthenticationException.class);
    }

    private UUID open() {
        return file.find(work.open(null)).orElseThrow().id();
    }

    private CaseContents contents(UUID id) {
        return file.read(file.get(id).number()).orElseThrow();
    }

    private UUID customer(UUID id) {
        return file.get(id).customerId();
    }

    private static EmailAddress email() {
        return new EmailAddress(UUID.randomUUID() + "@example.com");
    }

    private static PhoneNumber phone() {
        return new PhoneNumber("+4520" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
    }

    /** Runs acts of one agent at the same moment, each on a thread of its own. */
    private <T> List<T> together(int count, IntFunction<Callable<T>> act) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<T>> running = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(() -> {
                        signIn.as("agent");
                        try {
                            start.await();
                            return act.apply(i).call();
                        } finally {
                            signIn.out();
                        }
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
