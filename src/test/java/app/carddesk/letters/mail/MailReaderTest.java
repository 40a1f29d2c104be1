package app.carddesk.letters.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.letters.mail.DeliveryNotice.Fate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails of every kind, also those that were made to do harm. */
class MailReaderTest {

    private static final String CODE = "XKMF2B7HQW3PRT9L";
    private static final String ID = "<letter." + UUID.randomUUID() + "@example.com>";
    private static final long LIMIT = 21L * 1024 * 1024;

    @Test
    void a_plain_answer_is_read_with_its_quoted_part_told_apart() {
        IncomingMail mail = read("""
                From: =?utf-8?q?Ida_Pr=C3=B8ve?= <ida@example.com>
                Subject: =?iso-8859-1?Q?Sv:_Dit_gavekort_=E6?=
                Date: Tue, 3 Nov 2026 08:15:00 +0100
                Message-ID: <answer-1@example.com>
                In-Reply-To: %s
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Hej,

                her er kvitteringen. M=E5ske er den for lille?

                Den 2. nov. 2026 kl. 10.00 skrev Support <support@example.com>:
                > K=E6re Ida
                > vi mangler kvitteringen.
                """.formatted(ID));

        assertThat(mail.sender()).isEqualTo("Ida Prøve");
        assertThat(mail.address()).isEqualTo("ida@example.com");
        assertThat(mail.subject()).isEqualTo("Sv: Dit gavekort æ");
        assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-11-03T07:15:00Z"));
        assertThat(mail.id()).isEqualTo("<answer-1@example.com>");
        assertThat(mail.answers()).containsExactly(ID);
        assertThat(mail.text()).isEqualTo("Hej,\n\nher er kvitteringen. Måske er den for lille?");
        assertThat(mail.quoted()).startsWith("Den 2. nov.").endsWith("> vi mangler kvitteringen.");
        assertThat(mail.automatic()).isFalse();
        assertThat(mail.notice()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 3 Nov 2026 08:15:00 +0100 (CET) | 2026-11-03T07:15:00Z",
                "Mon, 3 Nov 2026 08:15:00 GMT | 2026-11-03T08:15:00Z",
                "3 Nov 2026  08:15 -0500 | 2026-11-03T13:15:00Z",
                "yesterday |",
                "Tue, 3 Nov 1026 08:15:00 +0100 |",
            })
    void the_date_is_read_where_it_is_one(String date, Instant sent) {
        assertThat(read("From: a@example.com\nDate: " + date + "\n\nhi").sentAt())
                .isEqualTo(sent);
    }

    @Test
    void words_between_quoted_lines_stay_where_they_are() {
        IncomingMail mail = read(plain("> Is it yours?\nYes.\n> When?\nIn May."));

        assertThat(mail.text()).isEqualTo("> Is it yours?\nYes.\n> When?\nIn May.");
        assertThat(mail.quoted()).isEmpty();
    }

    @Test
    void a_page_becomes_text_without_anything_that_runs_or_hides() {
        IncomingMail mail = read("""
                From: ida@example.com
                Subject: Hi
                Content-Type: text/html; charset=utf-8

                <html><head><title>t</title><style>p{}</style></head><body onload="x()"><p>First &amp; foremost</p>
                <script>alert(1)</script><ul><li>one</li><li>two</li></ul>
                <img src="https://tracker.example/p.gif"><blockquote>What you wrote</blockquote></body></html>
                """);

        assertThat(mail.text()).isEqualTo("First & foremost\n\n- one\n- two");
        assertThat(mail.quoted()).isEqualTo("> What you wrote");
    }

