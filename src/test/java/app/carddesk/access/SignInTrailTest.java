package app.carddesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import app.carddesk.CarddeskTest;
import app.carddesk.shared.Columns;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Who signs in and out, and who tries to, stands in the audit trail. */
@CarddeskTest
@Tag("database")
class SignInTrailTest {

    private static final String FROM = "127.0.0.1";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private MockMvc browser;

    @BeforeEach
    void open() {
        browser = webAppContextSetup(context).apply(springSecurity()).build();
    }

    private record Told(
            String act,
            @Nullable UUID actor,
            UUID subject,
            @Nullable String reason,
            String cameFrom) {}

    @Test
    void signing_in_and_out_is_told_of_the_person() throws Exception {
        MockHttpSession session = (MockHttpSession)
                browser.perform(formLogin("/login").user("agent2").password("carddesk"))
                        .andReturn()
                        .getRequest()
                        .getSession();
        assertThat(last()).isEqualTo(new Told("sign-in.signed-in", DemoPeople.AGENT_2, DemoPeople.AGENT_2, null, FROM));

        browser.perform(post("/logout").session(session).with(csrf()));
        assertThat(last())
                .isEqualTo(new Told("sign-in.signed-out", DemoPeople.AGENT_2, DemoPeople.AGENT_2, null, FROM));
    }

    @Test
    void a_wrong_password_is_told_of_the_person_whose_name_was_given() throws Exception {
        browser.perform(formLogin("/login").user("agent2").password("not this one"));

        assertThat(last()).isEqualTo(new Told("sign-in.refused", null, DemoPeople.AGENT_2, "BadCredentials", FROM));
    }

    @Test
    void a_name_that_nobody_has_is_not_kept() throws Exception {
        browser.perform(formLogin("/login").user("my secret password").password("x"));

        assertThat(last()).isEqualTo(new Told("sign-in.refused", null, SystemPerson.ID, "BadCredentials", FROM));
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where coalesce(value_before, '') || coalesce(value_after, '')"
                                        + " || coalesce(reason, '') like '%secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Told last() {
        List<Told> told = jdbc.sql("select act, acted_by, subject_id, reason, came_from from audit_event where act like"
                        + " 'sign-in.%' and at <= :now order by at desc, id desc limit 1")
                // Others put the clock forward.
                .param("now", Columns.time(clock.instant()))
                .query((row, n) -> new Told(
                        row.getString("act"),
                        row.getObject("acted_by", UUID.class),
                        row.getObject("subject_id", UUID.class),
                        row.getString("reason"),
                        row.getString("came_from")))
                .list();
        return told.getFirst();
    }
}
