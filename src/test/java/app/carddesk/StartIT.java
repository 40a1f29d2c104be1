package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts Carddesk where it cannot run reads why, and what to do, instead of a stack trace. */
class StartIT {

    @TempDir
    Path folder;

    @Test
    void aSecondStartOnTheSameDataIsToldThatOneIsRunning() {
        Path data = folder.resolve("data");
        try (RunningCarddesk first = RunningCarddesk.start(data, RunningCarddesk.freePort());
                RunningCarddesk second = startedAfter(first, data)) {
            assertRefused(second, "Another Carddesk is running");
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                RunningCarddesk carddesk = RunningCarddesk.start(folder.resolve("data"), taken.getLocalPort())) {
            assertRefused(carddesk, "Port " + taken.getLocalPort() + " was already in use");
        }
    }

    @Test
    void aDataFolderThatIsNoFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "in the way");
        try (RunningCarddesk carddesk = RunningCarddesk.start(file, RunningCarddesk.freePort())) {
            assertRefused(carddesk, file.toString());
        }
    }

    @Test
    void aDataFolderThatMayNotBeReadIsNamed() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(closed), "This account may read everything.");
        try (RunningCarddesk carddesk = RunningCarddesk.start(closed, RunningCarddesk.freePort())) {
            assertRefused(carddesk, closed.toString());
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static RunningCarddesk startedAfter(RunningCarddesk first, Path data) {
        first.awaitReady();
        return RunningCarddesk.start(data, RunningCarddesk.freePort());
    }

    private static void assertRefused(RunningCarddesk carddesk, String reason) {
        assertThat(carddesk.exitCode()).isNotZero();
        assertThat(carddesk.output()).contains(reason).contains("Action:").doesNotContain("\tat ");
    }
}
