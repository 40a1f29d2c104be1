package app.carddesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What is kept for visitors who have not signed in. */
class StrangersTest {

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final MockServletContext server = new MockServletContext();
    private final Strangers strangers = new Strangers(
            new WebSettings(
                    List.of(), List.of(), 1000, Duration.ZERO, Duration.ZERO, 1, 5, 12, Duration.ofSeconds(150)),
            new ClientAddress());

    @AfterEach
    void nobodyAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void ten_thousand_windows_of_one_address_are_five_and_the_newest_stay() {
        List<MockHttpSession> opened = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            opened.add(open("203.0.113.7"));
        }

        assertThat(strangers.count()).isEqualTo(5);
        assertThat(opened.stream().filter(session -> !session.isInvalid()))
                .containsExactlyElementsOf(opened.subList(9_995, 10_000));
    }

    @Test
    void the_windows_of_all_addresses_together_are_limited_too() {
        for (int i = 0; i < 1_000; i++) {
            open("203.0." + i / 256 + "." + i % 256);
        }

        assertThat(strangers.count()).isEqualTo(12);
    }

    @Test
    void a_household_is_one_address_and_another_is_left_alone() {
        MockHttpSession neighbour = open("2001:db8:0:2::1");
        for (int i = 0; i < 100; i++) {
            open("2001:db8:0:1::" + Integer.toHexString(i));
        }

        assertThat(strangers.count()).isEqualTo(6);
        assertThat(neighbour.isInvalid()).isFalse();
    }

    @Test
    void whoever_signs_in_is_no_stranger_any_more() {
        server.setSessionTimeout(30);
        MockHttpSession session = open("203.0.113.7");
        assertThat(session.getMaxInactiveInterval()).isEqualTo(150);

        TestingAuthenticationToken person = new TestingAuthenticationToken("agent", null, "ROLE_AGENT");
        session.setAttribute(CONTEXT, new SecurityContextImpl(person));
        strangers.attributeAdded(new HttpSessionBindingEvent(session, CONTEXT));
        for (int i = 0; i < 100; i++) {
            open("203.0.113.7");
        }

        assertThat(session.isInvalid()).isFalse();
        assertThat(session.getMaxInactiveInterval()).isEqualTo(1800);
    }

    @Test
    void a_session_that_ends_makes_room() {
        MockHttpSession session = open("203.0.113.7");

        strangers.sessionDestroyed(new HttpSessionEvent(session));

        assertThat(strangers.count()).isZero();
    }

    private MockHttpSession open(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        MockHttpSession session = new Ending();
        strangers.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    /** Tells when it ends, as a server's does. */
    private final class Ending extends MockHttpSession {

        Ending() {
            super(server);
        }

        @Override
        public void invalidate() {
            HttpSession session = this;
            strangers.sessionDestroyed(new HttpSessionEvent(session));
            super.invalidate();
        }
    }
}
