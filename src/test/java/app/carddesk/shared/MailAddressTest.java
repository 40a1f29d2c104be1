package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.com, anna@example.com",
        "Anna@Example.COM, Anna@Example.COM",
        "anna@localhost, anna@localhost",
        "anna@šibox.no, anna@xn--ibox-f6a.no",
        "anna@xn--ibox-f6a.no, anna@xn--ibox-f6a.no",
        "anna@ŠIBOX.no, anna@xn--ibox-f6a.no",
        "anna@blåbær.dk, anna@xn--blbr-roah.dk",
        "anna@faß.de, anna@xn--fa-hia.de",
        "anna@βόλος.com, anna@xn--nxasmm1c.com",
        "anna@भारत.com, anna@xn--h2brj9c.com",
        "anna@نامه\u200cای.com, anna@xn--mgba3gch31f060k.com",
        "søren@blåbær.dk, søren@xn--blbr-roah.dk"
    })
    void names_go_out_as_they_are_read(String written, String sent) {
        assertThat(MailAddress.read(written)).map(MailAddress::toString).contains(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "@example.com",
                "anna@",
                "anna@example..com",
                "anna@-example.com",
                // Other names are sent for these: of letters in full width, of ligatures, without what cannot be seen.
                "anna@ｅxample.com",
                "anna@ﬀ.com",
                "anna@exam\u00adple.com",
                "anna@exam\u200bple.com",
                "anna@example\u3002com",
                "anna@exam℀.com",
                // Punycode that nobody makes of a name.
                "anna@xn--a.com",
                "anna@xn--example-.com",
                // What cannot be seen, or turns the rest around.
                "an\u202ena@example.com",
                "an\u200bna@example.com",
                "an\u00a0na@example.com",
                "an\u034fna@example.com",
                "\u0301anna@example.com",
                "an\r\nna@example.com",
                "ååååååååååååååååååååååååååååååååå@example.com"
            })
    void what_would_be_sent_elsewhere_than_it_says_is_no_address(String written) {
        assertThat(MailAddress.read(written)).isEmpty();
    }

    @Test
    void only_what_stands_before_the_at_sign_asks_for_more_of_the_server() {
        assertThat(MailAddress.read("anna@šibox.no").orElseThrow().needsUtf8()).isFalse();
        assertThat(MailAddress.read("søren@example.com").orElseThrow().needsUtf8())
                .isTrue();
        assertThat(MailAddress.read("anna@xn--ibox-f6a.no").orElseThrow().readableDomain())
                .isEqualTo("šibox.no");
    }
}
