package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.LogsErrors;
import app.carddesk.SignIn;
import app.carddesk.evidence.scan.RealClamd;
import app.carddesk.evidence.scan.VirusScanner;
import app.carddesk.evidence.scan.VirusScanner.Result;
import app.carddesk.evidence.store.FailingStores;
import app.carddesk.shared.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands between a file and the store: the virus scanner, and the store itself. Nothing passes half. */
@CarddeskTest
@Tag("database")
@LogsErrors(
        value = {"the virus scanner fails", "the evidence store or the database does not answer"},
        always = false)
class IntakeGuardsTest {

    private static final byte[] PICTURE = DrawnPictures.jpeg(64, 44);

    @TempDir
    private Path folder;

    @Autowired
    private TestIntakes intakes;

    @Autowired
    private FailingStores failing;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private Proofs proofs;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Installation installation;

    private UUID owner;

    @BeforeEach
    void openOwner() {
        signIn.as("agent");
        owner = owners.open();
    }

    @AfterEach
    void nothingIsLeftOnTheWayIn() throws IOException {
        signIn.out();
        OnTheWayIn.assertNothingIsLeft(installation);
    }

    @Test
    void only_what_the_scanner_calls_clean_is_taken_in() {
        assertThat(intakes.receiveScanned(file -> new Result.Infected("Some.Name"), owner, PICTURE))
                .isEqualTo(new Intake.Infected());
        assertThat(intakes.receiveScanned(file -> new Result.NoAnswer("down"), owner, PICTURE))
                .isEqualTo(new Intake.ScannerUnavailable());
        assertThat(intakes.receiveScanned(file -> new Result.TooLarge(), owner, PICTURE))
                .isEqualTo(new Intake.TooLargeToScan());
        assertNothingIsKept();

        assertThat(intakes.receiveScanned(file -> new Result.Clean(), owner, PICTURE))
                .isInstanceOf(Intake.Taken.class);
    }

    @Test
    void the_scanner_sees_the_file_as_it_was_given_before_anything_else_reads_it() {
        byte[] noPicture = RealClamd.eicar();
        VirusScanner comparing = file -> {
            try {
                return Files.mismatch(file, Files.write(folder.resolve("given"), noPicture)) == -1
                        ? new Result.Infected("As.Given")
                        : new Result.Clean();
            } catch (IOException e) {
                return new Result.NoAnswer(e.toString());
            }
        };

        // It is no picture either; that this is not the answer shows who looked first.
        assertThat(intakes.receiveScanned(comparing, owner, noPicture)).isEqualTo(new Intake.Infected());
    }

    @Test
    void a_real_scanner_refuses_its_test_virus_even_behind_a_picture_and_takes_the_picture_alone() throws IOException {
        byte[] eicar = RealClamd.eicar();
        byte[] both = new byte[PICTURE.length + eicar.length];
        System.arraycopy(PICTURE, 0, both, 0, PICTURE.length);
        System.arraycopy(eicar, 0, both, PICTURE.length, eicar.length);
        try (RealClamd clamd = RealClamd.start(folder)) {
            assertThat(intakes.receiveScanned(clamd.scanner(), owner, both)).isEqualTo(new Intake.Infected());
            assertThat(intakes.receiveScanned(clamd.scanner(), owner, new byte[1_100_000]))
                    .isEqualTo(new Intake.TooLargeToScan());
            assertNothingIsKept();
            assertThat(intakes.receiveScanned(clamd.scanner(), owner, PICTURE)).isInstanceOf(Intake.Taken.class);

            VirusScanner scanner = clamd.scanner();
            clamd.close();
            assertThat(intakes.receiveScanned(scanner, owner, PICTURE)).isEqualTo(new Intake.ScannerUnavailable());
        }
    }

    @Test
    void a_store_that_does_not_answer_refuses_the_file_and_nothing_of_it_is_kept() {
        assertThat(intakes.receiveInto(failing.unreachable(), owner, PICTURE)).isEqualTo(new Intake.StoreUnavailable());

        assertNothingIsKept();
    }

    private void assertNothingIsKept() {
        assertThat(proofs.of(owner)).isEmpty();
        assertThat(jdbc.sql("select count(*) from proof_usage where owner = :owner and pictures > 0")
                        .param("owner", owner)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
