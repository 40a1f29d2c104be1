package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.access.PersonContacts.Contact;
import app.carddesk.access.Role;
import app.carddesk.access.TestPeople;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.TimelineLine;
import app.carddesk.letters.CodeAddresses.Pending;
import app.carddesk.letters.SentLetter.Refusal;
import app.carddesk.notices.NoticeKind;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A redemption code goes where it was decided to go; anywhere else takes somebody who had no hand in it. */
@CarddeskTest
@Tag("database")
class CodeAddressesTest {

    private static final String WHY = "Read to me on the telephone after three questions.";

    @Autowired
    private CodeAddresses addresses;

    @Autowired
    private LettersOfCase letters;

    @Autowired
    private LetterStore store;

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
    private TestPeople people;

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

    @Test
    void nobody_alone_sends_a_code_that_waits_or_has_left_to_another_address() {
        for (boolean left : new boolean[] {false, true}) {
            TestCase due = issued();
            Letter letter = letter(due);
            if (left) {
                leaves(letter);
            }
            for (String who : List.of("agent", "agent2", "supervisor", "admin")) {
                signIn.as(who);
                assertThat(letters.again(letter.id(), ids.next(), address()))
                        .as("%s, left: %s", who, left)
                        .isEqualTo(refused(Refusal.CODE_ELSEWHERE));
            }
            assertThat(letters.of(due.id())).hasSize(1);
            assertThat(addressOf(letter)).isEqualTo(decided(due));
        }
    }

    @Test
    void what_two_people_agree_on_goes_there_and_only_there() {
        TestCase due = issued();
        Letter letter = letter(due);
        leaves(letter);
        String before = decided(due);
        String elsewhere = address();
        CodeAddressRequest asked = ask("agent2", letter, elsewhere);
        assertThat(asked.kind()).isEqualTo(CodeAddressKind.ELSEWHERE);

        String supervisor = supervisor();
        Pending pending = pending(supervisor, asked);
        assertThat(pending.notByMe()).isNull();
        assertThat(pending.decided()).isEqualTo(before);
        approved(pending);

        List<Letter> all = letters.of(due.id());
        assertThat(all).hasSize(2);
        assertThat(addressOf(all.getFirst())).isEqualTo(elsewhere);
        assertThat(all.getFirst().newCard()).isEqualTo(letter.newCard());
        assertThat(letters.again(letter.id(), ids.next(), before)).isEqualTo(refused(Refusal.CODE_ELSEWHERE));
        leaves(all.getFirst());
        assertThat(letters.again(letter.id(), ids.next(), elsewhere)).isInstanceOf(SentLetter.Done.class);
        assertThat(timeline(due))
                .anySatisfy(line -> {
                    assertThat(line.kind()).isEqualTo("codeAddress.asked");
                    assertThat(line.before()).isEqualTo(before);
                    assertThat(line.after()).isEqualTo(elsewhere);
                    assertThat(line.note()).isEqualTo(WHY);
                })
                .anyMatch(line -> line.kind().equals("codeAddress.approved"));
        assertThat(audited(asked)).containsExactly("codeAddress.asked", "codeAddress.approved");
    }

    @Test
    void a_letter_that_has_not_left_takes_the_agreed_address_and_stays_one() {
        TestCase due = issued();
        String elsewhere = address();
        CodeAddressRequest asked = ask("agent2", letter(due), elsewhere);

        approved(pending(supervisor(), asked));

        assertThat(letters.of(due.id())).hasSize(1);
        assertThat(addressOf(letter(due))).isEqualTo(elsewhere);
    }

