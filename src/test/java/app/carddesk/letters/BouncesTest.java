package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.access.SystemRun;
import app.carddesk.cards.TestCards;
import app.carddesk.cards.release.CodeRelease;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.TimelineLine;
import app.carddesk.letters.mail.MailReader;
import app.carddesk.letters.mail.Notices;
import app.carddesk.letters.mail.Reading;
import app.carddesk.notices.Notice;
import app.carddesk.notices.NoticeKind;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.Keys;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** Letters that come back, by a real mailbox. */
@CarddeskTest
@Tag("database")
class BouncesTest {

    private static final String CODE = "XKMF2B7HQW3PRT9L";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @Autowired
    private LetterStore store;

    @Autowired
    private LetterWriter writer;

    @Autowired
    private LetterBook book;

    @Autowired
    private CodeRelease codes;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private LettersOfCase letters;

    @Autowired
    private Bounces bounces;

    @Autowired
    private CodeDestinations destinations;

    @Autowired
    private Replies replies;

    @Autowired
    private CaseFile cases;

    @Autowired
    private app.carddesk.notices.Notices notices;

    @Autowired
    private Replacements replacements;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private SystemRun system;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Autowired
    private TestClock clock;

    @Autowired
    private SignIn signIn;

    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("support@example.com", "support", "not-a-word");
        signIn.as("agent");
    }

    @AfterEach
    void stop() {
        server.stop();
        clock.reset();
        signIn.out();
    }

    @Test
    void a_replacement_letter_that_comes_back_is_shown_with_its_reason_and_told_and_its_code_is_nowhere()
            throws Exception {
        TestCase due = issued();
        Letter letter = sent(due);
        deliver(Notices.report(
                id(letter), "failed", "5.1.1", "550 5.1.1 <ida@example.com> unknown, " + CODE, "Your code: " + CODE));
        signIn.out();

        assertThat(inbox(null).look()).isEqualTo(1);
        assertThat(inbox(null).look()).as("handled mail is read").isZero();

        signIn.as("agent");
        LetterCopy copy = letters.read(letter.id()).orElseThrow();
        assertThat(copy.letter().state()).isEqualTo(LetterState.BOUNCED);
        assertThat(copy.letter().problem()).isEqualTo(LetterProblem.BOUNCED);
        assertThat(copy.letter().bounce()).isEqualTo(new Bounce(BounceReason.MAILBOX_UNKNOWN, "5.1.1"));
        assertThat(copy.bounceWords()).isEqualTo("550 5.1.1 <i…@example.com> unknown, ••••");
        assertThat(row(letter)).doesNotContain("unknown,", CODE);
        assertThat(timeline(due)).anySatisfy(line -> {
            assertThat(line.kind()).isEqualTo("letter.bounced");
            assertThat(line.after()).isEqualTo("enum:bounceReason:MAILBOX_UNKNOWN");
        });
        assertThat(timeline(due).toString()).doesNotContain(CODE);
        assertThat(notices.latest())
                .anySatisfy(notice -> assertThat(notice)
                        .extracting(Notice::kind, Notice::subject)
                        .containsExactly(
                                NoticeKind.LETTER_CAME_BACK, due.number().toString()));
        assertThat(audited(letter)).isEqualTo(1);
    }

    @Test
    void from_the_mail_server_out_and_back_the_real_code_is_nowhere_here() throws Exception {
        TestCase due = issued();
        Letter letter = letters.of(due.id()).getFirst();
        jdbc.sql("update letter set due_at = null where state = 'WAITING' and id <> :id")
                .param("id", letter.id())
                .update();
        signIn.out();
        assertThat(postman().deliver()).isEqualTo(1);
        MimeMessage mailed = server.getReceivedMessages()[0];
        String words = mailed.getContent().toString();
        String code = words.lines()
                .filter(RedemptionCodes::containsCode)
                .findFirst()
                .orElseThrow()
                .strip();

        deliver(Notices.report(mailed.getMessageID(), "failed", "5.7.1", "refused: " + code, words));
        assertThat(inbox(null).look()).isEqualTo(1);

        signIn.as("agent");
        assertThat(letters.read(letter.id()).orElseThrow())
                .extracting(copy -> copy.letter().bounce(), LetterCopy::bounceWords)
                .containsExactly(new Bounce(BounceReason.REFUSED, "5.7.1"), "refused: ••••");
        assertThat(timeline(due).toString()).doesNotContain(code);
        for (String table : List.of("letter", "case_timeline", "audit_event", "notice", "reply", "customer")) {
            assertThat(jdbc.sql("select * from " + table).query().listOfRows().toString())
                    .as(table)
                    .doesNotContain(code);
        }
    }

    @Test
    void an_answer_in_the_mailbox_is_filed_and_told_and_one_from_elsewhere_is_left() throws Exception {
        TestCase told = requests.told(cards.active(50_000));
        String address = "ida-" + ids.next() + "@example.com";
        letters.write(new LettersOfCase.Wanted(
                ids.next(), told.id(), LetterKind.NEEDS_FACTS, Language.EN, new LetterText("About", "Hello"), address));
        Letter letter = sent(told);
        String answer = TestMails.answer(id(letter), "Thank you " + ids.next());
        deliver(answer);
        deliver(answer.replace("ida@example.com", address));
        signIn.out();

        assertThat(inbox(null).look()).isEqualTo(1);

        assertThat(read()).containsExactly(false, true);
        signIn.as("agent");
        assertThat(replies.of(letter.caseId())).hasSize(1);
        assertThat(notices.latest()).extracting(Notice::kind).contains(NoticeKind.REPLY_ARRIVED);
    }

    @Test
    void told_twice_late_or_of_a_letter_that_never_left_it_changes_nothing() {
        Letter letter = sent(issued());
        assertThat(take(Notices.report(id(letter), "failed", "5.2.2", "full", "")))
                .isEqualTo(new TakenNotice.CameBack(letter.caseNumber(), BounceReason.MAILBOX_FULL));
        assertThat(take(Notices.report(id(letter), "failed", "5.7.1", "spam", "")))
                .isEqualTo(new TakenNotice.NothingNew(letter.caseNumber()));
        assertThat(take(Notices.report(id(letter), "delayed", "4.4.1", "slow", "")))
                .isEqualTo(new TakenNotice.NothingNew(letter.caseNumber()));
        assertThat(letters.read(letter.id()).orElseThrow().letter().bounce())
                .isEqualTo(new Bounce(BounceReason.MAILBOX_FULL, "5.2.2"));
        assertThat(audited(letter)).isEqualTo(1);

        Letter waiting = letters.of(issued().id()).getFirst();
        assertThat(take(Notices.report(id(waiting), "failed", "5.1.1", "no", "")))
                .isEqualTo(new TakenNotice.NothingNew(waiting.caseNumber()));
        assertThat(letters.read(waiting.id()).orElseThrow().letter().state()).isEqualTo(LetterState.WAITING);

        assertThat(take(Notices.report("<letter." + ids.next() + "@example.com>", "failed", "5.1.1", "no", "")))
                .isEqualTo(new TakenNotice.NotOurs());
    }

    @Test
    void a_letter_that_is_late_stays_sent_and_one_that_arrived_too() {
        Letter letter = sent(issued());

        assertThat(take(Notices.report(id(letter), "delayed", "4.4.1", "slow", "")))
                .isEqualTo(new TakenNotice.Delayed(letter.caseNumber()));
        assertThat(take(Notices.report(id(letter), "delivered", "2.0.0", "ok", "")))
                .isEqualTo(new TakenNotice.NothingNew(letter.caseNumber()));

        Letter now = letters.read(letter.id()).orElseThrow().letter();
        assertThat(now.state()).isEqualTo(LetterState.SENT);
        assertThat(now.delayedAt()).isNotNull();
        assertThat(audited(letter)).isZero();
    }

    @Test
    void a_notice_that_is_faster_than_the_mail_server_s_answer_counts_and_the_answer_no_longer_does() {
        Letter letter = letters.of(issued().id()).getFirst();
        UUID owner = ids.next();
        clock.forward(Duration.ofSeconds(1));
        assertThat(store.claim(letter.id(), owner, clock.instant(), Postman.LEASE))
                .isTrue();

        assertThat(take(Notices.report(id(letter), "failed", "5.1.2", "no such host", "")))
                .isInstanceOf(TakenNotice.CameBack.class);
        assertThat(store.settle(letter.id(), owner, LetterState.SENT, null, null, clock.instant()))
                .isFalse();
        assertThat(letters.read(letter.id()).orElseThrow().letter().state()).isEqualTo(LetterState.BOUNCED);
    }

    @Test
    void it_is_sent_again_with_the_same_code_and_to_another_address_only_by_two_people() {
        TestCase due = issued();
        Letter letter = sent(due);
        take(Notices.report(id(letter), "failed", "5.1.1", "no", ""));

        UUID again = ids.next();
        assertThat(letters.again(letter.id(), again, "ida-" + ids.next() + "@example.com"))
                .isEqualTo(new SentLetter.Refused(SentLetter.Refusal.CODE_ELSEWHERE));
        String decided = letters.read(letter.id()).orElseThrow().address();
        assertThat(letters.again(letter.id(), again, decided)).isInstanceOf(SentLetter.Done.class);
        assertThat(letters.of(due.id()))
                .extracting(Letter::state)
                .containsExactly(LetterState.WAITING, LetterState.BOUNCED);
        assertThat(letters.read(again).orElseThrow().letter().newCard()).isEqualTo(letter.newCard());
    }

    @Test
    void mail_that_is_not_ours_stays_unread_and_neither_hostile_nor_large_mail_stops_the_rest() throws Exception {
        Letter letter = sent(issued());
        deliver("From: friend@example.com\nSubject: Hello\n\nHow are you?");
        deliver(Notices.holiday(id(letter)));
        deliver("From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(6_000));
        deliver("From: a@example.com\nSubject: big\n\n" + "word ".repeat(400_000));
        deliver("Content-Type: multipart/report; boundary=\"\nFrom: mailer-daemon@example.com\n\n--\n");
        deliver(Notices.report(id(letter), "failed", "5.1.1", "no", ""));
        signIn.out();

        Inbox inbox = inbox(null);
        assertThat(inbox.look()).isEqualTo(1);
        assertThat(inbox.look()).isZero();
        assertThat(inbox.state())
                .isInstanceOfSatisfying(
                        InboxState.Fine.class, fine -> assertThat(fine.left()).isEqualTo(5));
        assertThat(read()).containsExactly(false, false, false, false, false, true);
    }

    @Test
    void handled_mail_goes_to_its_folder() throws Exception {
        Letter letter = sent(issued());
        deliver(Notices.report(id(letter), "failed", "5.1.1", "no", ""));
        signIn.out();

        assertThat(inbox("Handled").look()).isEqualTo(1);

        assertThat(read()).isEmpty();
        try (Store imap = imap()) {
            Folder handled = imap.getFolder("Handled");
            handled.open(Folder.READ_ONLY);
            assertThat(handled.getMessageCount()).isEqualTo(1);
        }
    }

    @Test
    void a_mail_that_cannot_be_taken_in_is_tried_three_times_and_then_left() throws Exception {
        Letter letter = sent(issued());
        deliver(Notices.report(id(letter), "failed", "5.1.1", "no", ""));
        deliver(Notices.report("<letter." + ids.next() + "@example.com>", "failed", "5.1.1", "no", ""));
        signIn.out();
        Bounces broken = new Bounces(store, null, null, null, null, null, clock);

        Inbox inbox = new Inbox(settings(null, "not-a-word"), broken, replies, system, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(inbox.state() instanceof InboxState.Fine(var _, int left) && left > 0)
                    .isFalse();
            assertThat(inbox.look()).isZero();
        }

        assertThat(inbox.state())
                .isInstanceOfSatisfying(
                        InboxState.Fine.class, fine -> assertThat(fine.left()).isEqualTo(2));
        assertThat(read()).containsExactly(false, false);
    }

    @Test
    void a_mailbox_that_cannot_be_reached_or_refuses_the_password_is_seen() {
        Inbox wrong = new Inbox(settings(null, "wrong"), bounces, replies, system, clock);
        assertThat(wrong.look()).isZero();
        assertThat(wrong.state())
                .isInstanceOfSatisfying(
                        InboxState.Failing.class,
                        failing -> assertThat(failing.why()).isEqualTo(InboxState.Trouble.SIGN_IN));

        Inbox gone = inbox(null);
        server.stop();
        assertThat(gone.look()).isZero();
        assertThat(gone.state())
                .isInstanceOfSatisfying(
                        InboxState.Failing.class,
                        failing -> assertThat(failing.why()).isEqualTo(InboxState.Trouble.UNREACHABLE));
    }

    private TestCase issued() {
        TestCase due = requests.due(12_300);
        requests.customer(due, "ida-" + ids.next() + "@example.com");
        cards.stock(due.card(), 1);
        replacements.request(due.confirmed(), Keys.next());
        return due;
    }

    /** As if the mail server had taken it. */
    private Letter sent(TestCase of) {
        Letter letter = letters.of(of.id()).getFirst();
        UUID owner = ids.next();
        clock.forward(Duration.ofSeconds(1));
        assertThat(store.claim(letter.id(), owner, clock.instant(), Postman.LEASE))
                .isTrue();
        assertThat(store.settle(letter.id(), owner, LetterState.SENT, null, null, clock.instant()))
                .isTrue();
        return letter;
    }

    private TakenNotice take(String mail) {
        try {
            Reading reading =
                    MailReader.read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)), 1_000_000);
            return system.asCarddesk(
                    () -> bounces.take(((Reading.Read) reading).mail().notice()));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String id(Letter letter) {
        return MessageIds.of(letter.id(), "support@example.com");
    }

    private void deliver(String mail) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private Postman postman() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("mailSender", sender);
        MailSettings mail = MailSettings.from("support@example.com");
        MailCarrier carrier = new MailCarrier(beans.getBeanProvider(JavaMailSenderImpl.class), mail, clock);
        return new Postman(
                store,
                writer,
                book,
                carrier,
                new MailHalts(jdbc, ids, clock),
                codes,
                destinations,
                replacements,
                cases,
                mail,
                system,
                transactions,
                ids,
                clock);
    }

    private Inbox inbox(@Nullable String handled) {
        return new Inbox(settings(handled, "not-a-word"), bounces, replies, system, clock);
    }

    private InboxSettings settings(@Nullable String handled, String password) {
        return new InboxSettings(
                "127.0.0.1",
                server.getImap().getPort(),
                "support",
                password,
                false,
                "INBOX",
                handled,
                Duration.ofMinutes(1),
                DataSize.ofMegabytes(1));
    }

    private Store imap() throws Exception {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), "support", "not-a-word");
        return store;
    }

    /** Which mails of the mailbox are marked as read. */
    private List<Boolean> read() throws Exception {
        try (Store imap = imap()) {
            Folder folder = imap.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            List<Boolean> read = new ArrayList<>();
            for (Message message : folder.getMessages()) {
                read.add(message.isSet(Flags.Flag.SEEN));
            }
            return read;
        }
    }

    private String row(Letter letter) {
        return jdbc.sql("select bounce_words from letter where id = :id")
                .param("id", letter.id())
                .query(String.class)
                .single();
    }

    private int audited(Letter letter) {
        return jdbc.sql("select count(*) from audit_event where act = 'letter.bounced' and subject_id = :id")
                .param("id", letter.id())
                .query(Integer.class)
                .single();
    }

    private List<TimelineLine> timeline(TestCase of) {
        return cases.read(of.number()).orElseThrow().timeline();
    }
}
