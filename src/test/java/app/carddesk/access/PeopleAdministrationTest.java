package app.carddesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.PeopleAdministration.Result;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@CarddeskTest
@Tag("database")
class PeopleAdministrationTest {

    @Autowired
    private PeopleAdministration administration;

    @Autowired
    private TestPeople people;

    @Autowired
    private PersonStore store;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    private String name;
    private UUID person;

    @BeforeEach
    void comeIn() {
        name = people.newAgent();
        person = store.byUsername(name).orElseThrow().person().id();
        signIn.as("admin");
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void what_is_changed_is_told_with_what_was_before() {
        assertThat(administration.assignRoles(person, Set.of(Role.SUPERVISOR, Role.AGENT)))
                .isEqualTo(Result.DONE);
        assertThat(administration.disable(person)).isEqualTo(Result.DONE);
        assertThat(administration.enable(person)).isEqualTo(Result.DONE);

        assertThat(store.byId(person).orElseThrow().roles()).containsExactlyInAnyOrder(Role.SUPERVISOR, Role.AGENT);
        assertThat(told())
                .containsExactly(
                        "person.roles-changed AGENT AGENT,SUPERVISOR",
                        "person.disabled null null",
                        "person.enabled null null");
    }

    @Test
    void what_is_so_already_is_neither_changed_nor_told() {
        assertThat(administration.assignRoles(person, Set.of(Role.AGENT))).isEqualTo(Result.UNCHANGED);
        assertThat(administration.enable(person)).isEqualTo(Result.UNCHANGED);

        assertThat(told()).isEmpty();
    }

    @Test
    void nobody_changes_themselves() {
        assertThat(administration.disable(DemoPeople.ADMIN)).isEqualTo(Result.ONESELF);
        assertThat(administration.enable(DemoPeople.ADMIN)).isEqualTo(Result.ONESELF);
        assertThat(administration.assignRoles(DemoPeople.ADMIN, Set.of(Role.AGENT)))
                .isEqualTo(Result.ONESELF);

        assertThat(store.byId(DemoPeople.ADMIN).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.SUPERVISOR, Role.ADMINISTRATOR);
    }

    @Test
    void nobody_is_left_without_a_role_and_carddesk_itself_is_nobody_to_change() {
        assertThat(administration.assignRoles(person, Set.of())).isEqualTo(Result.NO_ROLE);
        assertThat(administration.enable(SystemPerson.ID)).isEqualTo(Result.UNKNOWN_PERSON);
        assertThat(administration.assignRoles(UUID.randomUUID(), Set.of(Role.AGENT)))
                .isEqualTo(Result.UNKNOWN_PERSON);
    }

    @Test
    void an_administrator_who_is_one_no_more_changes_nothing_from_a_window_that_is_still_open() {
        String other = people.add(Role.ADMINISTRATOR, new PersonContacts.Contact(null, null));
        signIn.as(other);
        people.disable(other);

        assertThatThrownBy(() -> administration.disable(person)).isInstanceOf(AccessDeniedException.class);
        assertThat(store.enabled(person)).isPresent();
    }

    private List<String> told() {
        return jdbc.sql(
                        "select act, value_before, value_after from audit_event where subject_id = :person order by at, id")
                .param("person", person)
                .query((row, n) ->
                        row.getString("act") + " " + row.getString("value_before") + " " + row.getString("value_after"))
                .list();
    }
}