    @Test
    void whoever_had_a_hand_in_it_does_not_decide() {
        TestCase due = decidedOn();
        Letter letter = letter(due);
        String asker = supervisor();
        CodeAddressRequest asked = ask(asker, letter, address());

        assertThat(notByMe(asker, asked)).isEqualTo(CodeAddressRefusal.OWN_REQUEST);
        assertThat(notByMe("supervisor", asked)).isEqualTo(CodeAddressRefusal.OWN_REPLACEMENT);
        assertThat(notByMe(supervisor(), asked)).isNull();
        Pending seen = pending("admin", asked);
        signIn.as("agent2");
        assertThatThrownBy(() -> addresses.approve(asked.id(), seen.seen(), key()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoever_requested_the_replacement_does_not_decide_whatever_roles_they_hold() {
        TestCase due = issued("supervisor");
        CodeAddressRequest asked = ask("agent2", letter(due), address());

        assertThat(notByMe("supervisor", asked)).isEqualTo(CodeAddressRefusal.OWN_REPLACEMENT);
    }

    @Test
    void whoever_has_or_had_the_case_does_not_decide() {
        TestCase due = requests.due(12_300);
        UUID admin = idOf("admin");
        UUID assignee = cases.get(due.id()).assignee();
        editing.change(due.id(), CaseField.ASSIGNEE, assignee, admin);
        editing.change(due.id(), CaseField.ASSIGNEE, admin, DemoPeople.AGENT);
        issue("agent", due);
        CodeAddressRequest asked = ask("agent2", letter(due), address());

        assertThat(notByMe("admin", asked)).isEqualTo(CodeAddressRefusal.OWN_WORK);
    }

    @Test
    void whoever_sent_its_letters_does_not_decide() {
        TestCase due = issued();
        Letter letter = letter(due);
        leaves(letter);
        String sender = supervisor();
        signIn.as(sender);
        assertThat(letters.again(letter.id(), ids.next(), decided(due))).isInstanceOf(SentLetter.Done.class);
        CodeAddressRequest asked = ask("agent2", letter, address());

        assertThat(notByMe(sender, asked)).isEqualTo(CodeAddressRefusal.OWN_WORK);
    }

    @Test
    void whoever_wrote_the_customers_address_does_not_decide() {
        TestCase due = issued();
        TestCase other = requests.told(cards.active(1_000));
        requests.customer(other, decided(due));
        String writer = supervisor();
        signIn.as(writer);
        EmailAddress theirs = new EmailAddress(address());
        editing.change(other.id(), CaseField.CUSTOMER_EMAIL, new EmailAddress(decided(due)), theirs);
        CodeAddressRequest asked = ask("agent2", letter(due), theirs.value());

        assertThat(notByMe(writer, asked)).isEqualTo(CodeAddressRefusal.OWN_ADDRESS);
    }

    @Test
    void an_address_that_stands_on_the_case_later_is_no_decided_one() {
        TestCase due = issued();
        Letter letter = letter(due);
        String before = decided(due);
        TestCase other = requests.told(cards.active(1_000));
        requests.customer(other, before);
        EmailAddress later = new EmailAddress(address());
        editing.change(other.id(), CaseField.CUSTOMER_EMAIL, new EmailAddress(before), later);
        assertThat(cases.customerEmail(due.id())).contains(later.value());

        assertThat(letters.again(letter.id(), ids.next(), later.value())).isEqualTo(refused(Refusal.CODE_ELSEWHERE));
        assertThat(addressOf(letter)).isEqualTo(before);
    }

    @Test
    void a_customer_written_after_the_issue_gets_nothing_without_two_people() {
        TestCase due = requests.phoned(cards.active(12_300));
        cards.stock(due.card(), 1);
        ReplacementRequest request = asked("agent", due);
        decide("supervisor", request);
        Letter letter = letter(due);
        assertThat(letter.problem()).isEqualTo(LetterProblem.NO_ADDRESS);
        String typed = address();

        for (String who : List.of("agent", "agent2", "supervisor", "admin")) {
            signIn.as(who);
            assertThat(letters.again(letter.id(), ids.next(), typed)).isEqualTo(refused(Refusal.CODE_ELSEWHERE));
        }
        CodeAddressRequest asked = ask("agent", letter, typed);
        assertThat(notByMe("supervisor", asked)).isEqualTo(CodeAddressRefusal.OWN_REPLACEMENT);
        approved(pending(supervisor(), asked));
        assertThat(addressOf(letter(due))).isEqualTo(typed);
    }

    @Test
    void the_same_address_gets_a_few_letters_and_then_takes_two_people_as_well() {
        TestCase due = issued();
        Letter letter = letter(due);
        String decided = decided(due);
        leaves(letter);
        assertThat(askFor("agent", letter, decided)).isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.NO_NEED));
        for (int more = 0; more < 2; more++) {
            signIn.as("agent2");
            assertThat(letters.again(letter.id(), ids.next(), decided.toUpperCase(Locale.ROOT)))
                    .isInstanceOf(SentLetter.Done.class);
            assertThat(addressOf(letter(due))).isEqualTo(decided);
            leaves(letter(due));
        }

        assertThat(letters.again(letter.id(), ids.next(), decided)).isEqualTo(refused(Refusal.CODE_OFTEN));
        CodeAddressRequest asked = ask("agent2", letter, decided);
        assertThat(asked.kind()).isEqualTo(CodeAddressKind.ONCE_MORE);
        approved(pending(supervisor(), asked));
        assertThat(letters.of(due.id())).hasSize(4);
        leaves(letter(due));
        signIn.as("agent");
        assertThat(letters.again(letter.id(), ids.next(), decided)).isEqualTo(refused(Refusal.CODE_OFTEN));
    }

    @Test
    void a_decision_on_something_else_than_was_looked_at_is_told() {
        TestCase due = issued();
        Letter letter = letter(due);
        CodeAddressRequest asked = ask("agent2", letter, address());
        String supervisor = supervisor();
        Pending looked = pending(supervisor, asked);

        leaves(letter);
        signIn.as(supervisor);
        assertThat(addresses.approve(asked.id(), looked.seen(), key()))
                .isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.STALE));

