package app.carddesk.evidence.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.TestProofOwners;
import app.carddesk.shared.Language;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the address of a link answers, to whom, through the application's own filters. */
@CarddeskTest
@Tag("database")
class LinkPageTest {

    private static final String UNKNOWN = "K7F-4HM-RTA-9CW-JNP";
    private static final AtomicInteger PHONES = new AtomicInteger();
    private static final byte[] PICTURE = DrawnPictures.jpeg(120, 80);

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private UploadLinks links;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseFile cases;

    @Autowired
    private SignIn signIn;

    @Autowired
    private TestClock clock;

    private MockMvc mvc;
    /** Each test comes from an address of its own, because what is tried in vain is counted. */
    private final String address = "192.0.2." + PHONES.incrementAndGet();

    private UUID owner;
    private String token;

    @BeforeEach
    void makeLink() {
        mvc = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application
                        .getBean("requestGuard", FilterRegistrationBean.class)
                        .getFilter())
                .apply(springSecurity())
                .build();
        signIn.as("agent");
        owner = owners.open();
        token = ((UploadLinks.Making.Made) links.make(owner, Language.EN, Duration.ofHours(1)))
                .token()
                .value();
        signIn.out();
    }

    @AfterEach
    void reset() {
        signIn.out();
        clock.reset();
    }

    @Test
    void the_page_says_what_is_needed_and_nothing_of_the_case() throws Exception {
        signIn.as("agent");
        String number = cases.get(owner).number().toString();
        signIn.out();

        MockHttpServletResponse page = look(token, null);

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("Front of the card", "Back of the card", "Receipt", "Do not scratch it free")
                .doesNotContain(number, owner.toString(), "agent", "Agent", token);
    }

    @ParameterizedTest
    @EnumSource
    void it_speaks_the_customers_language_and_every_other(Language language) throws Exception {
        signIn.as("agent");
        token = ((UploadLinks.Making.Made) links.make(owner, language, Duration.ofHours(1)))
                .token()
                .value();
        signIn.out();
        String name = app.carddesk.shared.CustomerTexts.t(language, "link.place.FRONT");

        assertThat(look(token, null).getContentAsString())
                .contains("<html lang=\"" + language.locale().toLanguageTag() + "\">", name);
        assertThat(perform(get("/u/" + token + "?lang=en"), null).getContentAsString())
                .contains("<html lang=\"en\">", "Front of the card");
    }

    @Test
    void it_is_closed_to_everything_but_itself() throws Exception {
        for (MockHttpServletResponse answer : new MockHttpServletResponse[] {look(token, null), look(UNKNOWN, null)}) {
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:");
            assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.getCookies()).isEmpty();
        }
    }

    @Test
    void looking_does_not_take_the_link_and_opening_does() throws Exception {
        look(token, null);
        look(token, null);

        MockHttpServletResponse opened = open(token, null);

        assertThat(opened.getStatus()).isEqualTo(200);
        assertThat(opened.getHeader("Set-Cookie"))
                .contains("Path=/u/" + token, "HttpOnly", "SameSite=Lax", "Max-Age=3")
                .doesNotContain("JSESSIONID");
        Cookie phone = opened.getCookie(LinkController.COOKIE);
        assertThat(look(token, phone).getContentAsString()).contains("data-bound=\"true\"");
        MockHttpServletResponse elsewhere = look(token, null);
        assertThat(elsewhere.getStatus()).isEqualTo(409);
        assertThat(elsewhere.getContentAsString())
                .contains("already in use on another phone")
                .doesNotContain("Front of the card");
        assertThat(open(token, null).getStatus()).isEqualTo(409);
        assertThat(open(token, new Cookie(LinkController.COOKIE, "guessed")).getStatus())
                .isEqualTo(409);
    }

    @Test
    void what_is_unknown_ended_closed_or_of_a_closed_case_is_answered_alike() throws Exception {
        Cookie phone = open(token, null).getCookie(LinkController.COOKIE);
        String unknown = look(UNKNOWN, null).getContentAsString();
        assertThat(unknown).contains("This link is not open, or not any more");

        clock.forward(Duration.ofHours(2));
        assertThat(look(token, phone).getContentAsString()).isEqualTo(unknown);
        assertThat(upload(token, phone, "FRONT", PICTURE).getStatus()).isEqualTo(404);
        clock.reset();
        signIn.as("agent");
        work.move(owner, CaseState.OPEN, CaseState.SOLVED);
        signIn.out();

        assertThat(look(token, phone).getContentAsString()).isEqualTo(unknown);
        assertThat(look(token, phone).getStatus()).isEqualTo(404);
        assertThat(upload(token, phone, "FRONT", PICTURE).getStatus()).isEqualTo(404);
        assertThat(upload(token, phone, "FRONT", PICTURE).getContentAsString())
                .isEqualTo(upload(UNKNOWN, null, "FRONT", PICTURE).getContentAsString());
    }

    @Test
    void who_tries_many_links_has_to_wait() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(look(UNKNOWN, null).getStatus()).isEqualTo(404);
        }

        assertThat(look(UNKNOWN, null).getStatus()).isEqualTo(429);
        assertThat(look(token, null).getContentAsString()).contains("Wait some minutes");
        assertThat(open(token, null).getStatus()).isEqualTo(429);
    }

    @Test
    void a_picture_arrives_and_a_wrong_file_is_named() throws Exception {
        Cookie phone = open(token, null).getCookie(LinkController.COOKIE);

        MockHttpServletResponse taken = upload(token, phone, "FRONT", PICTURE);
        assertThat(taken.getStatus()).isEqualTo(201);
        assertThat(taken.getContentAsString()).isEqualTo("{\"state\":\"TAKEN\",\"text\":null,\"retry\":false}");
        MockHttpServletResponse refused =
                upload(token, phone, "BACK", "<!doctype html><html></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("REFUSED", "This is an HTML page, not a picture");

        signIn.as("agent");
        assertThat(proofs.of(owner)).singleElement().satisfies(proof -> {
            assertThat(proof.cameBy()).isEqualTo(Proof.CameBy.LINK);
            assertThat(proof.fileName()).isEqualTo("mitt kort.jpg");
        });
    }

    @Test
    void only_our_own_page_may_send() throws Exception {
        Cookie phone = open(token, null).getCookie(LinkController.COOKIE);

        assertThat(perform(raw(token, "FRONT", PICTURE), phone).getStatus()).isEqualTo(403);
        assertThat(perform(
                                raw(token, "FRONT", PICTURE)
                                        .header(LinkController.OURS, "1")
                                        .header("Origin", "https://elsewhere.example"),
                                phone)
                        .getStatus())
                .isEqualTo(403);
        assertThat(perform(post("/u/" + token + "/open"), null).getStatus()).isEqualTo(403);
        signIn.as("agent");
        assertThat(proofs.of(owner)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "multipart/mixed; boundary=x",
                "application/x-www-form-urlencoded",
                "image/jpeg",
                "text/plain"
            })
    void nothing_is_taken_in_any_other_form(String type) throws Exception {
        Cookie phone = open(token, null).getCookie(LinkController.COOKIE);
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 10_001; i++) {
            parts.append("--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.jpg\"\r\n\r\n\r\n");
        }

        MockHttpServletResponse answer = perform(
                post("/u/" + token + "/files/FRONT")
                        .content(parts.toString())
                        .contentType(type)
                        .header(LinkController.OURS, "1"),
                phone);

        assertThat(answer.getStatus()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERIAL", "OTHER", "EMAIL", "front", "NOTHING"})
    void only_places_that_are_wanted_take_anything(String kind) throws Exception {
        Cookie phone = open(token, null).getCookie(LinkController.COOKIE);

        assertThat(upload(token, phone, kind, PICTURE).getStatus()).isEqualTo(404);
    }

    @Test
    void no_session_begins() throws Exception {
        Cookie phone = open(token, null).getCookie(LinkController.COOKIE);

        assertThat(mvc.perform(get("/u/" + token).cookie(phone))
                        .andReturn()
                        .getRequest()
                        .getSession(false))
                .isNull();
    }

    @Test
    void any_spelling_leads_to_the_one() throws Exception {
        MockHttpServletResponse answer = look(token.replace("-", "").toLowerCase(java.util.Locale.ROOT), null);

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/u/" + token);
    }

    private MockHttpServletResponse look(String which, Cookie phone) throws Exception {
        return perform(get("/u/" + which), phone);
    }

    private MockHttpServletResponse open(String which, Cookie phone) throws Exception {
        return perform(post("/u/" + which + "/open").header(LinkController.OURS, "1"), phone);
    }

    private MockHttpServletResponse upload(String which, Cookie phone, String kind, byte[] content) throws Exception {
        return perform(raw(which, kind, content).header(LinkController.OURS, "1"), phone);
    }

    private static MockHttpServletRequestBuilder raw(String which, String kind, byte[] content) {
        return post("/u/" + which + "/files/" + kind)
                .content(content)
                .contentType("application/octet-stream")
                .header("X-Filename", "..%2Fmitt%20kort%E2%80%AE.jpg");
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Cookie phone) throws Exception {
        request.header("Accept-Language", "en");
        request.with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        });
        if (phone != null) {
            request.cookie(phone);
        }
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }
}
