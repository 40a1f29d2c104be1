package app.carddesk;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last of the tests on running applications: nothing they wrote holds what must never stand in a log. */
@Order(Integer.MAX_VALUE)
class LogOfTheRunIT {

    @Test
    void no_code_password_session_id_or_personal_text_stands_in_what_they_wrote() throws IOException {
        RunningCarddesk.demo();
        LogCanaries.checkEverything();
    }
}
