package app.carddesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Where links lead that people outside are given. */
class PublicLinksTest {

    private final MockHttpServletRequest asked = new MockHttpServletRequest();

    @Test
    void a_link_leads_to_the_configured_address_whatever_host_a_request_names() {
        asked.setServerName("evil.example");
        asked.addHeader("X-Forwarded-Host", "evil.example");

        assertThat(TestLinks.of("https://desk.example.com").base(asked))
                .hasValue(URI.create("https://desk.example.com"));
    }

    @Test
    void without_one_there_are_no_links() {
        assertThat(TestLinks.of(null).canBeMade()).isFalse();
        assertThat(TestLinks.of(null).base(asked)).isEmpty();
    }

    @Test
    void the_demo_takes_the_address_its_visitor_came_by() {
        asked.setServerName("localhost");
        asked.setServerPort(8080);
        asked.addHeader("X-Forwarded-Host", "evil.example");

        assertThat(TestLinks.of(null, "demo").base(asked)).hasValue(URI.create("http://localhost:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk.example.com",
                "/desk",
                "ftp://desk.example.com",
                "javascript:alert(1)",
                "https:///path",
                "https://somebody@desk.example.com",
                "https://desk.example.com?a=b",
                "https://desk.example.com#a"
            })
    void what_is_no_address_of_a_first_page_is_refused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> TestLinks.of(address));
    }
}
