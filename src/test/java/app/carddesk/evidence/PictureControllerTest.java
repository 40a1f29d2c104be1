package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.shared.ProofKind;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

    @Test
    void whoeverIsNotSignedInSeesNoPicture() throws Exception {
        MockHttpServletResponse answer =
                http.perform(get("/evidence/" + proof + "/1/full")).andReturn().getResponse();
        assertThat(answer.getStatus()).isNotEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    private MockHttpServletResponse as(String username, String address) throws Exception {
        Authentication person = signIn.as(username).getAuthentication();
        signIn.out();
        return http.perform(get(address).with(authentication(person)))
                .andReturn()
                .getResponse();
    }
}
