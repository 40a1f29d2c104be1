package app.carddesk.replacements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.Contradiction;
import app.carddesk.cases.Contradictions;
import app.carddesk.evidence.reading.PageReader;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What does not fit in a case is never issued by one person alone, and says why wherever it is looked at. */
@CarddeskTest
@Tag("database")
class SecondPairOfEyesTest {

    @Autowired
    private Replacements replacements;

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private Contradictions contradictions;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PageReader reader;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    /** Something that does not fit, done to a case that would be issued at once. */
    private enum Trick {
        PURCHASE_DATE_FAR_FROM_ACTIVATION(ReviewFlag.PURCHASE_FAR_FROM_ACTIVATION),
        OTHER_AMOUNT_PAID(ReviewFlag.AMOUNT_NOT_FACE_VALUE),
        OTHER_RETAILER(ReviewFlag.OTHER_RETAILER),
        PICTURE_OF_ANOTHER_CASE(ReviewFlag.PICTURE_REUSED),
        RECEIPT_OF_ANOTHER_CASE(ReviewFlag.RECEIPT_REUSED),
        OTHER_SERIAL_ON_THE_BACK(ReviewFlag.OTHER_SERIAL_READ),
        OTHER_SUM_ON_THE_RECEIPT(ReviewFlag.OTHER_AMOUNT_READ),
        OTHER_DAY_ON_THE_RECEIPT(ReviewFlag.OTHER_DATE_READ),
        OTHER_NUMBER_ON_THE_RECEIPT(ReviewFlag.OTHER_RECEIPT_READ),
        NO_SERIAL_AT_ALL_ON_THE_BACK(ReviewFlag.OTHER_SERIAL_READ),
        NOTHING_READ(ReviewFlag.PROOF_NOT_READ),
        PICTURES_STILL_WAIT(ReviewFlag.PICTURES_NOT_COMPARED);

        private final ReviewFlag flag;

        Trick(ReviewFlag flag) {
            this.flag = flag;
        }
    }

    @ParameterizedTest
    @EnumSource(Trick.class)
    void whatever_does_not_fit_waits_for_a_second_person_and_says_why(Trick trick) {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        play(trick, due);
        signIn.as("agent");

        assertThat(replacements.outlook(due.id(), null, due.card()).all()).contains(trick.flag);
        ReplacementRequest made = request(due, RequestState.PENDING);

        assertThat(made.flags()).contains(trick.flag);
        signIn.as("supervisor");
        ReviewQueue.Waiting row = waiting(made);
        assertThat(row.flags()).contains(trick.flag);
        assertThat(row.contradictions()).anyMatch(found -> ReviewFlag.of(found.kind()) == trick.flag);

        approve(made);

        assertThat(queue.decided(0, 50))
                .filteredOn(decided -> decided.request().equals(made.id()))
                .singleElement()
                .satisfies(decided -> assertThat(decided.flags()).contains(trick.flag));
    }

    @Test
    void a_case_in_which_everything_fits_is_issued_at_once() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        requests.say(due, CaseField.PURCHASE_DATE, LocalDate.of(2024, 5, 2), LocalDate.of(2024, 5, 5));
        requests.say(due, CaseField.PURCHASE_AMOUNT, null, Money.ofMinor(30_000, "DKK"));
        requests.say(due, CaseField.RETAILER, null, "supermarket");
        signIn.as("agent");

