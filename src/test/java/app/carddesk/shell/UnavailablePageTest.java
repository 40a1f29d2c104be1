package app.carddesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.DatabaseAvailability;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is answered while the database is away. */
class UnavailablePageTest {

    private boolean available;

    private final UnavailablePage page = new UnavailablePage(new DatabaseAvailability() {
        @Override
        public boolean isAvailable() {
            return available;
        }

        @Override
        public Runnable listen(Listener listener) {
            return () -> {};
        }
    });

    @Test
    void a_sign_in_says_that_the_system_is_unavailable_and_does_not_blame_the_password() throws Exception {
        MockHttpServletRequest request = asked("POST", "/login", null);
        request.addPreferredLocale(Locale.of("sv"));

        MockHttpServletResponse response = answer(request, false);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString())
                .contains(
                        "lang=\"sv\"",
                        "Carddesk är inte tillgängligt just nu",
                        "url=/\"",
                        "inget fel på ditt lösenord");
    }

    @Test
    void a_page_looks_again_at_its_own_address_as_it_is_written() throws Exception {
        MockHttpServletResponse response = answer(asked("GET", "/cases/\"><script>", null), false);
        assertThat(response.getContentAsString())
                .contains("url=/cases/&quot;&gt;&lt;script&gt;", "Carddesk is unavailable just now")
                .doesNotContain("<script>");
    }

    @Test
    void programs_get_the_status_alone() throws Exception {
        MockHttpServletRequest request = asked("GET", "/evidence/1/1/full", null);
        request.removeHeader("Accept");
        MockHttpServletResponse response = answer(request, false);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator/health/readiness,",
        "GET, /VAADIN/build/index.js,",
        "GET, /styles/carddesk.css,",
        "GET, /typing.js,",
        "POST, /, v-r=uidl&v-uiId=0",
        "POST, /, v-r=heartbeat&v-uiId=0"
    })
    void health_open_windows_and_what_pages_load_go_on(String method, String path, String query) throws Exception {
        assertThat(answer(asked(method, path, query), false).getStatus()).isEqualTo(200);
    }

    @Test
    void while_it_answers_nothing_is_in_the_way() throws Exception {
        assertThat(answer(asked("POST", "/login", null), true).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request, boolean databaseAnswers) throws Exception {
        available = databaseAnswers;
        MockHttpServletResponse response = new MockHttpServletResponse();
        page.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest asked(String method, String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setQueryString(query);
        request.addHeader("Accept", "text/html,*/*");
        return request;
    }
}
