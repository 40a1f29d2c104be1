package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cases.EmailAddress;
import app.carddesk.letters.MailCarrier.Delivery;
import app.carddesk.letters.MailCarrier.Mail;
import app.carddesk.shared.Language;
import com.ibm.icu.impl.Punycode;
import com.ibm.icu.text.StringPrepParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever is typed as an address: what the mail server is told is what stands on the screen, or it is told nothing. */
class MailAddressesPropertyTest {

    private static final String LETTERS =
            "abcxyzABC059-åäöæøšßẞıİσςΣéñłøþðαβωжяЖ中国テスト한글भारतक्षعربيעברית٣ﬀｅ℀·・ͅ\u00ad\u200b\u200d\u0301☃😀";

    @Property(tries = 400)
    void a_server_is_told_what_is_read(
            @ForAll("addresses") String typed, @ForAll boolean utf8, @ForAll boolean asLetter) throws IOException {
        boolean taken = EmailAddress.fault(typed).isEmpty();
        Statistics.collect(taken ? "address" : "refused");
        if (!taken) {
            return;
        }
        String screen = EmailAddress.parse(typed).orElseThrow().value();
        try (ScriptedSmtp server = new ScriptedSmtp()) {
            if (utf8) {
                server.offers("SMTPUTF8");
            }
            MailCarrier carrier = new MailCarrier(
                    Servers.at(server.port()), MailSettings.from("Support <support@example.com>"), Clock.systemUTC());
            Delivery delivery = asLetter
                    ? carrier.hand(UUID.randomUUID(), Language.DA, screen, new LetterText("Om dit kort", "På gensyn"))
                    : carrier.hand(new Mail(screen, Language.DA, "Om dit kort", "På gensyn", null));

            boolean ascii = screen.substring(0, screen.lastIndexOf('@')).chars().allMatch(letter -> letter < 128);
            if (!utf8 && !ascii) {
                assertThat(delivery).isEqualTo(new Delivery.Never(LetterProblem.ADDRESS_NEEDS_SMTPUTF8));
                assertThat(server.commands("MAIL")).isEmpty();
                assertThat(server.mails()).isEmpty();
                return;
            }
            assertThat(delivery).isEqualTo(new Delivery.Taken());
            assertThat(server.commands("RCPT")).hasSize(1);
            String told = new String(server.commands("RCPT").getFirst(), StandardCharsets.UTF_8);
            assertThat(told).startsWith("RCPT TO:<").endsWith(">");
            assertThat(read(told.substring("RCPT TO:<".length(), told.length() - 1)))
                    .isEqualTo(small(screen));
            assertThat(new String(server.commands("MAIL").getFirst(), StandardCharsets.UTF_8).endsWith(" SMTPUTF8"))
                    .isEqualTo(!ascii);
            assertThat(server.mails().getFirst())
                    .contains("\nTo: " + told.substring("RCPT TO:<".length(), told.length() - 1) + "\n");
        }
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> letters = Arbitraries.of(
                LETTERS.codePoints().mapToObj(Character::toString).toList());
        Arbitrary<String> any = Arbitraries.oneOf(
                letters,
                letters,
                letters,
                Arbitraries.integers().between(0x80, 0x2FFFF).map(Character::toString));
        Arbitrary<String> word = any.list().ofMinSize(1).ofMaxSize(6).map(parts -> String.join("", parts));
        Arbitrary<String> plain = Arbitraries.of("anna", "example", "Anna.B+x", "søren", "xn--ibox-f6a");
        return Combinators.combine(
                        Arbitraries.oneOf(word, plain),
                        Arbitraries.oneOf(word, plain),
                        Arbitraries.of("no", "com", "dk", "рф", "中国"))
                .as((local, domain, top) -> local + "@" + domain + "." + top);
    }

    /** Decodes what a server was told without any mapping of names. */
    private static String read(String told) {
        int at = told.lastIndexOf('@');
        return small(told.substring(0, at + 1)
                + Arrays.stream(told.substring(at + 1).split("\\."))
                        .map(MailAddressesPropertyTest::decoded)
                        .collect(Collectors.joining(".")));
    }

    private static String decoded(String label) {
        assertThat(label).matches("[A-Za-z0-9-]{1,63}");
        try {
            return label.startsWith("xn--")
                    ? Punycode.decode(label.substring(4), null).toString()
                    : label;
        } catch (StringPrepParseException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The domain letter by letter in small ones; what stands before the at sign as it is. */
    private static String small(String address) {
        int at = address.lastIndexOf('@');
        StringBuilder small = new StringBuilder(address.substring(0, at));
        address.substring(at)
                .replace("xn--ibox-f6a", "šibox")
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(small::appendCodePoint);
        return Normalizer.normalize(small, Normalizer.Form.NFC);
    }
}