        request(due, RequestState.ISSUED);
    }

    @ParameterizedTest
    @EnumSource(Trick.class)
    void whatever_comes_up_after_the_decision_was_opened_is_shown_before_anything_is_issued(Trick trick) {
        TestCase due = requests.due(70_000);
        cards.stock(due.card(), 1);
        signIn.as("agent");
        ReplacementRequest made = request(due, RequestState.PENDING);
        signIn.as("supervisor");
        Outlook opened = replacements.against(made.id());
        assertThat(opened.all()).isEmpty();
        play(trick, due);
        signIn.as("supervisor");

        assertThat(unseen(decide(made, opened)).all()).contains(trick.flag);
        assertThat(unseen(decide(made, null)).all()).contains(trick.flag);
        assertThat(replacements.find(made.id()).orElseThrow().state()).isEqualTo(RequestState.PENDING);

        assertThat(decide(made, replacements.against(made.id()))).isInstanceOf(Handled.Done.class);
    }

    @Test
    void another_fact_of_what_was_seen_already_is_news() {
        TestCase due = requests.due(50_000);
        requests.say(due, CaseField.PURCHASE_AMOUNT, null, Money.ofMinor(60_000, "DKK"));
        signIn.as("agent");
        ReplacementRequest made = request(due, RequestState.PENDING);
        signIn.as("supervisor");
        Outlook opened = replacements.against(made.id());
        requests.say(due, CaseField.PURCHASE_AMOUNT, Money.ofMinor(60_000, "DKK"), Money.ofMinor(90_000, "DKK"));
        signIn.as("supervisor");

        assertThat(unseen(decide(made, opened)).contradictions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Contradiction.AmountNotFaceValue.class,
                        found -> assertThat(found.paid()).isEqualTo(Money.ofMinor(90_000, "DKK")));
    }

    @Test
    void what_is_no_longer_there_holds_nobody_up() {
        TestCase due = requests.due(50_000);
        requests.say(due, CaseField.RETAILER, null, "Kiosk Aarhus");
        signIn.as("agent");
        ReplacementRequest made = request(due, RequestState.PENDING);
        signIn.as("supervisor");
        Outlook opened = replacements.against(made.id());
        requests.say(due, CaseField.RETAILER, "Kiosk Aarhus", null);
        signIn.as("supervisor");

        assertThat(decide(made, opened)).isInstanceOf(Handled.Done.class);
    }

    private Handled decide(ReplacementRequest made, @Nullable Outlook seen) {
        return replacements.decide(
                made.id(),
                made.version(),
                new Decision.Approve(null, seen),
                UUID.randomUUID().toString());
    }

    private static Outlook unseen(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Refused.class);
        Refusal why = ((Handled.Refused) handled).why();
        assertThat(why).isInstanceOf(Refusal.NewMarks.class);
        return ((Refusal.NewMarks) why).unseen();
    }

    @Test
    void what_is_put_right_before_the_request_is_no_reason() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        requests.say(due, CaseField.PURCHASE_AMOUNT, null, Money.ofMinor(80_000, "DKK"));
        requests.say(due, CaseField.PURCHASE_AMOUNT, Money.ofMinor(80_000, "DKK"), Money.ofMinor(30_000, "DKK"));
        signIn.as("agent");

        request(due, RequestState.ISSUED);
    }

    @Test
    void what_comes_to_light_while_a_granted_request_waits_for_stock_goes_to_a_supervisor() {
        TestCase due = requests.due(cards.card(
                TestCards.serial("PBH"),
                CardKind.APPLE_MUSIC,
                CardForm.PHYSICAL,
                Region.DENMARK,
                CardState.ACTIVE,
                Money.ofMinor(3_100, "DKK"),
                null));
        jdbc.sql(
                        "delete from replacement_stock where state = 'AVAILABLE' and kind = 'APPLE_MUSIC' and form = 'PHYSICAL'")
                .update();
        signIn.as("agent");
        ReplacementRequest granted = request(due, RequestState.WAITING_FOR_STOCK);
        read(due, ProofKind.BACK, "SERIAL", "GCA08Z7154420999");
        cards.stock(due.card(), 1);

        Handled late = replacements.retry(granted.id());

        assertThat(((Handled.Done) late).reached()).isEqualTo(RequestState.PENDING);
        assertThat(replacements.find(granted.id()).orElseThrow().flags()).contains(ReviewFlag.OTHER_SERIAL_READ);
    }

    @Test
    void what_comes_to_light_afterwards_stands_in_the_list_of_what_was_issued_alone() {
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        signIn.as("agent");
        ReplacementRequest issued = request(due, RequestState.ISSUED);
        read(due, ProofKind.BACK, "SERIAL", "GCA08Z7154420999");

        signIn.as("supervisor");

        assertThat(queue.issuedWithinLimit(0, 50))
                .filteredOn(row -> row.id().equals(issued.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.contradictions())
                        .extracting(Contradiction::kind)
                        .contains(Contradiction.Kind.OTHER_SERIAL_READ));
    }

    /** Where a reader is installed, what it left out is not read, whoever accepted it. */
    @Test
    void a_picture_the_reader_left_out_waits_for_a_second_person() {
        assumeThat(reader.readsPrint()).isTrue();
        TestCase due = requests.due(30_000);
        cards.stock(due.card(), 1);
        proofs(
                due,
                id -> jdbc.sql("update proof_page set known = false where proof = :id")
                        .param("id", id)
                        .update());
        signIn.as("agent");

        assertThat(request(due, RequestState.PENDING).flags()).containsExactly(ReviewFlag.PROOF_NOT_READ);
    }

    @Test
    void an_own_harmless_takes_no_reason_away() {
        TestCase due = requests.due(30_000);
        play(Trick.PICTURE_OF_ANOTHER_CASE, due);
        UUID flag =
                jdbc.sql("""
                        select f.id from reuse_flag f join proof p on p.id in (f.earlier, f.later)
                         where p.owner = :case""").param("case", due.id()).query(UUID.class).list().getFirst();
        signIn.as("agent");

        jdbc.sql("update reuse_flag set reason = 'mine', seen_at = current_timestamp, seen_by = :me where id = :id")
                .param("me", agent())
                .param("id", flag)
                .update();

        assertThat(contradictions.of(due.id(), agent()))
                .extracting(Contradiction::kind)
                .contains(Contradiction.Kind.PICTURE_REUSED);
        assertThat(contradictions.of(due.id(), UUID.randomUUID()))
                .extracting(Contradiction::kind)
                .doesNotContain(Contradiction.Kind.PICTURE_REUSED);
    }

    private UUID agent() {
        return jdbc.sql("select id from person where username = 'agent'")
                .query(UUID.class)
                .single();
    }

    private void play(Trick trick, TestCase due) {
        switch (trick) {
            case PURCHASE_DATE_FAR_FROM_ACTIVATION ->
                requests.say(due, CaseField.PURCHASE_DATE, LocalDate.of(2024, 5, 2), LocalDate.of(2024, 5, 6));
            case OTHER_AMOUNT_PAID -> requests.say(due, CaseField.PURCHASE_AMOUNT, null, Money.ofMinor(50_000, "DKK"));
            case OTHER_RETAILER -> requests.say(due, CaseField.RETAILER, null, "Kiosk Aarhus");
            case PICTURE_OF_ANOTHER_CASE -> {
                byte[] picture = TestRequests.picture();
                requests.accept(requests.told(cards.active(20_000)), ProofKind.FRONT, picture);
                requests.accept(due, ProofKind.FRONT, picture);
                contradictions.settle(due.id(), Duration.ofSeconds(20));
            }
            case RECEIPT_OF_ANOTHER_CASE -> {
                String number = UUID.randomUUID().toString();
                Stream.of(requests.told(cards.active(20_000)), due)
                        .forEach(each -> requests.say(each, CaseField.RECEIPT_NUMBER, null, number));
            }
            case OTHER_SERIAL_ON_THE_BACK -> read(due, ProofKind.BACK, "SERIAL", "GCA08Z7154420999");
            case NO_SERIAL_AT_ALL_ON_THE_BACK -> read(due, ProofKind.BACK, "SERIAL", "7Q#9");
            case OTHER_SUM_ON_THE_RECEIPT -> read(due, ProofKind.RECEIPT, "TOTAL", "DKK 500.00");
            case OTHER_DAY_ON_THE_RECEIPT -> read(due, ProofKind.RECEIPT, "PURCHASE_DATE", "2021-05-02");
            case OTHER_NUMBER_ON_THE_RECEIPT -> {
                requests.say(
                        due, CaseField.RECEIPT_NUMBER, null, UUID.randomUUID().toString());
                read(due, ProofKind.RECEIPT, "RECEIPT_NUMBER", "4711");
            }
            case NOTHING_READ ->
                proofs(
                        due,
                        id -> jdbc.sql("update proof_page set print_sought = true where proof = :id")
                                .param("id", id)
                                .update());
            case PICTURES_STILL_WAIT ->
                proofs(
                        due,
                        id -> jdbc.sql("update reuse_page set state = 'FAILED' where proof = :id")
                                .param("id", id)
                                .update());
        }
    }

    /** What a reader found on the one proof of this kind. */
    private void read(TestCase of, ProofKind kind, String what, String value) {
        UUID proof = jdbc.sql("select id from proof where owner = :case and kind = :kind and removed_at is null")
                .param("case", of.id())
                .param("kind", kind.name())
                .query(UUID.class)
                .list()
                .getFirst();
        jdbc.sql("""
                        insert into proof_finding (id, proof, page, kind, value_read, source, area_left, area_top,
                                                   area_width, area_height, place)
                        values (:id, :proof, 1, :kind, :value, 'TEXT', 0, 0, 100, 100, 1)""")
                .param("id", UUID.randomUUID())
                .param("proof", proof)
                .param("kind", what)
                .param("value", value)
                .update();
    }

    private void proofs(TestCase of, Consumer<UUID> each) {
        jdbc.sql("select id from proof where owner = :case")
                .param("case", of.id())
                .query(UUID.class)
                .list()
                .forEach(each);
    }

    private ReviewQueue.Waiting waiting(ReplacementRequest made) {
        for (int offset = 0; ; offset += 50) {
            List<ReviewQueue.Waiting> part = queue.toDecide(offset, 50);
            for (ReviewQueue.Waiting row : part) {
                if (row.id().equals(made.id())) {
                    return row;
                }
            }
            assertThat(part).hasSize(50);
        }
    }

    private void approve(ReplacementRequest made) {
        Handled handled = replacements.decide(
                made.id(),
                made.version(),
                new Decision.Approve("Seen, and explained."),
                UUID.randomUUID().toString());
        assertThat(handled).isInstanceOf(Handled.Done.class);
        assertThat(Set.of(RequestState.ISSUED, RequestState.WAITING_FOR_STOCK))
                .contains(((Handled.Done) handled).reached());
    }

    private ReplacementRequest request(TestCase due, RequestState reached) {
        Handled handled =
                replacements.request(due.confirmed(), UUID.randomUUID().toString());
        assertThat(handled).isInstanceOf(Handled.Done.class);
        Handled.Done done = (Handled.Done) handled;
        assertThat(done.reached()).isEqualTo(reached);
        return done.request();
    }
}
