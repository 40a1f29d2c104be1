package app.carddesk.cases;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.notices.Notice;
import app.carddesk.notices.Notices;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people are told of a case that an agent has just opened. */
@CarddeskTest
@Tag("database")
abstract class NoticedCaseTest {

    @Autowired
    CaseWork work;

    @Autowired
    CaseFile file;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    private Notices notices;

    CaseNumber number;
    UUID id;

    @BeforeEach
    void anAgentHasACase() {
        signIn.as("agent");
        number = work.open(null);
        id = file.find(number).orElseThrow().id();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
        signIn.out();
    }

    /** The notices somebody has about the case, as they see them signed in. */
    List<Notice> told(String username) {
        signIn.as(username);
        return notices.latest().stream()
                .filter(notice -> number.toString().equals(notice.subject()))
                .toList();
    }
}
