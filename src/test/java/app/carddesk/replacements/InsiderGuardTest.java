package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.PersonContacts.Contact;
import app.carddesk.access.Role;
import app.carddesk.access.TestPeople;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseAct;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseRefusal;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.Change;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.Moving;
import app.carddesk.cases.PhoneNumber;
import app.carddesk.cases.StepOutcome;
import app.carddesk.cases.TimelineLine;
import app.carddesk.evidence.ProofOwners;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Problem;
import app.carddesk.terms.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody at the desk could try for themselves or for a friend. */
@CarddeskTest
@Tag("database")
class InsiderGuardTest {

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private TestPeople people;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseFile cases;

    @Autowired
    private ProofOwners owners;

    @Autowired
    private SignIn signIn;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void an_address_changed_after_the_approval_is_decided_on_again() {
        EmailAddress before = address();
        EmailAddress after = address();
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        ReplacementRequest granted = granted(card, before);

        signIn.as("agent");
        assertThat(editing.change(granted.caseId(), CaseField.CUSTOMER_EMAIL, before, after))
                .isInstanceOf(Change.Changed.class);

        await().pollInSameThread()
                .untilAsserted(() -> assertThat(find(granted).state()).isEqualTo(RequestState.PENDING));
        ReplacementRequest reopened = find(granted);
        assertThat(reopened.flags()).contains(ReviewFlag.CONTACT_CHANGED);
        assertThat(reopened.basis()).isNull();
        assertThat(cases.get(granted.caseId()).state()).isEqualTo(CaseState.WAITING_FOR_REVIEW);
        assertThat(told(granted)).contains("replacement.reopened");
        cards.stock(card, 1);
        signIn.as("supervisor");
        assertThat(replacements.decide(reopened.id(), reopened.version(), new Decision.Approve(null), key()))
                .satisfies(handled ->
                        assertThat(((Handled.Done) handled).reached()).isEqualTo(RequestState.ISSUED));
        assertThat(find(granted).decisions()).hasSize(2);
    }

    @Test
    void nothing_is_issued_to_a_changed_phone_even_if_stock_comes_at_once() {
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        EmailAddress email = address();
        ReplacementRequest granted = granted(card, email);
        cards.stock(card, 1);

        signIn.as("agent");
        editing.change(granted.caseId(), CaseField.CUSTOMER_PHONE, null, phone());
        replacements.retry(granted.id());

        await().pollInSameThread()
                .untilAsserted(() -> assertThat(find(granted).state()).isEqualTo(RequestState.PENDING));
        assertThat(find(granted).issued()).isNull();
    }

    @Test
    void a_name_or_a_language_is_no_address() {
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        ReplacementRequest granted = granted(card, address());
        cards.stock(card, 1);

        signIn.as("agent");
        editing.change(granted.caseId(), CaseField.CUSTOMER_NAME, null, "Mogens Opdigtsen");

        assertThat(((Handled.Done) replacements.retry(granted.id())).reached()).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void whoever_has_the_request_open_decides_only_on_the_address_they_saw() {
        TestCase due = requests.due(90_000);
        EmailAddress email = address();
        requests.customer(due, email.value());
        ReplacementRequest seen = done(replacements.request(due.confirmed(), key()));
        // The case waits for review and can be edited all the same.
        editing.change(due.id(), CaseField.CUSTOMER_EMAIL, email, address());

        signIn.as("supervisor");
        Refusal refusal = refusal(replacements.decide(seen.id(), seen.version(), new Decision.Approve(null), key()));

        assertThat(refusal).isInstanceOfAny(Refusal.Stale.class, Refusal.ContactChanged.class);
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(find(seen).version()).isGreaterThan(seen.version()));
        assertThat(find(seen).flags()).doesNotContain(ReviewFlag.CONTACT_CHANGED);
    }

    @Test
    void a_case_given_to_another_customer_after_the_approval_is_decided_on_again() {
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        ReplacementRequest granted = granted(card, address());
        TestCase other = requests.told(cards.active(100));
        requests.customer(other, address().value());
        UUID friend = cases.get(other.id()).customerId();

        editing.switchCustomer(granted.caseId(), cases.get(granted.caseId()).customerId(), friend);

        await().pollInSameThread()
                .untilAsserted(() -> assertThat(find(granted).state()).isEqualTo(RequestState.PENDING));
        assertThat(find(granted).customerId()).isEqualTo(friend);
    }

    @Test
    void one_mailbox_for_several_customers_is_looked_at_twice_however_it_is_spelled() {
        String mailbox = "s" + UUID.randomUUID();
        TestCase first = requests.due(1_000);
        requests.customer(first, mailbox + "@example.org");
        TestCase second = requests.due(1_000);
        requests.customer(second, mailbox + "+card2@EXAMPLE.org");
        cards.stock(second.card(), 1);

        ReplacementRequest request = done(replacements.request(second.confirmed(), key()));

        assertThat(request.state()).isEqualTo(RequestState.PENDING);
        assertThat(request.flags()).containsExactly(ReviewFlag.CONTACT_SHARED);
    }

