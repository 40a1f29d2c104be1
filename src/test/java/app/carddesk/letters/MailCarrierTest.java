package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.letters.MailCarrier.Delivery;
import app.carddesk.letters.MailCarrier.Mail;
import app.carddesk.shared.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                .isEqualTo(new Delivery.Halted(MailTrouble.SENDER_REFUSED));
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

    @Test
    void a_server_that_takes_long_at_the_end_of_a_mail_gets_one_copy() {
        named.getJavaMailProperties().put("mail.smtp.timeout", "500");
        server.takes(2000);

        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Taken());

        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void so_it_does_encrypted() {
        named.getJavaMailProperties().put("mail.smtp.timeout", "1000");
        server.encrypts(GreenMailCertificate.context()).takes(3000);

        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Taken());

        assertThat(server.commands("STARTTLS")).hasSize(1);
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void where_encryption_is_demanded_a_server_without_gets_neither_password_nor_mail() {
        server.offers("AUTH PLAIN");
        signsIn();

        assertThat(hand(MailEncryption.DEMANDED)).isEqualTo(new Delivery.Halted(MailTrouble.NO_STARTTLS));

        assertThat(server.commands("AUTH")).isEmpty();
        assertThat(server.commands("MAIL")).isEmpty();
        assertThat(hand(MailEncryption.OFFERED)).isEqualTo(new Delivery.Taken());
    }

    @Test
    void a_certificate_that_is_not_trusted_stops_mail() {
        server.encrypts(GreenMailCertificate.context()).offers("AUTH PLAIN");
        signsIn();

        assertThat(hand(MailEncryption.DEMANDED)).isEqualTo(new Delivery.Halted(MailTrouble.CERTIFICATE));
        assertThat(hand(MailEncryption.OFFERED)).isEqualTo(new Delivery.Halted(MailTrouble.CERTIFICATE));

        assertThat(server.commands("AUTH")).isEmpty();
        assertThat(server.commands("MAIL")).isEmpty();
    }

    @Test
    void a_trusted_certificate_of_another_stops_mail_too() {
        server.encrypts(GreenMailCertificate.context());
        named.getJavaMailProperties()
                .put(
                        "mail.smtp.ssl.socketFactory",
                        GreenMailCertificate.trusting().getSocketFactory());

        assertThat(hand(MailEncryption.DEMANDED)).isEqualTo(new Delivery.Halted(MailTrouble.CERTIFICATE));

        named.getJavaMailProperties().put("mail.smtp.ssl.checkserveridentity", "false");
        assertThat(hand(MailEncryption.DEMANDED)).isEqualTo(new Delivery.Taken());
    }

    @Test
    void mail_is_encrypted_unless_the_administrator_says_otherwise() {
        assertThat(exposed("mail.example.com", null)).isFalse();
        assertThat(exposed("mail.example.com", MailEncryption.OFFERED)).isTrue();
        assertThat(exposed("mail.example.com", MailEncryption.OFF)).isTrue();
        assertThat(exposed("127.0.0.1", null)).isFalse();
        assertThat(exposed("localhost", MailEncryption.OFF)).isFalse();
        assertThat(property("mail.example.com", "starttls.required")).isEqualTo("true");
        assertThat(property("mail.example.com", "ssl.checkserveridentity")).isEqualTo("true");
        assertThat(property("127.0.0.1", "starttls.enable")).isEqualTo("true");
        assertThat(property("127.0.0.1", "starttls.required")).isEqualTo("false");

        named.getJavaMailProperties().put("mail.smtp.starttls.required", "false");
        assertThat(exposed("mail.example.com", null)).isTrue();
        named.getJavaMailProperties().put("mail.smtp.ssl.enable", "true");
        assertThat(exposed("mail.example.com", null)).isFalse();
    }

    @Test
    void trouble_of_the_set_up_is_told_from_that_of_a_letter() {
        server.offers("AUTH PLAIN");
        signsIn();
        server.answers("AUTH", "535 5.7.8 no");
        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Halted(MailTrouble.SIGN_IN));
        assertThat(carrier(FROM).trouble()).contains(MailTrouble.SIGN_IN);
        server.answers("AUTH", "454 4.7.0 not now");
        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Later(LetterProblem.LATER));
        server.isMended();
        assertThat(carrier(FROM).trouble()).isEmpty();
        assertThat(server.commands("DATA")).isEmpty();

        server.answers("MAIL", "451 not now");
        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Later(LetterProblem.LATER));
        server.isMended().answers("RCPT", "550 5.1.1 unknown");
        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Never(LetterProblem.ADDRESS_REFUSED));
        server.isMended().answers("RCPT", "450 grey");
        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Later(LetterProblem.LATER));
        server.isMended().answers("DOT", "554 spam");
        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Never(LetterProblem.LETTER_REFUSED));
        server.isMended().answers("DOT", "451 not now");
        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Later(LetterProblem.LATER));
    }

    @Test
    void a_name_that_nothing_has_stops_mail_and_a_server_that_is_down_keeps_a_letter_waiting() throws IOException {
        server.close();
        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Later(LetterProblem.UNREACHABLE));

        named.setHost("mail.invalid");
        assertThat(hand(FROM, "anna@example.com")).isEqualTo(new Delivery.Halted(MailTrouble.UNKNOWN_HOST));
    }

    private void signsIn() {
        named.setUsername("support");
        named.setPassword("not-a-word");
    }

    private Delivery hand(MailEncryption encryption) {
        return new MailCarrier(Servers.of(named), settings(encryption), Clock.systemUTC())
                .hand(new Mail("anna@example.com", Language.EN, "About", "Hello", null));
    }

    private boolean exposed(String host, @Nullable MailEncryption encryption) {
        named.setHost(host);
        return new MailServer(named, settings(encryption)).isExposed();
    }

    private String property(String host, String name) {
        named.setHost(host);
        return new MailServer(named, settings(null)).session(false).getProperty("mail.smtp." + name);
    }

    private static MailSettings settings(@Nullable MailEncryption encryption) {
        return new MailSettings(FROM, null, encryption, Duration.ofMinutes(1), Duration.ofHours(6), 10);
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
