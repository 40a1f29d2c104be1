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

    @Test
    void an_address_that_mail_would_not_go_to_is_told_from_one_that_is_none() {
        assertThat(EmailAddress.fault("anna@šibox.no")).isEmpty();
        assertThat(EmailAddress.fault("søren@faß.de")).isEmpty();
        assertThat(EmailAddress.fault("anna@भारत.com")).isEmpty();
        assertThat(EmailAddress.fault("anna")).contains(EmailAddress.Fault.NOT_AN_ADDRESS);
        assertThat(EmailAddress.fault("anna@ｅxample.com")).contains(EmailAddress.Fault.READS_OTHERWISE);
        assertThat(EmailAddress.fault("an\u202ena@example.com")).contains(EmailAddress.Fault.READS_OTHERWISE);
    }

    @Test
    void a_mailbox_is_the_same_whichever_way_its_domain_is_written() {
        assertThat(new EmailAddress("Anna+x@xn--ibox-f6a.no").mailbox())
                .isEqualTo(new EmailAddress("anna@Šibox.no").mailbox())
                .isEqualTo("anna@šibox.no");
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
