package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.TimelineLine;
import app.carddesk.letters.SentLetter.Refusal;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestState;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Keys;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters of a case, from the one that suits it to the one that was sent once more. */
@CarddeskTest
@Tag("database")
class LettersOfCaseTest {

    @Autowired
    private LettersOfCase letters;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private CaseFile cases;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private Replacements replacements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Autowired
    private SignIn signIn;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @ParameterizedTest
    @EnumSource
    void every_letter_can_be_written_on_real_cases_in_every_language(LetterKind kind) {
        List<UUID> real = List.of(
                requests.told(cards.active(51_000)).id(),
                requests.told(cards.card(CardState.REPLACED, 51_000)).id(),
                requests.told(cards.code(LocalDate.of(2099, 1, 1))).id());
        for (UUID caseId : real) {
            for (Language language : Language.values()) {
                LetterText text = letters.propose(caseId, kind, language).text();
                assertThat(text.subject()).contains("C-2").doesNotContain("{", "}");
                assertThat(text.body()).contains("C-2", "carddesk@localhost").doesNotContain("{", "}", "null");
                assertThat(text.body()).hasSizeLessThan(LetterText.LONGEST_BODY);
            }
        }
    }

    @Test
    void the_letter_suits_the_verdict_and_speaks_the_customers_language() {
        TestCase told = requests.told(cards.active(51_000));
        customer(told, "Ida Prøve", Language.DA);
        LetterKind kind = letters.suiting(cases.dossier(told.id()));
        LettersOfCase.Proposal proposal = letters.propose(told.id(), kind, null);

        assertThat(kind).isEqualTo(LetterKind.NEEDS_EVIDENCE);
        assertThat(proposal.language()).isEqualTo(Language.DA);
        assertThat(proposal.text().body())
                .startsWith("Kære Ida Prøve")
                .contains("- et billede af hele kortets forside", "vilkårenes punkt 8", serialEnd(told.card()))
                .doesNotContain(told.card().serial().value());
    }