        Pending again = pending(supervisor, asked);
        TestCase other = requests.told(cards.active(1_000));
        String before = cases.customerEmail(due.id()).orElseThrow();
        requests.customer(other, before);
        editing.change(other.id(), CaseField.CUSTOMER_EMAIL, new EmailAddress(before), new EmailAddress(address()));
        signIn.as(supervisor);
        assertThat(addresses.approve(asked.id(), again.seen(), key()))
                .isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.STALE));
        assertThat(letters.of(due.id())).hasSize(1);
        approved(pending(supervisor, asked));
    }

    @Test
    void one_request_waits_for_each_code_and_ends_once() {
        TestCase due = issued();
        Letter letter = letter(due);
        CodeAddressRequest first = ask("agent2", letter, address());
        assertThat(askFor("agent", letter, address()))
                .isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.ALREADY_ASKED));
        Pending old = pending(supervisor(), first);

        CodeAddressRequest second = ask("agent2", letter, address());

        String supervisor = supervisor();
        signIn.as(supervisor);
        assertThat(addresses.approve(first.id(), old.seen(), key()))
                .isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.OVER));
        assertThat(done(addresses.refuse(second.id(), "Nobody knows this address.", key()))
                        .decision()
                        .words())
                .isEqualTo("Nobody knows this address.");
        assertThat(addresses.refuse(second.id(), "Once more.", key()))
                .isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.OVER));
        assertThat(addressOf(letter)).isEqualTo(decided(due));
        assertThat(audited(first)).containsExactly("codeAddress.asked", "codeAddress.superseded");
        CodeAddressRequest third = ask("agent", letter, address());
        signIn.as("agent2");
        assertThat(addresses.withdraw(third.id(), key()))
                .isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.NOT_YOURS));
        signIn.as("agent");
        assertThat(done(addresses.withdraw(third.id(), key())).state()).isEqualTo(CodeAddressState.WITHDRAWN);
    }

    @Test
    void words_and_addresses_are_asked_for_and_kept_sealed() {
        TestCase due = issued();
        Letter letter = letter(due);
        signIn.as("agent2");
        assertThat(addresses.ask(letter.id(), "nobody", WHY, key()))
                .isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.NOT_AN_ADDRESS));
        assertThat(addresses.ask(letter.id(), address(), " ", key()))
                .isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.WORDS_MISSING));
        assertThat(addresses.ask(letter.id(), address(), "It is XKMF-2B7H-QW3P-RT9L", key()))
                .isEqualTo(new CodeAddressing.Refused(CodeAddressRefusal.WORDS_HOLD_CODE));
        String elsewhere = address();
        CodeAddressRequest asked = ask("agent2", letter, elsewhere);

        assertThat(jdbc.sql("select address || words from code_address_request where id = :id")
                        .param("id", asked.id())
                        .query(String.class)
                        .single())
                .doesNotContain(elsewhere, "telephone");
    }

    @Test
    void the_people_concerned_hear_of_it() {
        TestCase due = decidedOn();
        CodeAddressRequest asked = ask("agent2", letter(due), address());

        assertThat(notices(due)).contains(NoticeKind.CODE_ADDRESS_ASKED.name());
        assertThat(noticed(due, NoticeKind.CODE_ADDRESS_ASKED))
                .containsExactlyInAnyOrder(DemoPeople.AGENT, DemoPeople.SUPERVISOR);
        approved(pending(supervisor(), asked));
        assertThat(noticed(due, NoticeKind.CODE_ADDRESS_APPROVED)).contains(DemoPeople.AGENT_2);
    }

    @Test
    void the_database_refuses_a_decision_by_whoever_asked_for_it_or_for_the_replacement() {
        TestCase due = issued();
        CodeAddressRequest asked = ask("agent2", letter(due), address());

        for (UUID by : List.of(DemoPeople.AGENT_2, DemoPeople.AGENT)) {
            assertThatThrownBy(() -> decideBySql(asked, DemoPeople.AGENT_2, DemoPeople.AGENT, by))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> decideBySql(asked, DemoPeople.AGENT, DemoPeople.AGENT, DemoPeople.AGENT_2))
                .isInstanceOf(DataIntegrityViolationException.class);
        decideBySql(asked, DemoPeople.AGENT_2, DemoPeople.AGENT, DemoPeople.SUPERVISOR);
        assertThatThrownBy(() -> jdbc.sql("update code_address_decision set outcome = 'REFUSED'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private TestCase issued() {
        return issued("agent");
    }

    private TestCase issued(String by) {
        TestCase due = requests.due(12_300);
        issue(by, due);
        return due;
    }

    private void issue(String by, TestCase due) {
        cards.stock(due.card(), 1);
        asked(by, due);
    }

    /** A replacement by the agent that the supervisor decided on. */
    private TestCase decidedOn() {
        Card card = cards.code(LocalDate.of(2099, 1, 1));
        cards.stock(card, 1);
        TestCase due = requests.due(card);
        decide("supervisor", asked("agent", due));
        return due;
    }

    private ReplacementRequest asked(String by, TestCase due) {
        signIn.as(by);
        Handled handled = replacements.request(due.confirmed(), key());
        assertThat(handled).isInstanceOf(Handled.Done.class);
        return ((Handled.Done) handled).request();
    }

    private void decide(String by, ReplacementRequest request) {
        signIn.as(by);
        assertThat(replacements.decide(request.id(), request.version(), new Decision.Approve(null), key()))
                .isInstanceOf(Handled.Done.class);
    }

    private CodeAddressRequest ask(String by, Letter letter, String to) {
        return done(askFor(by, letter, to));
    }

    private CodeAddressing askFor(String by, Letter letter, String to) {
        signIn.as(by);
        return addresses.ask(letter.id(), to, WHY, key());
    }

    private Pending pending(String who, CodeAddressRequest asked) {
        signIn.as(who);
        return addresses.waiting().stream()
                .filter(one -> one.request().id().equals(asked.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("It does not wait"));
    }

    /** What a supervisor reads, and gets as an answer all the same. */
    private CodeAddressRefusal notByMe(String who, CodeAddressRequest asked) {
        Pending pending = pending(who, asked);
        if (pending.notByMe() != null) {
            assertThat(addresses.approve(asked.id(), pending.seen(), key()))
                    .isEqualTo(new CodeAddressing.Refused(pending.notByMe()));
            assertThat(addresses.refuse(asked.id(), "No.", key()))
                    .isEqualTo(new CodeAddressing.Refused(pending.notByMe()));
        }
        return pending.notByMe();
    }

    private void approved(Pending pending) {
        assertThat(done(addresses.approve(pending.request().id(), pending.seen(), key()))
                        .state())
                .isEqualTo(CodeAddressState.APPROVED);
    }

    private static CodeAddressRequest done(CodeAddressing came) {
        assertThat(came).isInstanceOf(CodeAddressing.Done.class);
        return ((CodeAddressing.Done) came).request();
    }

    private Letter letter(TestCase of) {
        return letters.of(of.id()).getFirst();
    }

    /** The mail server has taken it. */
    private void leaves(Letter letter) {
        jdbc.sql("update letter set state = 'SENT', due_at = null, ended_at = created_at where id = :id")
                .param("id", letter.id())
                .update();
    }

    private @Nullable String addressOf(Letter letter) {
        return store.read(letter.id()).orElseThrow().address();
    }

    private String decided(TestCase due) {
        return Objects.requireNonNull(addresses.of(letter(due)).orElseThrow().decided());
    }

    private String supervisor() {
        return people.add(Role.SUPERVISOR, new Contact(null, null));
    }

    private UUID idOf(String username) {
        return jdbc.sql("select id from person where username = :name")
                .param("name", username)
                .query(UUID.class)
                .single();
    }

    private List<TimelineLine> timeline(TestCase of) {
        return cases.read(of.number()).orElseThrow().timeline();
    }

    private List<String> audited(CodeAddressRequest asked) {
        return jdbc.sql("select act from audit_event where subject_id = :id order by at, id")
                .param("id", asked.id())
                .query(String.class)
                .list();
    }

    private List<String> notices(TestCase of) {
        return jdbc.sql("select kind from notice where subject = :number")
                .param("number", of.number().toString())
                .query(String.class)
                .list();
    }

    private List<UUID> noticed(TestCase of, NoticeKind kind) {
        return jdbc.sql("select person_id from notice where subject = :number and kind = :kind")
                .param("number", of.number().toString())
                .param("kind", kind.name())
                .query(UUID.class)
                .list();
    }

    private void decideBySql(CodeAddressRequest asked, UUID requestedBy, UUID replacedFor, UUID by) {
        jdbc.sql("""
                        insert into code_address_decision
                            (address_request_id, requested_by, replaced_for, decided_by, outcome, decided_at)
                        values (:id, :requestedBy, :for, :by, 'APPROVED', current_timestamp)""")
                .param("id", asked.id())
                .param("requestedBy", requestedBy)
                .param("for", replacedFor)
                .param("by", by)
                .update();
    }

    private static SentLetter refused(Refusal why) {
        return new SentLetter.Refused(why);
    }

    private String address() {
        return "ida-" + ids.next() + "@example.com";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