    @Test
    void a_phone_that_wandered_from_one_customer_to_another_is_looked_at_twice() {
        PhoneNumber phone = phone();
        TestCase first = requests.due(1_000);
        requests.customer(first, address().value());
        editing.change(first.id(), CaseField.CUSTOMER_PHONE, null, phone);
        editing.change(first.id(), CaseField.CUSTOMER_PHONE, phone, null);
        TestCase second = requests.due(1_000);
        requests.customer(second, address().value());
        editing.change(second.id(), CaseField.CUSTOMER_PHONE, null, phone);

        assertThat(done(replacements.request(second.confirmed(), key())).flags())
                .containsExactly(ReviewFlag.CONTACT_SHARED);
    }

    @Test
    void nobody_works_on_a_case_about_themselves() {
        EmailAddress mine = address();
        String me = people.add(Role.AGENT, new Contact(mine.value().toUpperCase(Locale.ROOT), null));
        TestCase due = requests.due(90_000);
        requests.customer(due, mine.value());
        TestCase asked = requests.due(90_000);
        requests.customer(asked, mine.value());
        ReplacementRequest request = done(replacements.request(asked.confirmed(), key()));

        signIn.as(me);
        assertThat(refusal(replacements.request(due.confirmed(), key()))).isEqualTo(new Refusal.OwnCase());
        assertThat(refusal(replacements.refer(due.id(), "Please.", key()))).isEqualTo(new Refusal.OwnCase());
        assertThat(refusal(replacements.withdraw(request.id(), key()))).isEqualTo(new Refusal.OwnCase());
        assertThat(refusal(replacements.answer(request.id(), "Yes.", key()))).isEqualTo(new Refusal.OwnCase());
        assertThat(refusal(replacements.retry(request.id()))).isEqualTo(new Refusal.OwnCase());
        assertThat(editing.change(due.id(), CaseField.PROBLEM, Problem.UNREADABLE, Problem.INVALID))
                .isEqualTo(refused());
        assertThat(editing.changeCard(due.id(), due.card().serial(), null)).isEqualTo(refused());
        assertThat(editing.keepDraft(due.id(), "note", "Hello")).isEqualTo(refusedAct());
        assertThat(work.note(due.id(), "All is well.")).isEqualTo(refusedAct());
        assertThat(work.take(due.id(), Step.TRY_AGAIN, StepOutcome.HELPED)).isEqualTo(refusedAct());
        assertThat(work.undo(due.id(), Step.TRY_AGAIN)).isEqualTo(refusedAct());
        assertThat(work.move(due.id(), CaseState.OPEN, CaseState.SOLVED)).isEqualTo(new Moving.OwnCase());
        assertThat(owners.mayChange(due.id())).isFalse();
        assertThat(cases.read(due.number()).orElseThrow().isEditable()).isFalse();

        String supervisor = people.add(Role.SUPERVISOR, new Contact(mine.value(), null));
        signIn.as(supervisor);
        assertThat(refusal(replacements.decide(request.id(), request.version(), new Decision.Approve(null), key())))
                .isEqualTo(new Refusal.OwnCase());
    }

    @Test
    void nobody_enters_themselves_as_the_customer_once_the_work_is_done() {
        EmailAddress mine = address();
        PhoneNumber phone = phone();
        String me = people.add(Role.AGENT, new Contact(mine.value(), phone.e164()));
        TestCase due = requests.anonymous(cards.active(1_000));
        TestCase about = requests.told(cards.active(100));
        requests.customer(about, mine.value());
        UUID myself = cases.get(about.id()).customerId();

        signIn.as(me);
        assertThat(editing.change(due.id(), CaseField.CUSTOMER_EMAIL, null, mine))
                .isEqualTo(refused());
        assertThat(editing.change(due.id(), CaseField.CUSTOMER_PHONE, null, phone))
                .isEqualTo(refused());
        assertThat(editing.switchCustomer(due.id(), null, myself)).isEqualTo(refused());
        assertThat(cases.get(due.id()).customerId()).isNull();
    }

    private ReplacementRequest granted(Card card, EmailAddress email) {
        TestCase due = requests.due(card);
        requests.customer(due, email.value());
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()));
        signIn.as("supervisor");
        ReplacementRequest granted =
                done(replacements.decide(request.id(), request.version(), new Decision.Approve(null), key()));
        assertThat(granted.state()).isEqualTo(RequestState.WAITING_FOR_STOCK);
        signIn.as("agent");
        return granted;
    }

    private ReplacementRequest find(ReplacementRequest request) {
        return replacements.find(request.id()).orElseThrow();
    }

    private List<String> told(ReplacementRequest of) {
        CaseNumber number = of.caseNumber();
        return cases.read(number).orElseThrow().timeline().stream()
                .map(TimelineLine::kind)
                .toList();
    }

    private static <T> Change<T> refused() {
        return new Change.Refused<>(CaseRefusal.OWN_CASE);
    }

    private static CaseAct refusedAct() {
        return new CaseAct.Refused(CaseRefusal.OWN_CASE);
    }

    private static ReplacementRequest done(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return ((Handled.Done) handled).request();
    }

    private static Refusal refusal(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Refused.class);
        return ((Handled.Refused) handled).why();
    }

    private static EmailAddress address() {
        return new EmailAddress("i" + UUID.randomUUID() + "@example.org");
    }

    private static PhoneNumber phone() {
        return new PhoneNumber("+4520" + (100_000 + ThreadLocalRandom.current().nextInt(899_999)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
