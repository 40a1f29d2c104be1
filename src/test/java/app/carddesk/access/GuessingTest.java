package app.carddesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import app.carddesk.CarddeskTest;
import app.carddesk.TestClock;
import app.carddesk.access.SignInAttempts.Attempt;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Guessing at passwords and at names leads nowhere, and shuts nobody out who has a right to come in. */
@CarddeskTest
@Tag("database")
class GuessingTest {

    private static final String RIGHT = "carddesk";
    private static final String STRANGER = "203.0.113.9";
    private static final String HOME = "198.51.100.20";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private SignInAttempts attempts;

    @Autowired
    private SignInLimits limits;

    @Autowired
    private PersonStore store;

    @Autowired
    private KnownDevices devices;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private LiveSessions sessions;

    @Autowired
    private ApplicationEventPublisher events;

    private MockMvc browser;

    /** As the application's own, with passwords that cost nothing to compare. */
    private ProviderManager signIn;

    @BeforeEach
    void open() {
        browser = webAppContextSetup(context).apply(springSecurity()).build();
        signIn = new ProviderManager(new PasswordSignIn(store, new Plain(), attempts, devices, clock));
        jdbc.sql("delete from sign_in_attempt").update();
    }

    @AfterEach
    void asBefore() {
        clock.reset();
        jdbc.sql("delete from sign_in_attempt").update();
    }

    @Test
    void after_five_wrong_passwords_the_right_one_has_to_wait_half_a_minute() throws Exception {
        String name = people.agent();
        for (int i = 0; i < 4; i++) {
            browser.perform(form(name, "wrong", STRANGER)).andExpect(redirectedUrl("/login?error"));
        }

        browser.perform(form(name, "wrong", STRANGER))
                .andExpect(redirectedUrlPattern("/login?wait=*"))
                .andExpect(header().exists("Retry-After"));
        browser.perform(form(name, RIGHT, STRANGER)).andExpect(redirectedUrlPattern("/login?wait=*"));
        clock.forward(Duration.ofSeconds(31));
        browser.perform(form(name, RIGHT, STRANGER)).andExpect(redirectedUrl("/"));
    }

    @Test
    void the_wait_is_told_in_seconds() throws Exception {
        String name = agent();

        assertThat(guess(name, STRANGER, 5)).containsExactly("error", "error", "error", "error", "wait=30");
    }

    @Test
    void what_is_tried_too_early_makes_nobody_wait_longer() throws Exception {
        String name = agent();
        guess(name, STRANGER, 5);

        clock.forward(Duration.ofSeconds(20));

        assertThat(guess(name, STRANGER, 3)).allMatch(answer -> answer.matches("wait=1[01]"));
    }

    @Test
    void every_failure_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        assertThat(List.of(4, 5, 6, 7, 8, 9, 10, 11, 1000).stream()
                        .map(failures -> limits.waitAfter(failures, 5).toSeconds()))
                .containsExactly(0L, 30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
    }

    @Test
    void whoever_signs_in_begins_anew() throws Exception {
        String name = agent();
        guess(name, HOME, 4);
        assertThat(enter(name, RIGHT, HOME)).isEqualTo("in");

        assertThat(guess(name, HOME, 4)).containsOnly("error");
    }

