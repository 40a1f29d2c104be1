package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.access.CurrentPerson;
import app.carddesk.access.SystemRun;
import app.carddesk.cards.TestCards;
import app.carddesk.cards.release.CodeRelease;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.TimelineLine;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.Keys;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Letters on their way, against a real mail server that comes and goes. */
@CarddeskTest
@Tag("database")
class PostmanTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int port;
    private MailHalts halts;

    @Autowired
    private LetterStore store;

    @Autowired
    private LetterWriter writer;

    @Autowired
    private LetterBook book;

    @Autowired
    private LettersOfCase letters;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Bounces bounces;

    @Autowired
    private InboxSettings inboxSettings;

    @Autowired
    private CurrentPerson person;

    @Autowired
    private CodeRelease codes;

    @Autowired
    private CodeDestinations destinations;

    @Autowired
    private CaseFile cases;

    @Autowired
    private SystemRun system;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private Replacements replacements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Autowired
    private TestClock clock;

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void startServer() {
        // What other tests left in the outbox is none of this one's business.
        jdbc.sql("update letter set due_at = null where state = 'WAITING'").update();
        halts = new MailHalts(jdbc, ids, clock);
        server.start();
        port = server.getSmtp().getPort();
        signIn.as("agent");
    }

    @AfterEach
    void stopServer() {
        server.stop();
        halts.forget();
        clock.reset();
        signIn.out();
    }

    @Test
    void a_letter_reaches_the_customer_once_and_can_be_read_afterwards() throws Exception {
        Sent sent = write("Nothing to do for you.");

        assertThat(postman(1).deliver()).isEqualTo(1);
        assertThat(postman(2).deliver()).isZero();

        MimeMessage mail = only(sent.address());
        assertThat(mail.getSubject()).isEqualTo("About your card");
        assertThat(mail.getContent().toString()).contains("Nothing to do for you.");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en");
        assertThat(mail.getMessageID()).isEqualTo("<letter." + sent.letter() + "@example.com>");
        LetterCopy copy = letters.read(sent.letter()).orElseThrow();
        assertThat(copy.letter().state()).isEqualTo(LetterState.SENT);
        assertThat(copy.letter().endedAt()).isNotNull();
        assertThat(copy.address()).isEqualTo(sent.address());
        assertThat(kinds(sent.of())).contains("letter.sent");
    }

    @Test
    void the_code_stands_in_the_mail_and_nowhere_else() throws Exception {
        String address = address();
        TestCase due = issued(address);
        Letter letter = letters.of(due.id()).getFirst();

        postman(1).deliver();

        String mailed = only(address).getContent().toString();
        assertThat(RedemptionCodes.containsCode(mailed)).isTrue();
        LetterCopy copy = letters.read(letter.id()).orElseThrow();
        assertThat(RedemptionCodes.containsCode(copy.text().body())).isFalse();
        assertThat(copy.text().body()).contains(LetterText.CODE);
        assertThat(timeline(due)).noneMatch(line -> RedemptionCodes.containsCode(line.toString()));
        assertThat(releases(letter.newCard())).isEqualTo(1);

        signIn.as("agent");
        assertThat(letters.again(letter.id(), ids.next(), address)).isInstanceOf(SentLetter.Done.class);
        postman(1).deliver();

        assertThat(mails(address))
                .hasSize(2)
                .allSatisfy(
                        mail -> assertThat(code(mail.getContent().toString())).isEqualTo(code(mailed)));
        assertThat(releases(letter.newCard())).isEqualTo(2);
        assertThat(letters.of(due.id())).hasSize(2);
    }

    @Test
    void a_code_whose_letter_was_turned_to_another_address_behind_our_back_is_not_handed_over() throws Exception {
        TestCase due = issued(address());
        Letter letter = letters.of(due.id()).getFirst();
        postman(1).deliver();
        Letter again = ((SentLetter.Done) letters.again(
                        letter.id(),
                        ids.next(),
                        Objects.requireNonNull(
                                letters.read(letter.id()).orElseThrow().address())))
                .letter();
        String elsewhere = address();
        store.again(again, elsewhere, clock.instant());

        assertThat(postman(1).deliver()).isZero();

        assertThat(letters.read(again.id()).orElseThrow().letter().problem()).isEqualTo(LetterProblem.NOT_DECIDED);
        assertThat(mails(elsewhere)).isEmpty();
        assertThat(releases(letter.newCard())).isEqualTo(1);
    }

    @Test
    void while_the_server_is_down_letters_wait_longer_each_time_and_then_arrive_once_each() throws Exception {
        List<Sent> sent =
                IntStream.range(0, 5).mapToObj(i -> write("Letter " + i)).toList();
        server.stop();
        Postman postman = postman(10);

        assertThat(postman.deliver()).isZero();
        Letter waiting = letters.read(sent.getFirst().letter()).orElseThrow().letter();
        assertThat(waiting.state()).isEqualTo(LetterState.WAITING);
        assertThat(waiting.problem()).isEqualTo(LetterProblem.UNREACHABLE);
        assertThat(waiting.dueAt()).isAfter(clock.instant());
        assertThat(postman.deliver()).isZero();
        assertThat(letters.read(sent.getFirst().letter()).orElseThrow().letter().attempts())
                .isEqualTo(1);

        clock.forward(MINUTE.multipliedBy(2));
        restartServer();
        assertThat(postman.deliver()).isEqualTo(5);

        for (Sent each : sent) {
            only(each.address());
        }
    }

    @Test
    void a_server_that_is_killed_in_the_middle_gets_the_rest_afterwards() {
        List<Sent> sent =
                IntStream.range(0, 8).mapToObj(i -> write("Letter " + i)).toList();
        Postman postman = postman(10);
        List<MimeMessage> before = new ArrayList<>();
        signIn.out();
        // The fourth letter finds the server gone.
        Postman killing = new Postman(
                store,
                writer,
                book,
                new KillingCarrier(3, before),
                halts,
                codes,
                destinations,
                replacements,
                cases,
                settings(10),
                system,
                transactions,
                ids,
                clock);
        killing.deliver();
        assertThat(before).hasSize(3);

        restartServer();
        clock.forward(MINUTE.multipliedBy(2));
        postman.deliver();

        List<MimeMessage> all = new ArrayList<>(before);
        all.addAll(Arrays.asList(server.getReceivedMessages()));
        assertThat(all)
                .extracting(PostmanTest::to)
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(Sent::address).toList());
    }

    @Test
    void a_worker_that_died_while_sending_leaves_the_letter_to_another_under_the_same_identifier() throws Exception {
        Sent sent = write("Claimed by somebody who is gone.");
        assertThat(store.claim(sent.letter(), ids.next(), clock.instant(), Postman.LEASE))
                .isTrue();

        assertThat(postman(1).deliver()).isZero();
        assertThat(letters.again(sent.letter(), ids.next(), address()))
                .isEqualTo(new SentLetter.Refused(SentLetter.Refusal.UNDER_WAY));
        clock.forward(Postman.LEASE.plus(MINUTE));
        assertThat(postman(1).deliver()).isEqualTo(1);

        assertThat(only(sent.address()).getMessageID()).contains(sent.letter().toString());
    }

    @Test
    void many_workers_at_once_send_each_letter_once() throws Exception {
        List<Sent> sent =
                IntStream.range(0, 20).mapToObj(i -> write("Letter " + i)).toList();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            var running = IntStream.range(0, 4)
                    .mapToObj(i -> nodes.submit((Callable<Integer>) () -> {
                        go.await();
                        return postman(10).deliver();
                    }))
                    .toList();
            go.countDown();
            int all = 0;
            for (var each : running) {
                all += each.get();
            }
            assertThat(all).isEqualTo(20);
        }

        assertThat(server.getReceivedMessages())
                .extracting(PostmanTest::to)
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(Sent::address).toList());
    }

    @Test
    void after_the_last_try_a_letter_is_given_up_with_its_reason_until_somebody_tries_again() throws Exception {
        Sent sent = write("Hello");
        server.stop();
        postman(2).deliver();
        clock.forward(MINUTE.multipliedBy(2));
        postman(2).deliver();

        Letter failed = letters.read(sent.letter()).orElseThrow().letter();
        assertThat(failed.state()).isEqualTo(LetterState.FAILED);
        assertThat(failed.problem()).isEqualTo(LetterProblem.UNREACHABLE);
        assertThat(kinds(sent.of())).contains("letter.failed");

        restartServer();
        signIn.as("supervisor");
        Outbox outbox = outbox();
        assertThat(outbox.retry(sent.letter())).isEqualTo(Outbox.Retried.WAITS);
        assertThat(postman(2).deliver()).isEqualTo(1);
        only(sent.address());
        assertThat(outbox.retry(sent.letter())).isEqualTo(Outbox.Retried.NOT_HERE);
    }

    @Test
    void without_a_server_or_an_address_letters_wait_and_say_why() {
        Sent sent = write("Hello");
        Postman without = new Postman(
                store,
                writer,
                book,
                carrier(false),
                halts,
                codes,
                destinations,
                replacements,
                cases,
                settings(10),
                system,
                transactions,
                ids,
                clock);
        assertThat(without.deliver()).isZero();
        assertThat(letters.read(sent.letter()).orElseThrow().letter().attempts())
                .isZero();

        TestCase due = requests.phoned(cards.active(12_300));
        cards.stock(due.card(), 1);
        Handled asked = replacements.request(due.confirmed(), Keys.next());
        ReplacementRequest request = ((Handled.Done) asked).request();
        signIn.as("supervisor");
        replacements.decide(request.id(), request.version(), new Decision.Approve(null), Keys.next());
        Letter nowhere = letters.of(due.id()).getFirst();
        assertThat(nowhere.state()).isEqualTo(LetterState.WAITING);
        assertThat(nowhere.problem()).isEqualTo(LetterProblem.NO_ADDRESS);
        signIn.as("supervisor");
        assertThat(outbox().retry(nowhere.id())).isEqualTo(Outbox.Retried.NO_ADDRESS);
    }

    @Test
    void an_address_the_server_cannot_carry_gets_nothing_and_says_so_on_its_letter() throws Exception {
        Sent sent = write("Hello", "søren-" + ids.next().toString().substring(0, 8) + "@šibox.no");
        int usual = port;
        try (ScriptedSmtp scripted = new ScriptedSmtp()) {
            port = scripted.port();
            assertThat(postman(10).deliver()).isZero();
            assertThat(scripted.commands("MAIL")).isEmpty();
            Letter letter = letters.read(sent.letter()).orElseThrow().letter();
            assertThat(letter.state()).isEqualTo(LetterState.FAILED);
            assertThat(letter.problem()).isEqualTo(LetterProblem.ADDRESS_NEEDS_SMTPUTF8);

            scripted.offers("SMTPUTF8");
            signIn.as("supervisor");
            assertThat(outbox().retry(sent.letter())).isEqualTo(Outbox.Retried.WAITS);
            assertThat(postman(10).deliver()).isEqualTo(1);
            assertThat(new String(scripted.commands("RCPT").getFirst(), StandardCharsets.UTF_8))
                    .isEqualTo("RCPT TO:<" + sent.address().replace("šibox", "xn--ibox-f6a") + ">");
        } finally {
            port = usual;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.60 not yours, SENDER_REFUSED",
        "MAIL, 530 5.7.0 who are you, SIGN_IN_NEEDED",
        "RCPT, 530 5.7.0 who are you, SIGN_IN_NEEDED",
        "GREETING, 554 5.7.1 not from there, NOT_WELCOME"
    })
    void trouble_of_the_set_up_costs_no_letter_anything_and_once_mended_all_leave_by_themselves(
            String command, String answer, MailTrouble trouble) throws Exception {
        List<Sent> sent =
                IntStream.range(0, 3).mapToObj(i -> write("Letter " + i)).toList();
        int usual = port;
        try (ScriptedSmtp scripted = new ScriptedSmtp()) {
            port = scripted.port();
            scripted.answers(command, answer);
            Postman postman = postman(1);
            for (int hour = 0; hour < 24; hour++) {
                assertThat(postman.deliver()).isZero();
                clock.forward(Duration.ofHours(1));
            }
            for (Sent each : sent) {
                Letter letter = letters.read(each.letter()).orElseThrow().letter();
                assertThat(letter.state()).isEqualTo(LetterState.WAITING);
                assertThat(letter.problem()).isNull();
                assertThat(letter.attempts()).isZero();
            }
            postman.deliver();
            signIn.as("supervisor");
            assertThat(outbox().standing().trouble()).isEqualTo(trouble);
            assertThat(outbox().standing().since()).isBefore(clock.instant().minus(Duration.ofHours(23)));

            scripted.isMended();
            scripted.forget();
            assertThat(postman.deliver()).as("before it is time").isZero();
            assertThat(scripted.commands("EHLO")).isEmpty();
            clock.forward(MailHalts.PAUSE);
            assertThat(postman.deliver()).isEqualTo(3);

            assertThat(scripted.mails()).hasSize(3);
            assertThat(outbox().standing().runs()).isTrue();
        } finally {
            port = usual;
        }
    }

    @Test
    void while_nothing_leaves_no_code_is_written_into_a_letter_again_and_again() throws Exception {
        TestCase due = issued(address());
        Letter letter = letters.of(due.id()).getFirst();
        int usual = port;
        try (ScriptedSmtp scripted = new ScriptedSmtp()) {
            port = scripted.port();
            scripted.answers("MAIL", "550 5.7.60 not yours");
            Postman postman = postman(1);
            for (int hour = 0; hour < 5; hour++) {
                postman.deliver();
                clock.forward(Duration.ofHours(1));
            }
            assertThat(releases(letter.newCard())).isEqualTo(1);
        } finally {
            port = usual;
        }
    }

    @Test
    void a_node_whose_mail_leaves_carries_on_and_the_outbox_shows_the_other_until_it_is_gone() throws Exception {
        Sent sent = write("Hello");
        MailHalts other = new MailHalts(jdbc, ids, clock);
        other.met(MailTrouble.CERTIFICATE);

        assertThat(postman(1).deliver()).isEqualTo(1);
        only(sent.address());

        signIn.as("supervisor");
        assertThat(outbox().standing().trouble()).isEqualTo(MailTrouble.CERTIFICATE);
        clock.forward(MailHalts.PAUSE.multipliedBy(4));
        assertThat(outbox().standing().trouble()).isNull();
    }

    @Test
    void somebody_who_has_mended_it_need_not_wait() throws Exception {
        Sent sent = write("Hello");
        int usual = port;
        try (ScriptedSmtp scripted = new ScriptedSmtp()) {
            port = scripted.port();
            scripted.answers("MAIL", "550 5.7.60 not yours");
            Postman postman = postman(1);
            assertThat(postman.deliver()).isZero();
            scripted.isMended();
            signIn.as("supervisor");
            outbox().retry(sent.letter());

            assertThat(postman.deliver()).isEqualTo(1);
        } finally {
            port = usual;
        }
    }

    @Test
    void pauses_grow_threefold_to_a_limit_give_or_take_a_fifth() {
        Postman postman = postman(10);

        assertThat(postman.pause(1)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(postman.pause(3)).isBetween(Duration.ofSeconds(432), Duration.ofSeconds(648));
        assertThat(postman.pause(50)).isBetween(Duration.ofMinutes(288), Duration.ofMinutes(432));
    }

    private record Sent(TestCase of, UUID letter, String address) {}

    /** Stops the server once it has taken so many letters. */
    private final class KillingCarrier extends MailCarrier {

        private final List<MimeMessage> taken;
        private int left;

        KillingCarrier(int left, List<MimeMessage> taken) {
            super(provider(true), settings(10), clock);
            this.left = left;
            this.taken = taken;
        }

        @Override
        Delivery hand(UUID letter, Language language, String address, LetterText text) {
            if (left-- == 0) {
                taken.addAll(Arrays.asList(server.getReceivedMessages()));
                server.stop();
            }
            return super.hand(letter, language, address, text);
        }
    }

    private Sent write(String body) {
        return write(body, address());
    }

    private Sent write(String body, String address) {
        signIn.as("agent");
        TestCase told = requests.told(cards.active(50_000));
        UUID id = ids.next();
        letters.write(new LettersOfCase.Wanted(
                id, told.id(), LetterKind.NEEDS_FACTS, Language.EN, new LetterText("About your card", body), address));
        return new Sent(told, id, address);
    }

    private TestCase issued(String address) {
        TestCase due = requests.due(12_300);
        requests.customer(due, address);
        cards.stock(due.card(), 1);
        replacements.request(due.confirmed(), Keys.next());
        return due;
    }

    private void restartServer() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private MimeMessage only(String address) {
        List<MimeMessage> found = mails(address);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<MimeMessage> mails(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> to(mail).equals(address))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return String.valueOf(mail.getRecipients(Message.RecipientType.TO)[0]);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String code(String mail) {
        return mail.lines()
                .filter(RedemptionCodes::containsCode)
                .findFirst()
                .orElseThrow()
                .strip();
    }

    private int releases(UUID card) {
        return jdbc.sql("select count(*) from audit_event where act = 'card.codeReleased' and subject_id = :card")
                .param("card", card)
                .query(Integer.class)
                .single();
    }

    private List<TimelineLine> timeline(TestCase of) {
        signIn.as("agent");
        return cases.read(of.number()).orElseThrow().timeline();
    }

    private List<String> kinds(TestCase of) {
        return timeline(of).stream().map(TimelineLine::kind).toList();
    }

    private String address() {
        return "ida-" + ids.next() + "@example.com";
    }

    private static MailSettings settings(int attempts) {
        return new MailSettings("Support <support@example.com>", null, null, MINUTE, Duration.ofHours(6), attempts);
    }

    private Outbox outbox() {
        return new Outbox(
                store, carrier(true), halts, inbox, bounces, inboxSettings, person, system, clock, event -> {});
    }

    private Postman postman(int attempts) {
        return new Postman(
                store,
                writer,
                book,
                carrier(true),
                halts,
                codes,
                destinations,
                replacements,
                cases,
                settings(attempts),
                system,
                transactions,
                ids,
                clock);
    }

    private MailCarrier carrier(boolean present) {
        return new MailCarrier(provider(present), settings(10), clock);
    }

    private ObjectProvider<JavaMailSenderImpl> provider(boolean present) {
        return present ? Servers.at(port) : Servers.none();
    }
}
