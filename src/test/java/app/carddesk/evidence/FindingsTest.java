package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.evidence.reading.DrawnPapers;
import app.carddesk.shared.ProofKind;
import com.google.zxing.BarcodeFormat;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What is kept of what was read, from bar codes, which are read everywhere. */
@CarddeskTest
@Tag("database")
class FindingsTest {

    private static final String SERIAL = "GCA629120831Y880";
    private static final String CODE = "XABC1DEFG2HJKL3M";

    @Autowired
    private Proofs proofs;

    @Autowired
    private Findings findings;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    private UUID owner;

    @BeforeEach
    void openOwner() {
        signIn.as("agent");
        owner = owners.open();
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void a_serial_number_in_a_bar_code_is_kept_with_its_place() {
        Proof proof = taken(SERIAL);

        assertThat(findings.of(owner)).singleElement().satisfies(finding -> {
            assertThat(finding.proof()).isEqualTo(proof.id());
            assertThat(finding.page()).isEqualTo(1);
            assertThat(finding.kind()).isEqualTo(Finding.Kind.SERIAL);
            assertThat(finding.value()).isEqualTo(SERIAL);
            assertThat(finding.source()).isEqualTo(Finding.Source.BARCODE);
            assertThat(finding.area().left()).isBetween(2000, 3000);
            assertThat(finding.dismissed()).isFalse();
        });
        assertThat(findings.ofProof(proof.id())).isEqualTo(findings.of(owner));
    }

    @Test
    void a_redemption_code_is_covered_in_every_kept_copy_and_kept_nowhere() {
        Proof proof = taken(CODE);

        assertThat(findings.of(owner)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.COVERED_CODE);
            assertThat(finding.value()).isEmpty();
            assertThat(finding.source()).isNull();
        });
        for (PictureSize size : PictureSize.values()) {
            BufferedImage kept =
                    DrawnPictures.decoded(proofs.picture(proof.id(), 1, size).orElseThrow());
            for (int x = kept.getWidth() / 3; x < kept.getWidth() * 2 / 3; x++) {
                assertThat(new Color(kept.getRGB(x, kept.getHeight() / 2)).getRed())
                        .as("%s at %d", size, x)
                        .isBetween(50, 80);
            }
        }
        assertThat(jdbc.sql("select count(*) from proof_finding where value_read like 'X%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_was_read_goes_with_its_proof() {
        Proof proof = taken(SERIAL);

        proofs.remove(proof);
        assertThat(findings.of(owner)).isEmpty();
        proofs.destroyRemoved(owner);

        assertThat(jdbc.sql("select count(*) from proof_finding where proof = :proof")
                        .param("proof", proof.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_dismissed_finding_stays_dismissed() {
        taken(SERIAL);
        UUID finding = findings.of(owner).getFirst().id();

        assertThat(findings.dismiss(finding)).isTrue();
        assertThat(findings.of(owner)).extracting(Finding::dismissed).containsExactly(true);
        assertThat(findings.dismiss(UUID.randomUUID())).isFalse();
    }

    @Test
    void a_closed_case_dismisses_nothing() {
        taken(SERIAL);
        UUID finding = findings.of(owner).getFirst().id();
        owners.close(owner);

        assertThat(findings.dismiss(finding)).isFalse();
        assertThat(findings.of(owner)).extracting(Finding::dismissed).containsExactly(false);
    }

    @Test
    void who_may_not_see_the_case_reads_nothing_of_its_pictures() {
        Proof proof = taken(SERIAL);
        UUID finding = findings.of(owner).getFirst().id();
        owners.hide(owner);

        assertThatThrownBy(() -> findings.of(owner)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> findings.dismiss(finding)).isInstanceOf(AccessDeniedException.class);
        assertThat(findings.ofProof(proof.id())).isEmpty();
    }

    @Test
    void the_database_takes_no_value_for_a_covered_code() {
        taken(CODE);
        UUID finding = findings.of(owner).getFirst().id();

        assertThatThrownBy(() -> jdbc.sql("update proof_finding set value_read = 'SOMETHING' where id = :id")
                        .param("id", finding)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_sum_is_read_with_or_without_its_currency() {
        taken(SERIAL);
        Finding read = findings.of(owner).getFirst();

        assertThat(total(read, "DKK 700.00").sum().currency()).hasToString("DKK");
        assertThat(total(read, "700.00").sum().currency()).isNull();
        assertThat(total(read, "700.00").sum().amount()).isEqualByComparingTo("700");
        assertThatThrownBy(read::sum).isInstanceOf(IllegalStateException.class);
    }

    private static Finding total(Finding like, String value) {
        return new Finding(
                like.id(), like.proof(), 1, Finding.Kind.TOTAL, value, Finding.Source.TEXT, like.area(), 1, false);
    }

    private Proof taken(String content) {
        byte[] picture = DrawnPictures.encoded(DrawnPapers.barCode(BarcodeFormat.CODE_128, content, 0), "png");
        Intake intake = proofs.receive(owner, ProofKind.BACK, "back.png", new ByteArrayInputStream(picture));
        assertThat(intake).isInstanceOf(Intake.Taken.class);
        return ((Intake.Taken) intake).proof();
    }
}
