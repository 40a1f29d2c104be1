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
    void a_second_start_on_the_same_data_is_told_that_one_is_running() {
        Path data = folder.resolve("data");
        try (RunningCarddesk first = RunningCarddesk.start(data, RunningCarddesk.freePort());
                RunningCarddesk second = startedAfter(first, data)) {
            assertRefused(second, "Another Carddesk is running");
        }
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                RunningCarddesk carddesk = RunningCarddesk.start(folder.resolve("data"), taken.getLocalPort())) {
            assertRefused(carddesk, "Port " + taken.getLocalPort() + " was already in use");
        }
    }

    @Test
    void a_data_folder_that_is_no_folder_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "in the way");
        try (RunningCarddesk carddesk = RunningCarddesk.start(file, RunningCarddesk.freePort())) {
            assertRefused(carddesk, file.toString());
        }
    }

    @Test
    void a_data_folder_that_may_not_be_read_is_named() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(closed), "This account may read everything.");
        try (RunningCarddesk carddesk = RunningCarddesk.start(closed, RunningCarddesk.freePort())) {
            assertRefused(carddesk, closed.toString());
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void an_address_that_is_none_is_named_with_one_that_is() {
        try (RunningCarddesk carddesk = RunningCarddesk.start(
                folder.resolve("data"), RunningCarddesk.freePort(), "--carddesk.public-url=desk.example.com")) {
            assertRefused(
                    carddesk,
                    "carddesk.public-url is \"desk.example.com\", which does not begin with https:// or http://.");
            assertThat(carddesk.output()).contains("such as https://desk.example.com");
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
