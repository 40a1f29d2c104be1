package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a test process logs, itself or through an application it started, is heard and looked through. */
@CarddeskTest
@Tag("database")
class LogOfTheRunTest {

    private static final Logger LOG = LoggerFactory.getLogger(LogOfTheRunTest.class);

    @TempDir
    private Path folder;

    @Test
    void nothing_logged_so_far_must_not_stand_in_a_log() {
        assertThatCode(LogCanaries::checkEverything).doesNotThrowAnyException();
    }

    @Test
    void whatever_is_logged_is_heard() {
        LOG.info("Heard while the tests run");

        assertThat(LogCanaries.hears("Heard while the tests run")).isTrue();
    }

    @Test
    void what_an_application_of_its_own_wrote_is_looked_through() throws IOException {
        Path output = Files.writeString(folder.resolve("output"), "The code is XABCDEFGHJKLMNPQ");
        LogCanaries.watch(output);
        try {
            assertThatThrownBy(LogCanaries::checkEverything)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("output wrote a redemption code");
        } finally {
            LogCanaries.forget(output);
        }
    }
}
