package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import app.carddesk.CarddeskTest;
import app.carddesk.LogsErrors;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.access.TestPeople;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.store.EvidenceStore;
import app.carddesk.shared.Installation;
import app.carddesk.shared.ProofKind;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CarddeskTest
@Tag("database")
@LogsErrors(
        value = {"is missing from the evidence store", "in the evidence store is damaged"},
        always = false)
class PictureControllerTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private SignIn signIn;

    @Autowired
    private TestIntakes intakes;

    @Autowired
    private Installation installation;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc http;
    private UUID owner;
    private UUID proof;

    @BeforeEach
    void takeOneIn() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        signIn.as("agent");
        owner = owners.open();
        byte[] picture = DrawnPictures.encoded(DrawnPictures.softFields(700, 500), "png");
        Intake intake = proofs.receive(owner, ProofKind.FRONT, "f.png", new ByteArrayInputStream(picture));
        proof = ((Intake.Taken) intake).proof().id();
        signIn.out();
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void a_picture_is_served_as_our_own_jpeg_that_can_do_nothing() throws Exception {
        MockHttpServletResponse answer = as("agent2", "/evidence/" + proof + "/1/thumb");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("image/jpeg");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("inline; filename=\"proof.jpg\"");
        assertThat(DrawnPictures.decoded(answer.getContentAsByteArray()).getWidth())
                .isEqualTo(480);
        assertThat(DrawnPictures.decoded(as("supervisor", "/evidence/" + proof + "/1/full")
                                .getContentAsByteArray())
                        .getWidth())
                .isEqualTo(700);
    }

    @Test
    void what_must_not_be_seen_is_answered_like_what_does_not_exist() throws Exception {
        owners.hide(owner);
        MockHttpServletResponse forbidden = as("agent", "/evidence/" + proof + "/1/full");
        assertThat(forbidden.getStatus()).isEqualTo(404);
        for (String nothing : new String[] {
            "/evidence/" + UUID.randomUUID() + "/1/full",
            "/evidence/abc/1/full",
            "/evidence/" + proof + "/1/huge",
            "/evidence/" + proof + "/2/full",
            "/evidence/" + proof + "/0/full",
            "/evidence/" + proof + "/1/FULL",
            "/evidence/" + proof + "/1/download",
            "/evidence/" + proof + "/2/download",
            "/evidence/" + UUID.randomUUID() + "/1/download",
            "/evidence/" + neighbour(proof) + "/1/full"
        }) {
            MockHttpServletResponse unknown = as("agent", nothing);
            assertThat(unknown.getStatus()).isEqualTo(404).isEqualTo(forbidden.getStatus());
            assertThat(unknown.getContentAsByteArray()).isEqualTo(forbidden.getContentAsByteArray());
            assertThat(unknown.getHeaderNames()).isEqualTo(forbidden.getHeaderNames());
        }
    }

    @Test
    void a_download_has_a_neutral_name_and_is_recorded() throws Exception {
        MockHttpServletResponse answer = as("agent2", "/evidence/" + proof + "/1/download");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("image/jpeg");
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + owner + "-front-1.jpg\"");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(DrawnPictures.decoded(answer.getContentAsByteArray()).getWidth())
                .isEqualTo(700);
        assertThat(recorded()).containsExactly(DemoPeople.AGENT_2);
        assertThat(told()).isOne();
    }

    @Test
    void asking_whether_there_is_something_to_download_is_not_recorded() throws Exception {
        MockHttpServletResponse answer = as("agent", head("/evidence/" + proof + "/1/download"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(as("agent", head("/evidence/" + proof + "/2/download")).getStatus())
                .isEqualTo(404);
        as("agent", "/evidence/" + proof + "/1/full");
        assertThat(recorded()).isEmpty();
        assertThat(told()).isZero();
    }

    @Test
    void nobody_away_from_the_desk_sees_or_downloads_anything() throws Exception {
        String administrator = people.administratorAlone();
        for (String size : new String[] {"full", "thumb", "download"}) {
            MockHttpServletResponse refused = as(administrator, "/evidence/" + proof + "/1/" + size);
            MockHttpServletResponse unknown = as(administrator, "/evidence/" + UUID.randomUUID() + "/1/" + size);
            assertThat(refused.getStatus()).isEqualTo(404).isEqualTo(unknown.getStatus());
            assertThat(refused.getContentAsByteArray()).isEmpty();
            assertThat(refused.getHeaderNames()).isEqualTo(unknown.getHeaderNames());
        }
        assertThat(recorded()).isEmpty();
    }

    @Test
    void a_picture_that_looks_different_now_has_another_address() throws Exception {
        MockHttpServletResponse before = as("agent", "/evidence/" + proof + "/1/full");
        signIn.as("agent");
        proofs.cover(proof, 1, new PageArea(0, 0, 5000, 5000));
        signIn.out();
        MockHttpServletResponse after = as("agent", "/evidence/" + proof + "/1/full?v=1");
        assertThat(after.getStatus()).isEqualTo(200);
        assertThat(after.getContentAsByteArray()).isNotEqualTo(before.getContentAsByteArray());
        assertThat(as("agent", "/evidence/" + proof + "/1/full").getContentAsByteArray())
                .isEqualTo(after.getContentAsByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1/full", "/original"})
    void whoever_is_not_signed_in_sees_nothing(String path) throws Exception {
        MockHttpServletResponse answer =
                http.perform(get("/evidence/" + proof + path)).andReturn().getResponse();
        assertThat(answer.getStatus()).isNotEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    void an_original_is_handed_out_to_be_saved_and_never_shown() throws Exception {
        byte[] given = DrawnPictures.png(31, 21);
        UUID undrawn = withoutConverter("kvittering; \"æ\".heic", given);

        MockHttpServletResponse answer = as("supervisor", "/evidence/" + undrawn + "/original");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(given);
        assertThat(answer.getContentType()).isEqualTo("application/octet-stream");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''kvittering%3B%20%22%C3%A6%22.heic");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void an_original_that_is_not_kept_or_must_not_be_seen_is_answered_like_one_that_never_was() throws Exception {
        UUID undrawn = withoutConverter("a.heic", DrawnPictures.png(32, 22));
        owners.hide(owner);

        for (UUID nothing : new UUID[] {proof, undrawn, UUID.randomUUID()}) {
            MockHttpServletResponse answer = as("agent", "/evidence/" + nothing + "/original");
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentAsByteArray()).isEmpty();
        }
        assertThat(as("agent", "/evidence/abc/original").getStatus()).isEqualTo(404);
    }

    @Test
    void what_is_there_and_cannot_be_read_is_an_error_and_not_nothing() throws Exception {
        byte[] given = DrawnPictures.png(33, 23);
        UUID undrawn = withoutConverter("a.heic", given);
        String address = EvidenceStore.addressOf(given);
        Path file = installation
                .data()
                .resolve("evidence")
                .resolve(address.substring(0, 2))
                .resolve(address.substring(2, 4))
                .resolve(address);
        byte[] sealed = Files.readAllBytes(file);
        sealed[sealed.length / 2] ^= 1;
        Files.write(file, sealed);

        MockHttpServletResponse damaged = as("agent", "/evidence/" + undrawn + "/original");
        assertThat(damaged.getStatus()).isEqualTo(500);
        assertThat(damaged.getContentAsByteArray()).isEmpty();

        Files.delete(file);
        assertThat(as("agent", "/evidence/" + undrawn + "/original").getStatus())
                .isEqualTo(500);
    }

    private UUID withoutConverter(String name, byte[] content) {
        signIn.as("agent");
        UUID undrawn = intakes.takeWithoutConverter(owner, ProofKind.BACK, name, content)
                .id();
        signIn.out();
        return undrawn;
    }

    private MockHttpServletResponse as(String username, String address) throws Exception {
        return as(username, get(address));
    }

    private MockHttpServletResponse as(String username, MockHttpServletRequestBuilder request) throws Exception {
        Authentication person = signIn.as(username).getAuthentication();
        signIn.out();
        return http.perform(request.with(authentication(person))).andReturn().getResponse();
    }

    /** The id somebody would guess who knows one. */
    private static UUID neighbour(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
    }

    /** Who downloaded something of the case, by the audit trail. */
    private List<UUID> recorded() {
        return jdbc.sql("select acted_by from audit_event where subject_id = :owner and act = 'proof.downloaded'")
                .param("owner", owner)
                .query(UUID.class)
                .list();
    }

    /** How many downloads the case's own story tells. */
    private int told() {
        return jdbc.sql("select count(*) from case_timeline where case_id = :owner and kind = 'proof.downloaded'")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }
}
