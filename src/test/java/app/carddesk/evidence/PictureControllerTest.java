package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.evidence.store.EvidenceStore;
import app.carddesk.shared.Installation;
import app.carddesk.shared.ProofKind;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CarddeskTest
@Tag("database")
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
        Intake intake =
                proofs.receive(owner, ProofKind.FRONT, "f.png", new ByteArrayInputStream(DrawnPictures.png(700, 500)));
        proof = ((Intake.Taken) intake).proof().id();
        signIn.out();
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void aPictureIsServedAsOurOwnJpegThatCanDoNothing() throws Exception {
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
    void whatMustNotBeSeenIsAnsweredLikeWhatDoesNotExist() throws Exception {
        owners.hide(owner);
        MockHttpServletResponse forbidden = as("agent", "/evidence/" + proof + "/1/full");
        for (String nothing : new String[] {
            "/evidence/" + UUID.randomUUID() + "/1/full",
            "/evidence/abc/1/full",
            "/evidence/" + proof + "/1/huge",
            "/evidence/" + proof + "/2/full",
            "/evidence/" + proof + "/0/full"
        }) {
            MockHttpServletResponse unknown = as("agent", nothing);
            assertThat(unknown.getStatus()).isEqualTo(404).isEqualTo(forbidden.getStatus());
            assertThat(unknown.getContentAsByteArray()).isEqualTo(forbidden.getContentAsByteArray());
            assertThat(unknown.getHeaderNames()).isEqualTo(forbidden.getHeaderNames());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1/full", "/original"})
    void whoeverIsNotSignedInSeesNothing(String path) throws Exception {
        MockHttpServletResponse answer =
                http.perform(get("/evidence/" + proof + path)).andReturn().getResponse();
        assertThat(answer.getStatus()).isNotEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    void anOriginalIsHandedOutToBeSavedAndNeverShown() throws Exception {
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
    void anOriginalThatIsNotKeptOrMustNotBeSeenIsAnsweredLikeOneThatNeverWas() throws Exception {
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
    void whatIsThereAndCannotBeReadIsAnErrorAndNotNothing() throws Exception {
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
        Authentication person = signIn.as(username).getAuthentication();
        signIn.out();
        return http.perform(get(address).with(authentication(person)))
                .andReturn()
                .getResponse();
    }
}
