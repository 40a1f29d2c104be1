package app.carddesk.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import app.carddesk.LogsErrors;
import app.carddesk.TestInstallation;
import app.carddesk.startup.OwnerOf;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The command, on a data folder of its own with the default database. */
@ExtendWith(OutputCaptureExtension.class)
@LogsErrors({
    "CARD_WITHOUT_ACCOUNT",
    "The books do not balance",
    "The books were not checked",
    "APPLICATION FAILED TO START"
})
class ReconcileCommandTest {

    @TempDir
    Path data;

    @BeforeEach
    void onTheDefaultDatabase() {
        assumeFalse(TestInstallation.POSTGRESQL);
    }

    @Test
    void it_is_asked_for_by_its_argument_alone() {
        assertThat(ReconcileCommand.isAsked("--server.port=1", "--carddesk.command=reconcile"))
                .isTrue();
        assertThat(ReconcileCommand.isAsked("--carddesk.command=other")).isFalse();
        assertThat(ReconcileCommand.isAsked()).isFalse();
    }

    @Test
    void it_ends_with_0_when_the_books_balance_and_with_1_naming_what_does_not(CapturedOutput output) throws Exception {
        assertThat(run()).isEqualTo(ReconcileCommand.BALANCES);
        assertThat(output).contains("The books balance").doesNotContain("Tomcat");

        try (Connection owner = OwnerOf.database(data);
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "insert into card (id, serial, serial_folded, kind, form, region, unit, state, face_value)"
                            + " values (random_uuid(), 'GCALONE1', 'GCALONE1', 'APPLE_GIFT_CARD', 'PHYSICAL', 'DK', 'DKK',"
                            + " 'NOT_ACTIVATED', 100)");
        }

        assertThat(run()).isEqualTo(ReconcileCommand.DIFFERS);
        assertThat(output).contains("CARD_WITHOUT_ACCOUNT GCALONE1", "The books do not balance");
    }

    @Test
    void it_says_so_when_a_running_carddesk_holds_the_folder(CapturedOutput output) throws Exception {
        Files.createDirectories(data);
        try (FileChannel other = FileChannel.open(
                        data.resolve("carddesk.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = other.lock()) {
            assertThat(held.isValid()).isTrue();

            assertThat(run()).isEqualTo(ReconcileCommand.NOT_CHECKED);
        }
        assertThat(output).contains("Another Carddesk is running on the data folder");
    }

    private int run() {
        return ReconcileCommand.run(Clock.systemUTC(), ReconcileCommand.ARGUMENT, "--carddesk.data=" + data);
    }
}