    @Test
    void an_edited_letter_waits_in_the_outbox_and_its_words_stay_in_the_timeline_sealed() {
        TestCase told = requests.told(cards.active(51_000));
        String address = address();
        UUID id = ids.next();
        LettersOfCase.Wanted wanted = wanted(id, told, "We looked at it together, marker-" + id, address);

        assertThat(letters.write(wanted)).isInstanceOf(SentLetter.Done.class);
        assertThat(letters.write(wanted)).isInstanceOf(SentLetter.Done.class);

        assertThat(letters.of(told.id())).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.WAITING);
            assertThat(letter.edited()).isTrue();
        });
        LetterCopy copy = letters.read(id).orElseThrow();
        assertThat(copy.address()).isEqualTo(address);
        assertThat(copy.text().body()).contains("marker-" + id);
        assertThat(timeline(told)).anySatisfy(line -> {
            assertThat(line.kind()).isEqualTo("letter.writtenEdited");
            assertThat(line.note()).contains("marker-" + id);
            assertThat(line.after()).isEqualTo(address);
        });
        assertThat(jdbc.sql("select subject || body || address from letter where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain("marker", address);
    }

    @Test
    void a_code_in_the_words_a_wrong_address_and_an_empty_letter_are_refused() {
        TestCase told = requests.told(cards.active(51_000));

        assertThat(write(told, "It is XKMF-2B7H-QW3P-RT9L", address())).isEqualTo(refused(Refusal.HOLDS_CODE));
        assertThat(write(told, "Hello", "nobody")).isEqualTo(refused(Refusal.NOT_AN_ADDRESS));
        assertThat(write(told, "Hello", "ida@ｅxample.com")).isEqualTo(refused(Refusal.READS_OTHERWISE));
        assertThat(write(told, " ", address())).isEqualTo(refused(Refusal.BODY_MISSING));
        assertThat(write(told, "a".repeat(LetterText.LONGEST_BODY + 1), address()))
                .isEqualTo(refused(Refusal.TOO_LONG));
        assertThat(letters.write(new LettersOfCase.Wanted(
                        ids.next(),
                        told.id(),
                        LetterKind.REPLACEMENT_ISSUED,
                        Language.EN,
                        new LetterText("a", "b"),
                        address())))
                .isEqualTo(refused(Refusal.NOT_BY_HAND));
        assertThat(letters.of(told.id())).isEmpty();
    }

    @Test
    void a_letter_that_has_not_left_goes_to_the_corrected_address_and_stays_one() {
        TestCase told = requests.told(cards.active(51_000));
        UUID id = ids.next();
        letters.write(wanted(id, told, "Hello", address()));
        String corrected = address();

        assertThat(letters.again(id, ids.next(), corrected)).isInstanceOf(SentLetter.Done.class);

        assertThat(letters.of(told.id())).hasSize(1);
        assertThat(letters.read(id).orElseThrow().address()).isEqualTo(corrected);
    }

    @Test
    void the_replacement_letter_is_queued_with_a_mark_where_the_code_will_be() {
        TestCase due = issued(address());

        Letter letter = letters.of(due.id()).getFirst();
        LetterCopy copy = letters.read(letter.id()).orElseThrow();

        assertThat(letter.kind()).isEqualTo(LetterKind.REPLACEMENT_ISSUED);
        assertThat(copy.text().body()).contains(LetterText.CODE, "DKK\u00a0123.00");
        assertThat(copy.text().shown("here").body()).contains("\nhere\n").doesNotContain(LetterText.CODE);
    }

    @Test
    void what_a_supervisor_approved_goes_again_only_where_it_was_approved_to_go() {
        String address = address();
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        cards.stock(card, 1);
        TestCase due = requests.due(card);
        requests.customer(due, address);
        Handled asked = replacements.request(due.confirmed(), Keys.next());
        ReplacementRequest request = ((Handled.Done) asked).request();
        signIn.as("supervisor");
        replacements.decide(request.id(), request.version(), new Decision.Approve(null), Keys.next());
        Letter letter = letters.of(due.id()).getFirst();
        String elsewhere = address();

        signIn.as("agent");
        assertThat(letters.again(letter.id(), ids.next(), elsewhere)).isEqualTo(refused(Refusal.CODE_ELSEWHERE));
        assertThat(letters.again(letter.id(), ids.next(), address)).isInstanceOf(SentLetter.Done.class);
        signIn.as("supervisor");
        assertThat(letters.again(letter.id(), ids.next(), elsewhere)).isEqualTo(refused(Refusal.CODE_ELSEWHERE));
        assertThat(letters.read(letter.id()).orElseThrow().address()).isEqualTo(address);
    }

    @Test
    void a_refusal_is_told_with_the_supervisors_reason() {
        TestCase due = requests.due(900_000);
        customer(due, "Eva Prov", Language.SV);
        requests.customer(due, address());
        ReplacementRequest request = ((Handled.Done) replacements.request(due.confirmed(), Keys.next())).request();
        assertThat(letters.suiting(cases.dossier(due.id()))).isEqualTo(LetterKind.REQUEST_RECEIVED);
        signIn.as("supervisor");
        Handled refused = replacements.decide(
                request.id(), request.version(), new Decision.Refuse("Kvittot gäller ett annat kort."), Keys.next());
        assertThat(((Handled.Done) refused).reached()).isEqualTo(RequestState.REFUSED);

        Letter letter = letters.of(due.id()).getFirst();
        assertThat(letter.kind()).isEqualTo(LetterKind.REQUEST_REFUSED);
        assertThat(letters.read(letter.id()).orElseThrow().text().body())
                .contains("Kvittot gäller ett annat kort.", "avsnitt 8");
    }

    private TestCase issued(String address) {
        TestCase due = requests.due(12_300);
        requests.customer(due, address);
        cards.stock(due.card(), 1);
        replacements.request(due.confirmed(), Keys.next());
        return due;
    }

    private void customer(TestCase of, String name, Language language) {
        editing.change(of.id(), CaseField.CUSTOMER_NAME, null, name);
        editing.change(of.id(), CaseField.CUSTOMER_LANGUAGE, null, language);
    }

    private SentLetter write(TestCase to, String body, String address) {
        return letters.write(wanted(ids.next(), to, body, address));
    }

    private static LettersOfCase.Wanted wanted(UUID id, TestCase to, String body, String address) {
        return new LettersOfCase.Wanted(
                id, to.id(), LetterKind.NEEDS_FACTS, Language.EN, new LetterText("About your card", body), address);
    }

    private static SentLetter refused(Refusal why) {
        return new SentLetter.Refused(why);
    }

    private List<TimelineLine> timeline(TestCase of) {
        return cases.read(of.number()).orElseThrow().timeline();
    }

    private String address() {
        return "ida-" + ids.next() + "@example.com";
    }

    private static String serialEnd(Card card) {
        String serial = card.serial().value();
        return serial.substring(serial.length() - 4);
    }
}
