package app.carddesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.access.PeopleAdministration.Result;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** How long a sign-in lasts, and what ends it before: by request, as browsers ask. */
@CarddeskTest
@Tag("database")
class SessionsTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestPeople people;

    @Autowired
    private PersonStore store;

    @Autowired
    private PeopleAdministration administration;

    @Autowired
    private LiveSessions sessions;

    @Autowired
    private SessionLimits limits;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    @Qualifier("springSecurityFilterChain") private Filter guards;

    private MockMvc browser;
    private String name;
    private UUID person;
    private MockHttpSession session;

    @BeforeEach
    void comeIn() throws Exception {
        browser = webAppContextSetup(context).apply(springSecurity()).build();
        name = people.agent();
        person = store.byUsername(name).orElseThrow().person().id();
        session = enter();
    }

    @AfterEach
    void asBefore() {
        clock.reset();
        signIn.out();
        sessions.sweep();
    }

    private MockHttpSession enter() throws Exception {
        return (MockHttpSession) Objects.requireNonNull(
                browser.perform(formLogin("/login").user(name).password("carddesk"))
                        .andReturn()
                        .getRequest()
                        .getSession(false));
    }

    @Test
    void without_an_act_a_sign_in_ends_after_twenty_minutes_whatever_its_windows_ask() throws Exception {
        for (int i = 0; i < 19; i++) {
            clock.forward(Duration.ofMinutes(1));
            // Loading a page again, asking what is left, and what Vaadin asks by itself.
            assertThat(isKnown("GET", "/cases", "")).isTrue();
            assertThat(isKnown("POST", "/", "heartbeat")).isTrue();
            assertThat(isKnown("POST", "/", "uidl")).isTrue();
            assertThat(isKnown("GET", "/VAADIN/push", "push")).isTrue();
            assertGoesOn();
        }
        clock.forward(Duration.ofMinutes(1));

        assertIsOver();
    }

    @Test
    void acts_keep_a_person_signed_in_until_the_longest_time_is_over() throws Exception {
        for (Duration passed = Duration.ZERO;
                passed.plusMinutes(19).compareTo(limits.longest()) < 0;
                passed = passed.plusMinutes(19)) {
            clock.forward(Duration.ofMinutes(19));
            act();
            assertGoesOn();
        }
        clock.forward(Duration.ofMinutes(19));

        assertIsOver();
    }

    @Test
    void an_act_that_comes_too_late_brings_nobody_back() throws Exception {
        clock.forward(limits.idle());

        browser.perform(post("/session/act").header(SessionController.OURS, "1").session(session))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.over").value(true));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_page_of_another_origin_cannot_act_for_somebody() throws Exception {
        clock.forward(Duration.ofMinutes(19));
        assertThat(isKnown("POST", "/session/act", "")).isTrue();
        clock.forward(Duration.ofMinutes(1));

        assertIsOver();
    }

    @Test
    void a_stranger_is_told_that_it_is_over_and_gets_no_session() throws Exception {
        assertThat(browser.perform(get("/session"))
                        .andExpect(jsonPath("$.over").value(true))
                        .andExpect(header().string("Cache-Control", "no-store"))
                        .andReturn()
                        .getRequest()
                        .getSession(false))
                .isNull();
    }

    @Test
    void what_is_over_ends_though_no_browser_asks_any_more() {
        clock.forward(limits.idle());

        sessions.sweep();

        assertThat(session.isInvalid()).isTrue();
        assertThat(sessions.count(person)).isZero();
    }

    @Test
    void a_window_hears_at_its_next_question_that_it_is_over() throws Exception {
        clock.forward(limits.idle());

        assertThat(isKnown("POST", "/", "uidl")).isFalse();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_person_who_is_disabled_is_refused_at_the_next_request() throws Exception {
        assertThat(asAdministrator(() -> administration.disable(person))).isEqualTo(Result.DONE);

        assertIsOver();
        assertThat(browser.perform(formLogin("/login").user(name).password("carddesk"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/login?error");
        assertThat(asAdministrator(() -> administration.enable(person))).isEqualTo(Result.DONE);
        session = enter();
        assertGoesOn();
    }

    @Test
    void a_role_that_is_taken_or_given_ends_every_sign_in_at_once() throws Exception {
        MockHttpSession another = enter();

        assertThat(asAdministrator(() -> administration.assignRoles(person, Set.of(Role.SUPERVISOR))))
                .isEqualTo(Result.DONE);

        // Without a request, too: windows that are open are closed.
        await().untilAsserted(() ->
                assertThat(session.isInvalid() && another.isInvalid()).isTrue());
        session = enter();
        assertThat(session.getAttribute(LiveSession.ATTRIBUTE))
                .isInstanceOfSatisfying(
                        LiveSession.class,
                        live -> assertThat(live.who().person().roles()).containsExactly(Role.SUPERVISOR));
        assertGoesOn();
    }

    @Test
    void what_another_node_changed_is_known_within_seconds() throws Exception {
        assertGoesOn();
        people.disable(name);
        clock.forward(Duration.ofSeconds(3));

        assertIsOver();
    }

    @Test
    void a_role_that_another_node_took_is_known_within_seconds() throws Exception {
        assertGoesOn();
        jdbc.sql("delete from person_role where person_id = :person")
                .param("person", person)
                .update();
        clock.forward(Duration.ofSeconds(3));

        sessions.sweep();

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_new_password_ends_what_was_begun_with_the_old_one() throws Exception {
        assertGoesOn();
        jdbc.sql("update person set password_hash = :hash where id = :person")
                .param("hash", passwords.encode("another one"))
                .param("person", person)
                .update();
        clock.forward(Duration.ofSeconds(3));

        assertIsOver();
    }

    @Test
    void what_is_changed_about_one_person_ends_nobody_elses_sign_in() throws Exception {
        UUID other = store.byUsername(people.agent()).orElseThrow().person().id();
        asAdministrator(() -> administration.disable(other));
        clock.forward(Duration.ofSeconds(3));

        assertGoesOn();
    }

    @Test
    void signing_in_gives_a_new_session() throws Exception {
        MockHttpSession before = new MockHttpSession();
        String id = before.getId();

        browser.perform(post("/login")
                .param("username", name)
                .param("password", "carddesk")
                .session(before)
                .with(csrf()));

        assertThat(before.getId()).isNotEqualTo(id);
    }

    @Test
    void signing_in_again_begins_a_new_time() throws Exception {
        clock.forward(limits.idle().minusMinutes(1));
        browser.perform(post("/login")
                .param("username", name)
                .param("password", "carddesk")
                .session(session)
                .with(csrf()));
        clock.forward(limits.idle().minusMinutes(1));

        assertGoesOn();
    }

    @Test
    void signing_out_ends_the_session() throws Exception {
        browser.perform(post("/logout").session(session).with(csrf()));

        assertThat(session.isInvalid()).isTrue();
        assertThat(sessions.count(person)).isZero();
    }

    @Test
    void whoever_signs_in_again_comes_to_the_same_page() throws Exception {
        clock.forward(limits.idle());
        MockHttpSession begun = (MockHttpSession) Objects.requireNonNull(
                browser.perform(get("/cases/C-2026-000001").accept("text/html").session(session))
                        .andExpect(redirectedUrlPattern("/login*"))
                        .andReturn()
                        .getRequest()
                        .getSession(false));

        browser.perform(post("/login")
                        .param("username", name)
                        .param("password", "carddesk")
                        .session(begun)
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("**/cases/C-2026-000001?continue"));
    }

    @Test
    void the_page_that_takes_the_place_of_a_screen_says_why_in_the_language_of_the_screen() throws Exception {
        browser.perform(get("/signed-out").queryParam("lang", "sv").queryParam("why", "idle"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content()
                        .string(allOf(
                                containsString("<html lang=\"sv\">"),
                                containsString("Du har loggats ut"),
                                containsString("Inget gjordes i den här webbläsaren"),
                                containsString("Logga in igen"))));
        browser.perform(get("/signed-out").queryParam("lang", "<x>").queryParam("why", "<script>"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("You were signed out")))
                .andExpect(content().string(not(containsString("<script>"))));
    }

    private Result asAdministrator(Supplier<Result> act) {
        signIn.as("admin");
        try {
            return act.get();
        } finally {
            signIn.out();
        }
    }

    /** Whether what lies behind the guards hears who asks; where it is a stranger's request, it does not. */
    private boolean isKnown(String method, String path, String vaadin) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext(), method, path);
        request.setServletPath(path);
        request.setSession(session);
        if (!vaadin.isEmpty()) {
            request.addParameter("v-r", vaadin);
        }
        AtomicBoolean known = new AtomicBoolean();
        guards.doFilter(
                request,
                new MockHttpServletResponse(),
                (asked, answer) -> known.set(
                        SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof SignedIn));
        return known.get();
    }

    private void act() throws Exception {
        browser.perform(post("/session/act").header(SessionController.OURS, "1").session(session))
                .andExpect(jsonPath("$.over").value(false));
    }

    private void assertGoesOn() throws Exception {
        browser.perform(get("/session").session(session))
                .andExpect(jsonPath("$.over").value(false));
        assertThat(session.isInvalid()).isFalse();
    }

    private void assertIsOver() throws Exception {
        browser.perform(MockMvcRequestBuilders.request(HttpMethod.GET, "/evidence/nothing")
                        .session(session))
                .andExpect(redirectedUrlPattern("/login*"));
        assertThat(session.isInvalid()).isTrue();
        assertThat(sessions.count(person)).isZero();
    }
}
