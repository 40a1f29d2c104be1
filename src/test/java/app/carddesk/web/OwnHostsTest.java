package app.carddesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.PublicAddress;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Which hosts are answered, and whose pages may act. */
class OwnHostsTest {

    @ParameterizedTest
    @CsvSource({
        "desk.example.com, true",
        "DESK.example.com, true",
        "intern.example.com, true",
        "localhost, true",
        "127.0.0.1, true",
        "[::1], true",
        "desk.example.com.evil.example, false",
        "evil.example, false",
        "203.0.113.7, false"
    })
    void once_a_public_address_is_known_other_hosts_are_not_answered(String host, boolean answered) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.setServerName(host);

        assertThat(ask(hosts("https://desk.example.com", "intern.example.com"), request))
                .isEqualTo(answered ? 200 : 421);
    }

    @Test
    void health_is_told_under_any_name_and_without_a_public_address_everything_is() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/actuator/health");
        request.setServerName("10.1.2.3");
        assertThat(ask(hosts("https://desk.example.com"), request)).isEqualTo(200);

        request.setRequestURI("/login");
        assertThat(ask(hosts(null), request)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200",
        "/actuator/health/readiness, 200",
        "/actuator/healthy, 421",
        "/actuator/health;x, 421",
        "/login, 421"
    })
    void nothing_but_health_is_told_under_any_name(String path, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServerName("10.1.2.3");

        assertThat(ask(hosts("https://desk.example.com"), request)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "https://desk.example.com, desk.example.com, true",
        "https://desk.example.com, carddesk:8080, true",
        "https://desk.example.com:443, desk.example.com, true",
        "http://localhost:8080, localhost:8080, true",
        "HTTPS://DESK.example.com, carddesk:8080, true",
        "http://desk.example.com, evil.example, false",
        "http://desk.example.com, desk.example.com, false",
        "https://desk.example.com:8443, desk.example.com:8443, false",
        "https://evil.example, desk.example.com, false",
        "https://desk.example.com.evil.example, desk.example.com, false",
        "https://desk.example.com@evil.example, desk.example.com, false",
        "https://desk.example.com:8443, desk.example.com, false",
        "http://localhost:8081, localhost:8080, false",
        "null, desk.example.com, false",
        "file://, desk.example.com, false",
        "%, desk.example.com, false"
    })
    void only_pages_of_ours_may_act(String origin, String host, boolean allowed) throws Exception {
        for (String method : List.of("GET", "POST")) {
            MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
            request.addHeader("Host", host);
            request.addHeader("Origin", origin);

            assertThat(ask(hosts("https://desk.example.com", "carddesk", "evil.example"), request))
                    .isEqualTo(allowed ? 200 : 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void what_a_browser_says_comes_from_another_site_may_be_read_but_does_not_act(String site) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.addHeader("Sec-Fetch-Site", site);
        assertThat(ask(hosts(null), request)).isEqualTo(403);

        request.setMethod("GET");
        assertThat(ask(hosts(null), request)).isEqualTo(200);
        request.addHeader("Upgrade", "websocket");
        assertThat(ask(hosts(null), request)).isEqualTo(403);
    }

    @Test
    void a_websocket_that_lost_its_wish_on_the_way_is_refused_before_anything_is_told_to_it() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/VAADIN/push");
        request.setParameter("X-Atmosphere-Transport", "websocket");
        assertThat(ask(hosts(null), request)).isEqualTo(426);

        request.addHeader("Upgrade", "websocket");
        assertThat(ask(hosts(null), request)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/login?x=1#y, /login?x=1#y",
        "https://evil.example, /",
        "//evil.example/login, /login",
        "http://evil.example//other.example/login, /other.example/login",
        "/login, /login",
        "login?error, login?error"
    })
    void a_redirect_names_no_host(String location, String sent) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();

        new LocalRedirects(response).sendRedirect(location);

        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getHeader("Location")).isEqualTo(sent);
    }

    private static OwnHosts hosts(@Nullable String publicUrl, String... others) {
        return new OwnHosts(
                new PublicAddress(publicUrl == null ? null : URI.create(publicUrl)),
                NetworkTest.settings(List.of(), List.of(others)));
    }

    private static int ask(OwnHosts hosts, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RequestGuard(hosts).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
