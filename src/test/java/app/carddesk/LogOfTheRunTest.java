package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last test of a run: nothing that was logged in it holds what must never stand in a log. */
@CarddeskTest
@Tag("database")
@Order(Integer.MAX_VALUE)
class LogOfTheRunTest {

    private static final Logger LOG = LoggerFactory.getLogger(LogOfTheRunTest.class);

    @Test
    void no_code_password_session_id_or_personal_text_stands_in_the_log() throws IOException {
        LogCanaries.checkEverything();
    }

    @Test
    void whatever_is_logged_is_heard() {
        LOG.info("Heard at the end of the run");

        assertThat(LogCanaries.hears("Heard at the end of the run")).isTrue();
    }
}
