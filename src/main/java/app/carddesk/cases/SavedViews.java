package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.Ids;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.Problem;
import app.carddesk.shared.RedemptionCodes;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The views of the list of cases that a person saved under a name of their own. What was searched for is not part of a
 * view: it may be a customer's name.
 */
@Service
@ForDesk
@KeepsFreeText("case_list_view.name")
@Transactional
public class SavedViews {

    /** The longest name. */
    public static final int LONGEST = 40;

    /** How many views one person may have. */
    public static final int MOST = 12;

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final Ids ids;

    SavedViews(JdbcClient jdbc, CurrentPerson person, Ids ids) {
        this.jdbc = jdbc;
        this.person = person;
        this.ids = ids;
    }

    /** A view under its name. */
    public record Saved(UUID id, String name, CaseQuery query) {}

    /** What became of saving a view. */
    public enum Outcome {
        SAVED,
        /** The name is empty or longer than {@link #LONGEST}. */
        BAD_NAME,
        /** The name holds a redemption code. */
        HOLDS_CODE,
        /** There are {@link #MOST} already. */
        TOO_MANY
    }

    /** The views of the person signed in, by name. */
    @Transactional(readOnly = true)
    public List<Saved> own() {
        return jdbc.sql("select id, name, view_name, state, problem, sorted_by, ascending from case_list_view"
                        + " where person_id = :person order by name")
                .param("person", person.id())
                .query((row, n) -> {
                    String state = row.getString("state");
                    String problem = row.getString("problem");
                    return new Saved(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            new CaseQuery(
                                    CaseQuery.View.valueOf(row.getString("view_name")),
                                    "",
                                    state == null ? null : CaseState.valueOf(state),
                                    problem == null ? null : Problem.valueOf(problem),
                                    CaseQuery.Order.valueOf(row.getString("sorted_by")),
                                    row.getBoolean("ascending")));
                })
                .list();
    }

    /** Saves a view; one of the same name is replaced by it. */
    public Outcome save(String name, CaseQuery query) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return Outcome.BAD_NAME;
        }
        if (RedemptionCodes.containsCode(stripped)) {
            return Outcome.HOLDS_CODE;
        }
        jdbc.sql("delete from case_list_view where person_id = :person and name = :name")
                .param("person", person.id())
                .param("name", stripped)
                .update();
        if (own().size() >= MOST) {
            return Outcome.TOO_MANY;
        }
        jdbc.sql("""
                insert into case_list_view (id, person_id, name, view_name, state, problem, sorted_by, ascending)
                values (:id, :person, :name, :view, :state, :problem, :sorted, :ascending) on conflict do nothing
                """)
                .param("id", ids.next())
                .param("person", person.id())
                .param("name", FreeText.kept(stripped))
                .param("view", query.view().name())
                .param("state", query.state() == null ? null : query.state().name())
                .param(
                        "problem",
                        query.problem() == null ? null : query.problem().name())
                .param("sorted", query.order().name())
                .param("ascending", query.ascending())
                .update();
        return Outcome.SAVED;
    }

    /** Forgets one of one's own views. */
    public void remove(UUID id) {
        jdbc.sql("delete from case_list_view where id = :id and person_id = :person")
                .param("id", id)
                .param("person", person.id())
                .update();
    }
}
