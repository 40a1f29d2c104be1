package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.PersonContacts.Contact;
import app.carddesk.access.Role;
import app.carddesk.access.SystemRun;
import app.carddesk.access.TestPeople;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.TimelineLine;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.letters.mail.IncomingMail;
import app.carddesk.letters.mail.MailReader;
import app.carddesk.letters.mail.Notices;
import app.carddesk.letters.mail.Reading;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers answer, filed to their case. */
@CarddeskTest
@Tag("database")
class RepliesTest {

    private static final String CODE = "XKMF2B7HQW3PRT9L";

    @Autowired
    private Replies replies;

    @Autowired
    private LettersOfCase letters;

    @Autowired
    private CaseFile cases;

    @Autowired
    private CaseWork work;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private TestPeople people;

    @Autowired
    private SystemRun system;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Autowired
    private SignIn signIn;

    private TestCase told;

    @BeforeEach
    void begin() {
        signIn.as("agent");
        told = requests.told(cards.active(50_000));
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void a_reply_is_filed_sealed_with_its_files_and_wakes_the_case() {
        work.move(told.id(), CaseState.OPEN, CaseState.WAITING_FOR_CUSTOMER);
        String mail = TestMails.withFiles("Here it is. My code is " + CODE, "marker-" + ids.next());

        FiledReply filed = file(told, mail);

        assertThat(filed).isInstanceOfSatisfying(FiledReply.Filed.class, done -> {
            assertThat(done.woken()).isTrue();
            assertThat(done.files())
                    .extracting(ReplyFile::name, ReplyFile::state, ReplyFile::typeKey)
                    .containsExactly(
                            tuple("receipt.png", ReplyFile.State.TAKEN, null),
                            tuple("notes.txt", ReplyFile.State.OTHER_TYPE, "evidence.type.text"),
                            tuple("logo.png", ReplyFile.State.SMALL_PICTURE, null),
                            tuple("broken.png", ReplyFile.State.BROKEN, null));
        });
        assertThat(cases.get(told.id()).state()).isEqualTo(CaseState.OPEN);
        assertThat(proofs.of(told.id())).singleElement().extracting(Proof::kind).isEqualTo(ProofKind.OTHER);
        assertThat(replies.of(told.id())).singleElement().satisfies(reply -> {
            assertThat(reply.sender()).isEqualTo("Ida Svarer");
            assertThat(reply.text()).isEqualTo("Here it is. My code is ••••");
            assertThat(reply.subject()).startsWith("About the card marker-");
        });
        assertThat(timeline()).extracting(TimelineLine::kind).contains("reply.filed", "proof.added", "state");
        assertThat(stored()).doesNotContain("marker-", "Ida Svarer", "Here it is", CODE, "receipt.png");
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void filed_twice_it_is_there_once_whether_it_has_an_identifier_or_not() {
        for (String mail : List.of(
                TestMails.withFiles("Once", "a-" + ids.next()),
                "From: ida@example.com\nSubject: plain " + ids.next() + "\n\nOnce")) {
            int before = replies.of(told.id()).size();
            assertThat(file(told, mail)).isInstanceOf(FiledReply.Filed.class);
            int taken = proofs.of(told.id()).size();

            assertThat(file(told, mail)).isInstanceOf(FiledReply.AlreadyFiled.class);

            assertThat(replies.of(told.id())).hasSize(before + 1);
            assertThat(proofs.of(told.id())).hasSize(taken);
        }
    }

    @Test
    void the_same_file_in_another_reply_is_already_there() {
        file(told, TestMails.withFiles("One", "a-" + ids.next()));
        String second = TestMails.withFiles("Two", "b-" + ids.next());

        assertThat(file(told, second))
                .isInstanceOfSatisfying(
                        FiledReply.Filed.class,
                        filed -> assertThat(filed.files().getFirst().state()).isEqualTo(ReplyFile.State.ALREADY_THERE));
    }

    @Test
    void what_a_process_that_died_left_over_is_taken_when_the_mail_is_filed_once_more() {
        String mail = TestMails.withFiles("Half", "a-" + ids.next());
        file(told, mail);
        UUID reply = replies.of(told.id()).getFirst().id();
        jdbc.sql("update reply_file set state = 'PENDING' where reply_id = :reply and place = 1")
                .param("reply", reply)
                .update();

        assertThat(file(told, mail))
                .isInstanceOfSatisfying(
                        FiledReply.AlreadyFiled.class,
                        again -> assertThat(again.files())
                                .extracting(ReplyFile::state)
                                .doesNotContain(ReplyFile.State.PENDING));
    }

    @Test
    void an_answer_to_another_case_is_asked_about_first_and_then_goes_where_it_was_decided() {
        TestCase other = requests.told(cards.active(50_000));
        UUID letter = letter(other, "ida@example.com");
        String answer = TestMails.answer(MessageIds.of(letter, "support@example.com"), "Yes " + ids.next());

        FiledReply asked = file(told, answer);
        assertThat(asked)
                .isInstanceOfSatisfying(
                        FiledReply.Elsewhere.class,
                        elsewhere -> assertThat(elsewhere.number()).isEqualTo(other.number()));
        assertThat(replies.of(told.id())).isEmpty();
        assertThat(replies.of(other.id())).isEmpty();

        FiledReply.Elsewhere elsewhere = (FiledReply.Elsewhere) asked;
        assertThat(replies.file(elsewhere.otherCase(), elsewhere.mail())).isInstanceOf(FiledReply.Filed.class);
        assertThat(replies.of(other.id())).hasSize(1);

        String named = "From: ida@example.com\nSubject: Re: " + other.number() + " " + ids.next() + "\n\nHello";
        assertThat(file(told, named)).isInstanceOf(FiledReply.Elsewhere.class);
        assertThat(file(other, named)).isInstanceOf(FiledReply.Filed.class);
    }

    @Test
    void a_closed_case_takes_no_reply_until_it_is_reopened() {
        work.move(told.id(), CaseState.OPEN, CaseState.SOLVED);

        assertThat(file(told, TestMails.withFiles("Late", "a")))
                .isEqualTo(new FiledReply.Refused(FiledReply.Refusal.CLOSED));
        assertThat(replies.of(told.id())).isEmpty();
        assertThat(proofs.of(told.id())).isEmpty();
    }

    @Test
    void nobody_files_to_a_case_about_themselves() {
        String mine = "me" + ids.next() + "@example.org";
        String me = people.add(Role.AGENT, new Contact(mine, null));
        requests.customer(told, mine);

        signIn.as(me);
        assertThat(file(told, TestMails.withFiles("Mine", "a")))
                .isEqualTo(new FiledReply.Refused(FiledReply.Refusal.OWN_CASE));
        assertThat(replies.of(told.id())).isEmpty();
    }

    @Test
    void a_broken_file_one_that_is_too_large_and_one_that_breaks_off_leave_nothing_behind() {
        assertThat(file(told, "not a mail")).isInstanceOf(FiledReply.Unreadable.class);
        long most = replies.mostBytes();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        assertThat(file(told, endless)).isEqualTo(new FiledReply.Unreadable(new Reading.TooLarge()));
        assertThat(most).isGreaterThan(proofs.maxFileBytes());
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> replies.file(told.id(), broken)).isInstanceOf(IOException.class);
        assertThat(replies.of(told.id())).isEmpty();
    }

    @Test
    void a_notice_that_a_letter_came_back_is_treated_as_one() {
        String mail = Notices.report(
                MessageIds.of(letter(told, "ida@example.com"), "support@example.com"), "failed", "5.1.1", "no", "");

        assertThat(file(told, mail)).isEqualTo(new FiledReply.Notice(new TakenNotice.NothingNew(told.number())));
        assertThat(replies.of(told.id())).isEmpty();
    }

    @Test
    void from_the_mailbox_only_what_comes_from_where_the_letter_went_is_filed() {
        String address = "ida-" + ids.next() + "@example.com";
        String identifier = MessageIds.of(letter(told, address), "support@example.com");
        signIn.out();

        assertThat(known(TestMails.answer(identifier, "Hi").replace("ida@example.com", "else@example.com")))
                .isFalse();
        assertThat(known(TestMails.answer(identifier, "Hi")
                        .replace("ida@example.com", address)
                        .replace("Subject:", "Auto-Submitted: auto-replied\nSubject:")))
                .isFalse();
        assertThat(known(TestMails.answer(identifier, "Hi").replace("ida@example.com", address)))
                .isTrue();

        signIn.as("agent");
        assertThat(replies.of(told.id())).hasSize(1);
    }

    private boolean known(String mail) {
        return system.asCarddesk(() -> replies.fileKnown(read(mail)));
    }

    private static IncomingMail read(String mail) {
        try {
            return ((Reading.Read)
                            MailReader.read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)), 1_000_000))
                    .mail();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private FiledReply file(TestCase to, String mail) {
        return file(to, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private FiledReply file(TestCase to, InputStream mail) {
        try {
            return replies.file(to.id(), mail);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private UUID letter(TestCase of, String address) {
        UUID id = ids.next();
        letters.write(new LettersOfCase.Wanted(
                id, of.id(), LetterKind.NEEDS_FACTS, Language.EN, new LetterText("About", "Hello"), address));
        return id;
    }

    private List<TimelineLine> timeline() {
        return cases.read(told.number()).orElseThrow().timeline();
    }

    /** Everything the database holds of the replies of the case. */
    private String stored() {
        List<String> rows = jdbc.sql(
                        "select r.sender || r.subject || r.body || r.quoted || t.note || f.name from reply r"
                                + " join case_timeline t on t.id = r.id join reply_file f on f.reply_id = r.id where r.case_id ="
                                + " :case")
                .param("case", told.id())
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty();
        return String.join("\n", rows);
    }

    private int audited() {
        return jdbc.sql("select count(*) from audit_event where act = 'reply.filed' and subject_id = :reply")
                .param("reply", replies.of(told.id()).getFirst().id())
                .query(Integer.class)
                .single();
    }
}