    /** Customers send their code in every part of a mail that people write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain\n\nIt is XH7KQ2RB\n9TJ4WN6D, thanks",
                "Content-Type: text/plain; format=flowed; delsp=yes\n\nIt is XH7KQ2RB \n9TJ4WN6D, thanks",
                "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nIt is =58H7KQ2RB9T=\nJ4WN6=44",
                "Content-Type: text/plain\n\nNo.\n\n> > It is XH7K-Q2RB-\n> > 9TJ4-WN6D",
                "Content-Type: text/html\n\n<table><tr><td>Code</td><td>XH7K</td><td>Q2RB</td><td>9TJ4</td><td>WN6D</td></tr>",
                "Content-Type: text/html\n\n<p>X<i>H7K</i>Q2<!-- -->RB&shy;9TJ4<br>WN6D</p>",
                "Content-Type: text/plain\n\nCodeXH7KQ2RB9TJ4WN6Dworks not",
                "Subject: Code XH7KQ2RB 9TJ4WN6D\n\nHello",
                "Subject: =?utf-8?Q?XH7KQ2RB?= =?utf-8?B?OVRKNFdONkQ=?=\n\nHello",
                "From: Ida XH7KQ2RB9TJ4WN6D <ida@example.com>\n\nHello",
                "From: <idaxh7kq2rb9tj4wn6d@example.com>\n\nHello",
                "Content-Type: image/png\nContent-Disposition: attachment; filename=\"XH7KQ2RB/9TJ4WN6D.png\"\n\nnone",
                "Content-Type: image/png\nContent-Disposition: attachment; filename*0=\"XH7KQ2RB\"; filename*1=\"9TJ4WN6D.png\"\n\nnone",
                "Content-Type: image/png\nContent-Disposition: attachment; filename=\"=?utf-8?Q?XH7KQ2RB?= =?utf-8?Q?9TJ4WN6D?=.png\"\n\nnone",
            })
    void nothing_of_a_code_is_left_of_a_mail(String rest) throws IOException {
        IncomingMail mail = read(rest.startsWith("From") ? rest : "From: ida@example.com\n" + rest);

        String all = String.join(
                " ",
                mail.sender(),
                String.valueOf(mail.address()),
                mail.subject(),
                mail.text(),
                mail.quoted(),
                String.join(
                        " ", mail.attachments().stream().map(Attachment::name).toList()));
        assertThat(all.toUpperCase(Locale.ROOT)).doesNotContain("XH7K", "Q2RB", "9TJ4", "WN6D", "TJ4W");
    }

    @Test
    void the_plain_one_of_two_texts_is_taken_and_files_are_named() throws IOException {
        String file = Base64.getMimeEncoder().encodeToString("content".getBytes(StandardCharsets.UTF_8));
        IncomingMail mail = read("""
                From: ida@example.com
                Subject: Hi
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: multipart/alternative; boundary=i

                --i
                Content-Type: text/plain; charset=utf-8

                Plain
                --i
                Content-Type: text/html

                <p>Rich</p>
                --i--
                --o
                Content-Type: image/png; name="..\\\\..\\\\evil\u202Egnp.exe"
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                %s
                --o
                Content-Type: image/gif
                Content-ID: <pixel>

                GIF89a
                --o
                Content-Type: message/rfc822

                Subject: another

                inside
                --o--
                """.formatted(file));

        assertThat(mail.text()).isEqualTo("Plain");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("evilgnp.exe", "", "");
        assertThat(mail.attachments()).extracting(Attachment::inline).containsExactly(false, true, false);
        assertThat(mail.attachments()).extracting(Attachment::mail).containsExactly(false, false, true);
        try (InputStream content = mail.attachments().getFirst().content().open()) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("content");
        }
    }

    @Test
    void codes_are_masked_wherever_they_stand() {
        IncomingMail mail = read("""
                From: "%1$s" <ida@example.com>
                Subject: about %1$s
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: text/html

                <p>The code is <b>XKMF</b>-2B7H-QW3P-RT9L or X\u200BKMF2B7HQW3PRT9L.</p>
                <blockquote>%1$s</blockquote>
                --o
                Content-Type: image/png; name="%1$s.png"

                x
                --o--
                """.formatted(CODE));

        assertThat(mail.sender()).isEqualTo("••••");
        assertThat(mail.subject()).isEqualTo("about ••••");
        assertThat(mail.text()).isEqualTo("The code is •••• or ••••.");
        assertThat(mail.quoted()).isEqualTo("> ••••");
        assertThat(mail.attachments().getFirst().name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "failed,  5.1.1, FAILED",
        "failed,  4.4.7, FAILED",
        "delayed, 4.4.1, DELAYED",
        "delivered, 2.0.0, OTHER",
        "relayed, 2.0.0, OTHER",
        "'',      5.7.1, FAILED",
        "'',      4.2.2, OTHER",
    })
    void a_report_says_what_became_of_our_letter(String action, String status, Fate fate) {
        DeliveryNotice notice = notice(Notices.report(
                ID, action, status, status + " <ida@example.com>: gone, code " + CODE, "Your code: " + CODE));

        assertThat(notice.fate()).isEqualTo(fate);
        assertThat(notice.status()).isEqualTo(status);
        assertThat(notice.originals()).containsExactly(ID);
        assertThat(notice.words()).contains("<i…@example.com>: gone, code ••••").doesNotContain("ida@", CODE);
    }

    @Test
    void headers_alone_are_enough_and_the_telling_status_is_taken() {
        DeliveryNotice notice = notice(Notices.headersOnly(ID));

        assertThat(notice.fate()).isEqualTo(Fate.FAILED);
        assertThat(notice.status()).isEqualTo("5.2.2");
        assertThat(notice.originals()).containsExactly(ID);
    }

    @Test
    void an_old_notice_is_understood_by_its_words_and_nothing_of_the_copy_is_kept() {
        DeliveryNotice notice = notice(Notices.words(
                "failure notice", "<ida@example.com>: no mailbox here. (#5.1.1)", ID, "5.1.1 Your code: " + CODE));

        assertThat(notice.fate()).isEqualTo(Fate.FAILED);
        assertThat(notice.status()).isEqualTo("5.1.1");
        assertThat(notice.words()).isEqualTo("<i…@example.com>: no mailbox here. (#5.1.1)");
        assertThat(notice.originals()).containsExactly(ID);
    }

    @Test
    void an_old_notice_with_a_final_answer_of_a_server_is_one_too() {
        DeliveryNotice notice =
                notice(Notices.words("returned mail", "mx said: 552 mailbox too large", ID, "550 not this"));

        assertThat(notice.fate()).isEqualTo(Fate.FAILED);
        assertThat(notice.status()).isNull();
        assertThat(notice.words()).isEqualTo("mx said: 552 mailbox too large");
    }

    @Test
    void a_warning_that_a_mail_is_late_is_no_failure() {
        assertThat(notice(Notices.words(
                                "Warning: message delayed 24 hours", "No action is required on your part.", ID, ""))
                        .fate())
                .isEqualTo(Fate.DELAYED);
    }

    @Test
    void a_note_that_somebody_is_away_is_no_notice_of_delivery() {
        IncomingMail mail = read(Notices.holiday(ID));

        assertThat(mail.notice()).isNull();
        assertThat(mail.automatic()).isTrue();
    }

    @Test
    void a_customer_who_forwards_a_notice_inside_an_answer_reports_nothing() {
        IncomingMail mail = read("""
                From: ida@example.com
                Subject: I got this
                Content-Type: multipart/mixed; boundary=o

                --o

                See below
                --o
                Content-Type: message/rfc822

                %s
                --o--
                """.formatted(Notices.report(ID, "failed", "5.1.1", "no", "")));

        assertThat(mail.notice()).isNull();
    }

    @Test
    @Timeout(20)
    void ten_thousand_parts_are_refused() {
        StringBuilder mail = new StringBuilder("From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n");
        mail.repeat("--b\n\nx\n", 10_000);
        assertThat(reading(mail.append("--b--").toString())).isInstanceOf(Reading.TooComplex.class);

        StringBuilder few = new StringBuilder("From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n");
        few.repeat("--b\n\nx\n", MailReader.MOST_PARTS + 1);
        assertThat(reading(few.append("--b--").toString())).isInstanceOf(Reading.TooComplex.class);
    }

    @Test
    @Timeout(20)
    void deep_nesting_is_refused() {
        StringBuilder mail = new StringBuilder("From: a@example.com\n");
        for (int i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(reading(mail.append("\nend").toString())).isInstanceOf(Reading.TooComplex.class);
    }

    @Test
    @Timeout(20)
    void huge_headers_are_refused_outside_and_in_a_part() {
        assertThat(reading("From: a@example.com\nSubject: " + "x".repeat(MailReader.LONGEST_HEADERS) + "\n\nhi"))
                .isInstanceOf(Reading.TooComplex.class);
        assertThat(reading("From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\nX: "
                        + "y".repeat(1_000_000) + "\n\nhi\n--b--"))
                .isInstanceOf(Reading.TooComplex.class);
    }

    @Test
    void the_first_byte_too_many_is_refused_and_no_more_is_read() throws IOException {
        AtomicLong given = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                given.incrementAndGet();
                return 'a';
            }
        };

        assertThat(MailReader.read(endless, 1_000_000)).isInstanceOf(Reading.TooLarge.class);
        assertThat(given.get()).isLessThan(1_200_000);
    }

    @Test
    @Timeout(30)
    void twenty_megabytes_are_read_in_bounds() {
        IncomingMail mail = read(plain("word ".repeat(4 * 1024 * 1024)));
        assertThat(mail.text()).hasSizeLessThanOrEqualTo(MailText.LONGEST_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-charset", "\"", "utf-8\0", "x'y", "../../etc"})
    void a_character_set_nobody_knows_does_no_harm(String charset) {
        assertThat(read("From: a@example.com\nContent-Type: text/plain; charset=" + charset + "\n\nHej æ")
                        .text())
                .isEqualTo("Hej æ");
    }

    @Test
    void wrong_coding_loses_only_what_is_wrong() {
        String begun = Base64.getEncoder().encodeToString("Hello there".getBytes(StandardCharsets.UTF_8));
        IncomingMail mail = read(
                "From: a@example.com\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + begun + "A=B");
        assertThat(mail.text()).startsWith("Hello");

        assertThat(read("From: a@example.com\nContent-Transfer-Encoding: x-nobody\n\nplain")
                        .text())
                .isEqualTo("plain");
    }

    @Test
    void control_characters_and_turned_writing_are_taken_out() {
        IncomingMail mail =
                read("From: \"A\0\u0007\u202Eb\" <a@example.com>\nSubject: x\u001B[31my\n\nNU\0L \u2066here");

        assertThat(mail.sender()).isEqualTo("Ab");
        assertThat(mail.subject()).isEqualTo("x[31my");
        assertThat(mail.text()).isEqualTo("NUL here");
    }

    @Test
    void without_headers_worth_the_name_it_is_no_mail() {
        assertThat(reading("")).isInstanceOf(Reading.Broken.class);
        assertThat(reading("%PDF-1.7\nhello")).isInstanceOf(Reading.Broken.class);
        assertThat(reading("From nobody to nowhere")).isInstanceOf(Reading.Broken.class);
    }

    @Test
    void a_mail_that_says_next_to_nothing_is_still_one() {
        IncomingMail mail = read("Subject:\n\n");

        assertThat(mail.sender()).isEqualTo("?");
        assertThat(mail.address()).isNull();
        assertThat(mail.sentAt()).isNull();
        assertThat(mail.id()).isNull();
    }

    @Test
    @Timeout(60)
    void bytes_at_random_never_break_out() {
        Random random = new Random(20261102);
        String whole = Notices.report(ID, "failed", "5.1.1", "no such user", "Your code");
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
            for (int k = 0; k < 1 + i % 40; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(MailReader.read(bytes)).isNotNull();
        }
    }

    private static String plain(String text) {
        return "From: Ida <ida@example.com>\nSubject: Hi\n\n" + text;
    }

    private static DeliveryNotice notice(String mail) {
        DeliveryNotice notice = read(mail).notice();
        assertThat(notice).isNotNull();
        return notice;
    }

    private static IncomingMail read(String mail) {
        Reading reading = reading(mail);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).mail();
    }

    private static Reading reading(String mail) {
        try {
            return MailReader.read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)), LIMIT);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
