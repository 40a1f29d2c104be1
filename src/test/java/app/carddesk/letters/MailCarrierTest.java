package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.letters.MailCarrier.Delivery;
import app.carddesk.letters.MailCarrier.Mail;
import app.carddesk.shared.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail as it is handed over, octet by octet. */
class MailCarrierTest {

    private static final String FROM = "Support <support@example.com>";

    private final ScriptedSmtp server = new ScriptedSmtp();
    private final JavaMailSenderImpl named = Servers.named("127.0.0.1", server.port());

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_domain_beyond_ascii_is_told_as_a_labels_and_needs_nothing_of_the_server() {
        assertThat(hand(FROM, "anna@šibox.no")).isEqualTo(new Delivery.Taken());

        assertThat(told("RCPT")).isEqualTo("RCPT TO:<anna@xn--ibox-f6a.no>");
        assertThat(told("MAIL")).isEqualTo("MAIL FROM:<support@example.com>");
        assertThat(server.mails().getFirst()).contains("\nTo: anna@xn--ibox-f6a.no\n");
    }

    @Test
    void what_stands_before_the_at_sign_goes_out_in_utf_8_where_the_server_knows_it() {
        server.offers("SMTPUTF8");

        assertThat(hand(FROM, "søren@šibox.no")).isEqualTo(new Delivery.Taken());

        assertThat(told("MAIL")).isEqualTo("MAIL FROM:<support@example.com> SMTPUTF8");
        assertThat(told("RCPT")).isEqualTo("RCPT TO:<søren@xn--ibox-f6a.no>");
        assertThat(server.mails().getFirst()).contains("\nTo: søren@xn--ibox-f6a.no\n");
    }

    @Test
    void a_server_that_knows_it_is_asked_for_it_only_where_it_is_needed() {
        server.offers("SMTPUTF8");

        assertThat(hand("Kundtjänst <support@example.com>", "anna@šibox.no")).isEqualTo(new Delivery.Taken());

        assertThat(told("MAIL")).isEqualTo("MAIL FROM:<support@example.com>");
        assertThat(server.mails().getFirst()).contains("\nFrom: =?UTF-8?Q?Kundtj=C3=A4nst?= <support@example.com>\n");
    }

    @Test
    void where_the_server_does_not_know_it_nothing_is_sent() {
        assertThat(hand(FROM, "søren@example.com")).isEqualTo(new Delivery.Never(LetterProblem.ADDRESS_NEEDS_SMTPUTF8));

        assertThat(server.commands("MAIL")).isEmpty();
        assertThat(server.commands("RCPT")).isEmpty();
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void an_address_kept_from_earlier_that_would_lead_elsewhere_is_not_sent_to() {
        assertThat(hand(FROM, "anna@ｅxample.com")).isEqualTo(new Delivery.Never(LetterProblem.ADDRESS_READS_OTHERWISE));

        assertThat(server.commands("EHLO")).isEmpty();
    }

    @Test
    void the_sender_goes_out_as_it_is_written_too() {
        UUID letter = UUID.randomUUID();

        assertThat(carrier("Støtte <hjælp@blåbær.dk>")
                        .hand(letter, Language.DA, "anna@example.com", new LetterText("Om", "Hej")))
                .isNotEqualTo(new Delivery.Taken());
        assertThat(server.commands("MAIL")).isEmpty();

        assertThat(carrier("Støtte <hjaelp@blåbær.dk>")
                        .hand(letter, Language.DA, "anna@example.com", new LetterText("Om", "Hej")))
                .isEqualTo(new Delivery.Taken());
        assertThat(told("MAIL")).isEqualTo("MAIL FROM:<hjaelp@xn--blbr-roah.dk>");
        assertThat(server.mails().getFirst())
                .contains("<hjaelp@xn--blbr-roah.dk>", "Message-ID: <letter." + letter + "@xn--blbr-roah.dk>\n");
    }

    @Test
    void the_administrators_own_sender_on_the_envelope_goes_out_as_it_is_written() {
        named.getJavaMailProperties().put("mail.smtp.from", "retur@blåbær.dk");

        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Taken());

        assertThat(told("MAIL")).isEqualTo("MAIL FROM:<retur@xn--blbr-roah.dk>");
    }

    @Test
    void a_sender_that_would_be_another_is_noticed_at_the_start() {
        assertThatThrownBy(() -> MailSettings.from("Support <support@ｅxample.com>"))
                .hasMessageContaining("carddesk.mail.from");
        assertThat(MailSettings.from("Støtte <støtte@blåbær.dk>").contactLine()).isEqualTo("støtte@blåbær.dk");
    }

    private Delivery hand(String from, String to) {
        return carrier(from).hand(new Mail(to, Language.EN, "About", "Hello", null));
    }

    private MailCarrier carrier(String from) {
        return new MailCarrier(Servers.of(named), MailSettings.from(from), Clock.systemUTC());
    }

    private String told(String verb) {
        assertThat(server.commands(verb)).isNotEmpty();
        return new String(server.commands(verb).getLast(), StandardCharsets.UTF_8);
    }
}
