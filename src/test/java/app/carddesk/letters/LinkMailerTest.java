package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.EmailAddress;
import app.carddesk.evidence.link.LinkMail;
import app.carddesk.evidence.link.LinkMessage;
import app.carddesk.evidence.link.UploadLink;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A link by mail, against a real mail server. */
@CarddeskTest
@Tag("database")
class LinkMailerTest {

    private final LinkedBlockingQueue<LinkMail.Outcome> told = new LinkedBlockingQueue<>();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private CaseFile cases;

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private Ids ids;

    @Autowired
    private SignIn signIn;

    private UUID owner;
    private String customer;
    private LinkMailer mailer;

    @BeforeEach
    void startServer() {
        server.start();
        signIn.as("agent");
        owner = cases.find(work.open(null)).orElseThrow().id();
        customer = "ida-" + ids.next() + "@example.com";
        editing.change(owner, CaseField.CUSTOMER_EMAIL, null, new EmailAddress(customer));
        mailer = new LinkMailer(carrier(provider(true)), cases);
    }

    @AfterEach
    void stopServer() {
        mailer.destroy();
        server.stop();
        signIn.out();
    }

    @Test
    void it_reaches_the_customer_in_their_language() throws Exception {
        mailer.send(owner, message(Language.SV), told::add);

        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(LinkMail.Outcome.SENT);
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(String::valueOf).containsExactly(customer);
        assertThat(mail.getFrom()).extracting(String::valueOf).containsExactly("Support <support@example.com>");
        assertThat(mail.getSubject()).isEqualTo("Skicka dina bilder till oss");
        assertThat(mail.getContent().toString())
                .contains("https://desk.example.com/u/K7F-4HM-RTA-9CW-JNP", "låt den vara täckt");
    }

    @Test
    void what_the_server_cannot_carry_is_told_and_not_sent_to_whoever_is_left_of_it() throws Exception {
        try (ScriptedSmtp scripted = new ScriptedSmtp()) {
            LinkMailer other = new LinkMailer(carrier(Servers.at(scripted.port())), cases);
            editing.change(owner, CaseField.CUSTOMER_EMAIL, new EmailAddress(customer), new EmailAddress("š@šibox.no"));
            other.send(owner, message(Language.SV), told::add);
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(LinkMail.Outcome.OTHER_ADDRESS);
            assertThat(scripted.commands("MAIL")).isEmpty();

            scripted.offers("SMTPUTF8");
            other.send(owner, message(Language.SV), told::add);
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(LinkMail.Outcome.SENT);
            assertThat(new String(scripted.commands("RCPT").getFirst(), StandardCharsets.UTF_8))
                    .isEqualTo("RCPT TO:<š@xn--ibox-f6a.no>");
            other.destroy();
        }
    }

    @Test
    void a_server_that_is_down_is_told() throws Exception {
        server.stop();

        mailer.send(owner, message(Language.EN), told::add);

        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(LinkMail.Outcome.FAILED);
    }

    @Test
    void without_a_server_or_an_address_nothing_is_sent() {
        LinkMailer without = new LinkMailer(carrier(provider(false)), cases);
        assertThat(without.isReady()).isFalse();
        assertThat(mailer.isReady()).isTrue();
        UUID nobodys = cases.find(work.open(null)).orElseThrow().id();
        assertThat(mailer.addressOf(nobodys)).isEmpty();

        without.send(owner, message(Language.EN), told::add);
        mailer.send(nobodys, message(Language.EN), told::add);

        assertThat(told).containsExactly(LinkMail.Outcome.FAILED, LinkMail.Outcome.FAILED);
        assertThat(server.getReceivedMessages()).isEmpty();
        without.destroy();
    }

    private LinkMessage message(Language language) {
        UploadLink link = new UploadLink(
                ids.next(),
                owner,
                language,
                ids.next(),
                Instant.parse("2026-11-21T10:00:00Z"),
                Instant.parse("2026-11-21T11:00:00Z"),
                null);
        return LinkMessage.of(
                link, URI.create("https://desk.example.com/u/K7F-4HM-RTA-9CW-JNP"), ZoneId.of("Europe/Copenhagen"));
    }

    private static MailCarrier carrier(ObjectProvider<JavaMailSenderImpl> server) {
        return new MailCarrier(server, MailSettings.from("Support <support@example.com>"), Clock.systemUTC());
    }

    private ObjectProvider<JavaMailSenderImpl> provider(boolean present) {
        return present ? Servers.at(server.getSmtp().getPort()) : Servers.none();
    }
}
