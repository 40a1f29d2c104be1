package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void two_spellings_of_one_address_have_the_same_key() {
        EmailAddress plain = new EmailAddress("asa.lind@example.com");

        assertThat(new EmailAddress("  Asa.Lind@Example.COM ").key()).isEqualTo(plain.key());
        assertThat(new EmailAddress("A\u030asa@example.com").key())
                .isEqualTo(new EmailAddress("åsa@example.com").key());
    }

    @Test
    void what_the_customer_wrote_stays_as_written() {
        assertThat(new EmailAddress(" Asa.Lind@Example.com").value()).isEqualTo("Asa.Lind@Example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "asa",
                "@example.com",
                "asa@",
                "asa@example",
                "asa@@example.com",
                "asa lind@example.com",
                "asa@example..com",
                ".asa@example.com",
                "asa@example.com\nbcc:x@example.com",
                "<asa@example.com>"
            })
    void bad_syntax_is_refused_without_being_repeated(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress(typed)).hasMessage("Not an e-mail address");
    }
}
