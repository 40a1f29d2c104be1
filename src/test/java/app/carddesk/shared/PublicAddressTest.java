package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are whole, and what is said of others. */
class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://desk.example.com",
                "https://desk.example.com/",
                "HTTPS://desk.example.com:8443/desk",
                "http://192.0.2.7:8080",
                "http://[2001:db8::7]"
            })
    void a_whole_address_will_do(String text) {
        assertThat(PublicAddress.fault(text)).isEmpty();
        assertThat(new PublicAddress(URI.create(text)).publicUrl()).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    desk.example.com | begin with https://
                    desk.example.com:8443 | begin with https://
                    ftp://desk.example.com | begin with https://
                    https:// | is no address
                    https://desk example.com | is no address
                    https:///desk | names no host
                    https://desk_1.example.com | names no host
                    https://desk.example.com:0 | port
                    https://desk.example.com:99999 | port
                    https://me:secret@desk.example.com | password
                    https://desk.example.com/?a=b | ? or #
                    https://desk.example.com/#a | ? or #
                    """)
    void what_is_wrong_with_any_other_is_said(String text, String fault) {
        assertThat(PublicAddress.fault(text))
                .hasValueSatisfying(said -> assertThat(said).contains(fault).doesNotContain("secret"));
    }

    @Test
    void nothing_else_is_taken() {
        assertThatThrownBy(() -> new PublicAddress(URI.create("desk.example.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carddesk.public-url does not begin with https://");
    }
}
