package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.PhoneNumber;
import app.carddesk.replacements.TestRequests.TestCase;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing is replaced for nobody: who is named, and how they can be reached, decides where a request goes. */
@CarddeskTest
@Tag("database")
class CustomerOfRequestTest {

    @Autowired
    private Replacements replacements;

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

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void a_case_that_names_nobody_gets_nothing_and_says_what_to_do() {
        TestCase nobody = requests.anonymous(cards.active(30_000));
        cards.stock(nobody.card(), 1);

        assertThat(refusal(replacements.request(nobody.confirmed(), key())))
                .isEqualTo(new Refusal.NobodyToReach(false, false));

        assertThat(replacements.ofCase(nobody.id())).isEmpty();
    }

    @Test
    void a_name_alone_and_an_address_alone_are_not_enough() {
        TestCase named = requests.anonymous(cards.active(30_000));
        editing.change(named.id(), CaseField.CUSTOMER_NAME, null, "Testine Prøvesen");
        TestCase reached = requests.anonymous(cards.active(30_000));
        editing.change(reached.id(), CaseField.CUSTOMER_EMAIL, null, address());
        TestCase scribbled = requests.anonymous(cards.active(30_000));
        editing.change(scribbled.id(), CaseField.CUSTOMER_NAME, null, "- ?");
        editing.change(scribbled.id(), CaseField.CUSTOMER_EMAIL, null, address());

        assertThat(refusal(replacements.request(named.confirmed(), key())))
                .isEqualTo(new Refusal.NobodyToReach(true, false));
        assertThat(refusal(replacements.request(reached.confirmed(), key())))
                .isEqualTo(new Refusal.NobodyToReach(false, true));
        assertThat(refusal(replacements.request(scribbled.confirmed(), key())))
                .isEqualTo(new Refusal.NobodyToReach(false, true));
    }

    @Test
    void who_has_only_a_phone_goes_to_a_supervisor_whatever_the_amount() {
        TestCase phoned = requests.anonymous(cards.active(1_000));
        cards.stock(phoned.card(), 1);
        editing.change(phoned.id(), CaseField.CUSTOMER_NAME, null, "Testine Prøvesen");
        editing.change(phoned.id(), CaseField.CUSTOMER_PHONE, null, phone());
        assertThat(replacements
                        .outlook(phoned.id(), cases.get(phoned.id()).customerId(), phoned.card())
                        .all())
                .containsExactly(ReviewFlag.NO_EMAIL);

        ReplacementRequest request = done(replacements.request(phoned.confirmed(), key()));

        assertThat(request.state()).isEqualTo(RequestState.PENDING);
        assertThat(request.flags()).containsExactly(ReviewFlag.NO_EMAIL);
        signIn.as("supervisor");
        assertThat(done(replacements.decide(request.id(), request.version(), new Decision.Approve(null), key()))
                        .state())
                .isEqualTo(RequestState.ISSUED);
    }

    @Test
    void a_supervisor_overrules_for_nobody_neither() {
        TestCase nobody = requests.anonymous(cards.active(30_000));
        cards.stock(nobody.card(), 1);
        ReplacementRequest referred = done(replacements.refer(nobody.id(), "Please look at this.", key()));
        assertThat(referred.flags()).contains(ReviewFlag.NO_EMAIL);

        signIn.as("supervisor");
        assertThat(refusal(replacements.decide(
                        referred.id(), referred.version(), new Decision.Approve("Let it be."), key())))
                .isEqualTo(new Refusal.NobodyToReach(false, false));
    }

    @Test
    void a_customer_who_lost_every_address_gets_nothing_when_stock_comes() {
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        TestCase due = requests.due(card);
        ReplacementRequest asked = done(replacements.request(due.confirmed(), key()));
        signIn.as("supervisor");
        ReplacementRequest waiting =
                done(replacements.decide(asked.id(), asked.version(), new Decision.Approve(null), key()));
        assertThat(waiting.state()).isEqualTo(RequestState.WAITING_FOR_STOCK);
        editing.change(due.id(), CaseField.CUSTOMER_NAME, "Testine Kunde", null);
        cards.stock(card, 1);

        assertThat(refusal(replacements.retry(waiting.id()))).isEqualTo(new Refusal.NobodyToReach(false, true));
        assertThat(replacements.find(waiting.id()).orElseThrow().state()).isEqualTo(RequestState.WAITING_FOR_STOCK);
    }

    @Test
    void whoever_writes_another_address_does_not_decide_that_the_code_goes_there() {
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        cards.stock(card, 1);
        TestCase due = requests.due(card);
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()));
        String before = cases.customerEmail(due.id()).orElseThrow();

        signIn.as("supervisor");
        editing.change(due.id(), CaseField.CUSTOMER_EMAIL, new EmailAddress(before), address());

        assertThat(refusal(decidedAnew(request))).isEqualTo(new Refusal.OwnAddress());
        signIn.as("admin");
        assertThat(done(decidedAnew(request)).state()).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void neither_does_whoever_wrote_it_before_anything_was_asked_for() {
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        cards.stock(card, 1);
        TestCase due = requests.due(card);
        String before = cases.customerEmail(due.id()).orElseThrow();
        signIn.as("supervisor");
        editing.change(due.id(), CaseField.CUSTOMER_EMAIL, new EmailAddress(before), address());

        signIn.as("agent");
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()));
        signIn.as("supervisor");

        assertThat(replacements.isAddressMine(due.id())).isTrue();
        assertThat(refusal(decidedAnew(request))).isEqualTo(new Refusal.OwnAddress());
        signIn.as("admin");
        assertThat(replacements.isAddressMine(due.id())).isFalse();
        assertThat(done(decidedAnew(request)).state()).isEqualTo(RequestState.ISSUED);
    }

    @Test
    void whoever_gives_the_case_to_another_customer_does_not_decide_on_it() {
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        cards.stock(card, 1);
        TestCase due = requests.due(card);
        TestCase friend = requests.due(100);
        ReplacementRequest request = done(replacements.request(due.confirmed(), key()));
        UUID customer = cases.get(due.id()).customerId();
        UUID other = cases.get(friend.id()).customerId();

        signIn.as("supervisor");
        editing.switchCustomer(due.id(), customer, Objects.requireNonNull(other));

        assertThat(refusal(decidedAnew(request))).isEqualTo(new Refusal.OwnAddress());
    }

    /** Approves once the request stands on the contact as it is now. */
    private Handled decidedAnew(ReplacementRequest request) {
        return await().pollInSameThread()
                .until(
                        () -> {
                            long version = replacements
                                    .find(request.id())
                                    .orElseThrow()
                                    .version();
                            return replacements.decide(request.id(), version, new Decision.Approve(null), key());
                        },
                        handled -> !(handled instanceof Handled.Refused(Refusal why))
                                || !(why instanceof Refusal.ContactChanged || why instanceof Refusal.Stale));
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
        return new EmailAddress("n" + UUID.randomUUID() + "@example.org");
    }

    private static PhoneNumber phone() {
        return new PhoneNumber("+4520" + (100_000 + ThreadLocalRandom.current().nextInt(899_999)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
