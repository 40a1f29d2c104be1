package app.carddesk;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Nothing running applications wrote so far holds what must never stand in a log; the rest is looked at in the end. */
class LogOfTheRunIT {

    @Test
    void no_code_password_session_id_or_personal_text_stands_in_what_they_wrote() throws IOException {
        RunningCarddesk.demo();
        LogCanaries.checkEverything();
    }
}