    @Test
    void of_two_hundred_at_once_five_are_looked_at() throws Exception {
        String name = agent();
        List<Callable<Attempt>> together = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            together.add(() -> attempts.begin(name, STRANGER, null));
        }
        int open = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(40)) {
            for (Future<Attempt> attempt : threads.invokeAll(together)) {
                open += attempt.get() instanceof Attempt.Open ? 1 : 0;
            }
        }

        assertThat(open).isEqualTo(limits.perName());
    }

    @Test
    void unknown_disabled_and_known_names_get_the_same_answers() throws Exception {
        String disabled = agent();
        people.disable(disabled);

        List<String> known = guess(agent(), "203.0.113.1", 7);

        assertThat(known).contains("error", "wait=30");
        assertThat(guess("nobody-" + UUID.randomUUID(), "203.0.113.2", 7)).isEqualTo(known);
        assertThat(guess(disabled, "203.0.113.3", 7)).isEqualTo(known);
        assertThat(guess("carddesk", "203.0.113.4", 7)).isEqualTo(known);
        List<String> withTheRightPassword = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            withTheRightPassword.add(enter(disabled, RIGHT, "203.0.113.5"));
        }
        assertThat(withTheRightPassword).isEqualTo(known);
    }

    @Test
    void one_password_is_compared_whatever_becomes_of_it_and_none_while_a_name_is_closed() {
        CountingEncoder counting = new CountingEncoder(new Plain());
        PasswordSignIn counted = new PasswordSignIn(store, counting, attempts, devices, clock);
        String disabled = agent();
        people.disable(disabled);
        String closed = agent();
        for (int i = 0; i < limits.perName(); i++) {
            attempts.begin(closed, "", null);
        }

        for (String name : List.of(
                agent(), "nobody-" + UUID.randomUUID(), disabled, closed, "carddesk", people.newAgent(), "\0")) {
            counting.compared.set(0);
            assertThat(refused(counted, name)).as(name).isTrue();
            assertThat(counting.compared).as(name).hasValue(name.equals(closed) ? 0 : 1);
        }
    }

    @Test
    void a_right_password_that_nobody_came_to_look_at_closes_nothing() throws Exception {
        String name = agent();
        Cookie known = signInOn(name, HOME);
        String other = agent();
        Cookie others = signInOn(other, HOME);
        guess(name, HOME, 2);
        List<String> before = counts();
        Busy busy = new Busy();
        signIn = signInWith(busy, Duration.ofMillis(20));
        List<String> answers = new ArrayList<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                Future<String> stranger = threads.submit(() -> enter(agent(), Busy.LONG, STRANGER));
                Future<String> colleague = threads.submit(() -> enter(other, Busy.LONG, HOME, others));
                busy.await(2);
                List<String> held = counts();
                for (int i = 0; i < 7; i++) {
                    answers.add(enter(name, RIGHT, HOME));
                    answers.add(enter(name, RIGHT, HOME, known));
                }
                assertThat(counts()).isEqualTo(held);
                busy.end();
                assertThat(List.of(stranger.get(), colleague.get())).containsOnly("error");
            } finally {
                busy.end();
            }
        }

        assertThat(answers).containsOnly("unavailable");
        assertThat(counts()).containsAll(before);
        assertThat(enter(name, RIGHT, HOME, known)).isEqualTo("in");
        assertThat(enter(name, RIGHT, HOME)).isEqualTo("in");
    }

    @Test
    void a_comparison_that_fails_counts_as_none() throws Exception {
        String name = agent();
        Busy busy = new Busy();
        signIn = signInWith(busy, Duration.ofSeconds(15));

        for (int i = 0; i < limits.perName(); i++) {
            assertThatThrownBy(() -> enter(name, Busy.BROKEN, HOME)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(counts()).isEmpty();
        assertThat(enter(name, RIGHT, HOME)).isEqualTo("in");
    }

    @Test
    void what_is_given_back_opens_no_more_than_it_closed() {
        String name = agent();
        List<Attempt.Open> begun = new ArrayList<>();
        for (int i = 0; i < limits.perName(); i++) {
            begun.add((Attempt.Open) attempts.begin(name, STRANGER, null));
        }
        clock.forward(Duration.ofSeconds(31));
        assertThat(attempts.begin(name, STRANGER, null)).isInstanceOf(Attempt.Open.class);

        attempts.giveBack(begun.getFirst());
        assertThat(attempts.begin(name, STRANGER, null)).isInstanceOf(Attempt.Closed.class);

        attempts.giveBack(begun.get(1));
        assertThat(attempts.begin(name, STRANGER, null)).isInstanceOf(Attempt.Open.class);
        assertThat(attempts.begin(name, STRANGER, null)).isInstanceOf(Attempt.Closed.class);
    }

    @Test
    void a_crowd_from_one_address_holds_up_neither_others_nor_known_devices() throws Exception {
        String name = agent();
        Cookie known = signInOn(name, HOME);
        Busy busy = new Busy();
        signIn = signInWith(busy, Duration.ofMinutes(1));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                Future<String> first = threads.submit(() -> enter(agent(), Busy.LONG, STRANGER));
                busy.await(1);
                List<Future<String>> waiting = List.of(
                        threads.submit(() -> enter(agent(), "wrong", STRANGER)),
                        threads.submit(() -> enter(agent(), "wrong", STRANGER)));
                Awaitility.await().until(() -> counts().contains("3"));
                List<String> counted = counts();

                for (int i = 0; i < 5; i++) {
                    assertThat(enter(agent(), "wrong", STRANGER)).isEqualTo("unavailable");
                }
                assertThat(waiting).noneMatch(Future::isDone);
                assertThat(counts()).isEqualTo(counted);
                assertThat(enter(name, RIGHT, STRANGER, known)).isEqualTo("in");
                Future<String> elsewhere = threads.submit(() -> enter(agent(), RIGHT, HOME));
                Awaitility.await().until(() -> counts().size() > counted.size());
                assertThat(elsewhere.isDone()).isFalse();
                busy.end();
                assertThat(elsewhere.get()).isEqualTo("in");
                assertThat(List.of(
                                first.get(),
                                waiting.get(0).get(),
                                waiting.get(1).get()))
                        .containsOnly("error");
            } finally {
                busy.end();
            }
        }
        assertThat(enter(agent(), RIGHT, STRANGER)).isEqualTo("in");
    }

    @Test
    void whoever_has_to_wait_takes_nobodys_turn() throws Exception {
        String name = agent();
        guess(name, STRANGER, 5);
        Busy busy = new Busy();
        signIn = signInWith(busy, Duration.ofSeconds(5));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                Future<String> first = threads.submit(() -> enter(agent(), Busy.LONG, HOME));
                busy.await(1);

                assertThat(enter(name, RIGHT, STRANGER)).startsWith("wait=");
                assertThat(first.isDone()).isFalse();
            } finally {
                busy.end();
            }
        }
    }

    @Test
    void a_stranger_closes_a_name_for_nobody_else() throws Exception {
        String name = agent();
        Cookie known = signInOn(name, HOME);
        guess(name, STRANGER, 6);

        assertThat(enter(name, RIGHT, HOME)).isEqualTo("in");
        assertThat(enter(name, RIGHT, "198.51.100.77")).isEqualTo("in");
        // Next to the stranger, behind the same address.
        assertThat(enter(name, RIGHT, STRANGER)).startsWith("wait=");
        assertThat(enter(name, RIGHT, STRANGER, known)).isEqualTo("in");
    }

    @Test
    void one_address_that_goes_on_for_days_closes_a_name_for_nobody_else() throws Exception {
        String name = agent();

        for (int i = 0; i < 120; i++) {
            assertThat(attempts.begin(name, STRANGER, null)).isInstanceOf(Attempt.Open.class);
            clock.forward(limits.longestWait());
        }

        assertThat(enter(name, RIGHT, HOME)).isEqualTo("in");
    }

    @Test
    void many_addresses_together_close_a_name_except_on_devices_that_are_known() throws Exception {
        String name = agent();
        Cookie known = signInOn(name, HOME);
        int begun = 0;
        for (int i = 1; i <= 40; i++) {
            begun += attempts.begin(name, "203.0.113." + i, null) instanceof Attempt.Open ? 1 : 0;
            begun += attempts.begin(name, "203.0.113." + i, null) instanceof Attempt.Open ? 1 : 0;
        }

        assertThat(begun).isEqualTo(limits.perNameEverywhere());
        assertThat(enter(name, RIGHT, "198.51.100.77")).isEqualTo("wait=30");
        assertThat(enter(name, RIGHT, "198.51.100.77", known)).isEqualTo("in");
        clock.forward(limits.longestWait());
        assertThat(enter(name, RIGHT, "198.51.100.77")).isEqualTo("in");
    }

    @Test
    void whoever_goes_through_names_has_to_wait_with_every_name() throws Exception {
        for (int i = 0; i < limits.perAddress(); i++) {
            attempts.begin("guessed-" + i, STRANGER, null);
        }
        String name = agent();

        assertThat(enter(name, RIGHT, STRANGER)).startsWith("wait=");
        assertThat(enter(name, RIGHT, HOME)).isEqualTo("in");
    }

    @Test
    void an_own_account_in_between_does_not_help_whoever_guesses() throws Exception {
        String own = agent();
        for (int i = 0; i < limits.perAddress() - 1; i++) {
            attempts.begin("guessed-" + i, STRANGER, null);
            if (i % 10 == 0) {
                attempts.succeeded((Attempt.Open) attempts.begin(own, STRANGER, null));
            }
        }
        assertThat(enter(own, RIGHT, STRANGER)).isEqualTo("in");
        attempts.begin("guessed-last", STRANGER, null);

        assertThat(enter(own, RIGHT, STRANGER)).startsWith("wait=");
    }

    @Test
    void a_whole_network_of_addresses_counts_as_one() {
        String name = agent();
        for (int i = 0; i < limits.perName(); i++) {
            attempts.begin(name, "2001:db8:77:1200::" + i, null);
        }

        assertThat(attempts.begin(name, "2001:db8:77:12ff::1", null)).isInstanceOf(Attempt.Closed.class);
        assertThat(attempts.begin(name, "2001:db8:78::1", null)).isInstanceOf(Attempt.Open.class);
    }

    @Test
    void a_known_device_has_limits_of_its_own() throws Exception {
        String name = agent();
        Cookie known = signInOn(name, HOME);

        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(enter(name, "wrong", HOME, known));
        }

        assertThat(answers).endsWith("wait=30");
        assertThat(enter(name, RIGHT, HOME, known)).isEqualTo("wait=30");
        assertThat(enter(name, RIGHT, HOME)).isEqualTo("in");
    }

    @Test
    void the_cookie_of_another_person_or_a_forged_one_makes_no_device_known() throws Exception {
        String name = agent();
        Cookie own = signInOn(name, HOME);
        Cookie others = signInOn(agent(), STRANGER);
        String[] parts = own.getValue().split("\\.");
        guess(name, STRANGER, 6);

        for (String forged : List.of(
                others.getValue(),
                "x" + own.getValue(),
                parts[0] + ".9999999999." + parts[2],
                parts[0] + "." + parts[1] + ".",
                "",
                "..")) {
            assertThat(enter(name, RIGHT, STRANGER, new Cookie(own.getName(), forged), others))
                    .as(forged)
                    .startsWith("wait=");
        }
    }

    @Test
    void a_device_is_forgotten_after_half_a_year_without_a_sign_in() throws Exception {
        String name = agent();
        Cookie known = signInOn(name, HOME);
        clock.forward(Duration.ofDays(181));
        guess(name, STRANGER, 6);

        assertThat(enter(name, RIGHT, STRANGER, known)).startsWith("wait=");
    }

    @Test
    void the_cookie_of_a_device_is_out_of_reach_of_scripts_and_other_sites() throws Exception {
        String name = people.agent();

        assertThat(browser.perform(form(name, RIGHT, HOME))
                        .andReturn()
                        .getResponse()
                        .getHeaders("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("carddesk-device-")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain(name));
        assertThat(browser.perform(form(name, RIGHT, HOME).secure(true))
                        .andReturn()
                        .getResponse()
                        .getHeaders("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-carddesk-device-").contains("Secure"));
    }

    @Test
    void nothing_of_what_was_typed_is_kept() throws Exception {
        String typed = "my-secret-" + UUID.randomUUID();

        guess(typed, STRANGER, 5);

        assertThat(jdbc.sql("select mark from sign_in_attempt")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(mark -> mark.matches("[\\w-]{43}"));
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where coalesce(reason, '') || coalesce(value_before, '') ||"
                                        + " coalesce(value_after, '') like '%my-secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_trail_tells_what_was_looked_at_and_closed_but_nothing_of_what_came_too_early() throws Exception {
        signIn.setAuthenticationEventPublisher(told());
        String name = agent();
        UUID person = store.byUsername(name).orElseThrow().person().id();

        guess(name, STRANGER, 12);

        assertThat(jdbc.sql("select act, reason from audit_event where subject_id = :person order by at, id")
                        .param("person", person)
                        .query((row, n) -> row.getString("act") + " " + row.getString("reason"))
                        .list())
                .containsExactlyInAnyOrder(
                        "sign-in.refused BadCredentials",
                        "sign-in.refused BadCredentials",
                        "sign-in.refused BadCredentials",
                        "sign-in.refused BadCredentials",
                        "sign-in.refused BadCredentials",
                        "sign-in.closed NAME_AND_ADDRESS");
    }

    @Test
    void administrators_are_told_once_an_hour_that_somebody_guesses() {
        int before = notices();
        for (int i = 0; i < limits.alarm() - 1; i++) {
            fail("guessed-" + i, "192.0.2." + i);
        }
        assertThat(notices()).isEqualTo(before);

        fail("guessed-last", "192.0.2.200");
        fail("guessed-again", "192.0.2.201");

        assertThat(notices()).isEqualTo(before + 1);
        clock.forward(Duration.ofMinutes(61));
        for (int i = 0; i < limits.perAddress(); i++) {
            fail("other-" + i, STRANGER);
        }
        assertThat(notices()).isEqualTo(before + 2);
    }

    @Test
    void what_is_long_past_is_forgotten() {
        attempts.begin(agent(), STRANGER, null);
        clock.forward(Duration.ofHours(25));
        attempts.begin(agent(), HOME, null);

        assertThat(attempts.sweep()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from sign_in_attempt")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "ag\0ent", "\n", "", " ", "' or ''='", "\uD800", "𝕒𝕘𝕖𝕟𝕥"})
    void odd_names_are_refused_like_any_other(String name) throws Exception {
        assertThat(enter(name, RIGHT, STRANGER)).isEqualTo("error");
        assertThat(enter(name + "x".repeat(5000), RIGHT, STRANGER)).isEqualTo("error");
    }

    @Test
    void the_page_to_sign_in_on_is_our_own() {
        assertThat(context.getBeansOfType(SecurityFilterChain.class).values())
                .isNotEmpty()
                .allSatisfy(chain ->
                        assertThat(chain.getFilters()).noneMatch(DefaultLoginPageGeneratingFilter.class::isInstance));
    }

    @Test
    void where_to_go_after_signing_in_is_not_taken_from_the_link() throws Exception {
        MockHttpServletResponse answer = browser.perform(
                        form(people.agent(), RIGHT, HOME).param("Saved-url", "https://example.org/"))
                .andReturn()
                .getResponse();

        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void long_passwords_count_to_their_last_character() {
        String letters = "0123456789abcdef".repeat(4);
        String bytes = "æøå ÆØÅ 🎁 ".repeat(8);
        for (String password : List.of(letters, bytes, "x".repeat(1000))) {
            String hash = Objects.requireNonNull(passwords.encode(password));

            assertThat(passwords.matches(password, hash)).isTrue();
            assertThat(passwords.matches(password.substring(0, password.length() - 1), hash))
                    .isFalse();
            assertThat(passwords.matches(password.substring(0, password.length() - 1) + "y", hash))
                    .isFalse();
        }
    }

    /** One turn for strangers, one for known devices. */
    private ProviderManager signInWith(PasswordEncoder encoder, Duration patience) {
        return new ProviderManager(
                new PasswordSignIn(store, encoder, attempts, devices, clock, new ComparisonTurns(1, patience)));
    }

    /** What is counted, without when. */
    private List<String> counts() {
        return jdbc.sql("select failures from sign_in_attempt order by mark")
                .query(String.class)
                .list();
    }

    private void fail(String name, String address) {
        if (attempts.begin(name, address, null) instanceof Attempt.Open open) {
            attempts.failed(open, SystemPerson.ID);
        }
    }

    private int notices() {
        return jdbc.sql("select count(*) from notice where kind = 'PASSWORDS_GUESSED' and person_id = :admin")
                .param("admin", DemoPeople.ADMIN)
                .query(Integer.class)
                .single();
    }

    private static boolean refused(PasswordSignIn counted, String name) {
        try {
            counted.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong"));
            return false;
        } catch (AuthenticationException expected) {
            return true;
        }
    }

    private List<String> guess(String name, String address, int times) throws Exception {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(enter(name, "wrong", address));
        }
        return answers;
    }

    /** Signs in and brings the cookie that makes the device known. */
    private Cookie signInOn(String name, String address) throws Exception {
        return Arrays.stream(answer(name, RIGHT, address).getCookies())
                .filter(cookie -> cookie.getName().startsWith("carddesk-device-"))
                .findFirst()
                .orElseThrow();
    }

    /** "in", or what the sign-in page is asked to say. */
    private String enter(String name, String password, String address, Cookie... cookies) throws Exception {
        MockHttpServletResponse answer = answer(name, password, address, cookies);
        String to = Objects.requireNonNull(answer.getRedirectedUrl());
        assertThat(answer.getHeader("Retry-After") != null).isEqualTo(to.contains("wait="));
        return to.startsWith("/login?") ? to.substring("/login?".length()) : "in";
    }

    private MockHttpServletResponse answer(String name, String password, String address, Cookie... cookies)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.setCookies(cookies);
        MockHttpServletResponse response = new MockHttpServletResponse();
        UsernamePasswordAuthenticationToken asked = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        asked.setDetails(new SignInDetails(request));
        try {
            new SignInSuccess(devices, sessions).onAuthenticationSuccess(request, response, signIn.authenticate(asked));
        } catch (AuthenticationException refused) {
            new SignInFailure().onAuthenticationFailure(request, response, refused);
        }
        return response;
    }

    private String agent() {
        String name = "agent-" + UUID.randomUUID();
        store.add(new Person(UUID.randomUUID(), name, "Agnes Agent", Set.of(Role.AGENT), null, Theme.SYSTEM), RIGHT);
        return name;
    }

    private AuthenticationEventPublisher told() {
        DefaultAuthenticationEventPublisher told = new DefaultAuthenticationEventPublisher(events);
        told.setAdditionalExceptionMappings(
                Map.of(TooManyAttemptsException.class, AuthenticationFailureLockedEvent.class));
        return told;
    }

    private static MockHttpServletRequestBuilder form(String name, String password, String address) {
        return post("/login")
                .param("username", name)
                .param("password", password)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
    }

    /** Passwords as they are. */
    private static final class Plain implements PasswordEncoder {

        @Override
        public String encode(CharSequence password) {
            return password.toString();
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            if (hash.equals("no password")) {
                throw new IllegalArgumentException("This is no hash");
            }
            return hash.contentEquals(password);
        }
    }

    /** Takes as long for one password as the test wants, and breaks at another. */
    private static final class Busy implements PasswordEncoder {

        private static final String LONG = "takes long";
        private static final String BROKEN = "breaks";

        private final Plain plain = new Plain();
        private final Semaphore begun = new Semaphore(0);
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public String encode(CharSequence password) {
            return plain.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            if (LONG.contentEquals(password)) {
                begun.release();
                try {
                    assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (BROKEN.contentEquals(password)) {
                throw new IllegalStateException("Out of order");
            }
            return plain.matches(password, hash);
        }

        void await(int comparisons) throws InterruptedException {
            assertThat(begun.tryAcquire(comparisons, 1, TimeUnit.MINUTES)).isTrue();
        }

        void end() {
            ended.countDown();
        }
    }

    /** Counts how often a password is really compared. */
    private static final class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder real;
        private final AtomicInteger compared = new AtomicInteger();

        CountingEncoder(PasswordEncoder real) {
            this.real = real;
        }

        @Override
        public String encode(CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            boolean matches = real.matches(password, hash);
            compared.incrementAndGet();
            return matches;
        }
    }
}
