package app.carddesk.replacements.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseLine;
import app.carddesk.cases.CaseSearch;
import app.carddesk.cases.CaseState;
import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.replacements.Basis;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestKind;
import app.carddesk.replacements.RequestState;
import app.carddesk.terms.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** Whoever starts the demo finds a desk at work. */
@CarddeskTest
@Tag("database")
class DemoCasesTest {

    @Autowired
    private DemoCases demo;

    @Autowired
    private CaseSearch search;

    @Autowired
    private CaseFile cases;

    @Autowired
    private Replacements replacements;

    @Autowired
    private Proofs proofs;

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void signIn() {
        signIn.as("agent");
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @ParameterizedTest
    @CsvSource({
        "testine.proevesen, OPEN, FACTS_UNKNOWN",
        "eva.exempelsson, WAITING_FOR_CUSTOMER, PROOF_MISSING",
        "kari.eksempelsen, WAITING_FOR_RETAILER, NOT_ACTIVATED_RETAILER_NOT_ASKED",
        "mogens.opdigtsen, WAITING_FOR_REVIEW, REPLACEMENT_DUE",
        "ola.oppdiktsen, SOLVED, REPLACED_BEFORE",
        "alex.sampleton, WAITING_FOR_REVIEW, VOIDED",
        "camille.exemplaire, OPEN, PROOF_MISSING",
        "maja.pahittsson, OPEN, CONTRADICTS_REGISTER",
        "ida.findesikke, CLOSED_WITHOUT_SOLUTION, LOST_AFTER_RISK_PASSED",
        "robin.placeholder, OPEN, CARD_NOT_FOUND",
    })
    void every_case_stands_where_it_should(String customer, CaseState state, Rule rule) {
        CaseLine line = only(customer);

        assertThat(line.state()).isEqualTo(state);
        assertThat(cases.dossier(line.id()).verdict().main().rule()).isEqualTo(rule);
    }

    @Test
    void small_amounts_are_issued_and_larger_ones_and_referrals_wait() {
        ReplacementRequest small = request("ola.oppdiktsen");
        assertThat(small.state()).isEqualTo(RequestState.ISSUED);
        assertThat(small.basis()).isEqualTo(Basis.WITHIN_LIMIT);

        ReplacementRequest large = request("mogens.opdigtsen");
        assertThat(large.state()).isEqualTo(RequestState.PENDING);
        assertThat(large.kind()).isEqualTo(RequestKind.REPLACEMENT);

        ReplacementRequest referral = request("alex.sampleton");
        assertThat(referral.state()).isEqualTo(RequestState.PENDING);
        assertThat(referral.kind()).isEqualTo(RequestKind.REFERRAL);
    }

    @Test
    void the_drawn_proofs_can_be_looked_at() throws IOException {
        List<Proof> drawn = proofs.of(only("mogens.opdigtsen").id());

        assertThat(drawn).hasSize(3);
        for (Proof proof : drawn) {
            byte[] shown = proofs.picture(proof.id(), 1, PictureSize.FULL).orElseThrow();
            assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(proof.width());
        }
    }

    @Test
    void a_call_is_due_and_one_case_is_nobodys() {
        assertThat(search.due())
                .extracting(CaseLine::id)
                .contains(only("maja.pahittsson").id());
        assertThat(only("robin.placeholder").assignee()).isNull();
    }

    @Test
    void the_next_start_adds_nothing() {
        demo.run(new DefaultApplicationArguments());

        assertThat(search.find("testine.proevesen@example.com").orElseThrow().cases())
                .hasSize(1);
    }

    private ReplacementRequest request(String customer) {
        return replacements.ofCase(only(customer).id()).getFirst();
    }

    private CaseLine only(String customer) {
        List<CaseLine> found =
                search.find(customer + "@example.com").orElseThrow().cases();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
