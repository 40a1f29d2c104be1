package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each person is typing into each case; nobody sees another's. It is sealed on its way in and opened on its way out,
 * for whoever the case concerns.
 */
@Repository
class CaseDrafts {

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final PersonalValues personal;
    private final Clock clock;
    private final CurrentPerson currentPerson;

    CaseDrafts(JdbcClient jdbc, Timeline timeline, PersonalValues personal, Clock clock, CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.personal = personal;
        this.clock = clock;
        this.currentPerson = currentPerson;
    }

    /**
     * Seals a draft for the row it stands in.
     *
     * @param concerned the customer; the case where that is not known
     */
    static String seal(PersonalValues personal, UUID concerned, UUID caseId, UUID person, String field, String text) {
        return personal.seal(concerned, row(caseId, person, field), text);
    }

    /** A draft has no identifier of its own. */
    private static UUID row(UUID caseId, UUID person, String field) {
        return UUID.nameUUIDFromBytes((caseId + ":" + person + ":" + field).getBytes(StandardCharsets.UTF_8));
    }

    /** The reader's own drafts, by field, without those whose customer was erased. */
    Map<String, String> of(UUID caseId) {
        Map<String, String> sealed = jdbc
                .sql("select field, draft_value from case_draft where case_id = :case and person_id = :person")
                .param("case", caseId)
                .param("person", currentPerson.id())
                .query((row, index) -> Map.entry(row.getString("field"), row.getString("draft_value")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        PersonalValues.Reader reader = personal.reader(sealed.values());
        Map<String, String> opened = new HashMap<>();
        sealed.forEach((field, text) -> {
            String clear = reader.open(text, row(caseId, currentPerson.id(), field));
            if (!clear.equals(PersonalValues.ERASED) && !clear.equals(PersonalValues.UNREADABLE)) {
                opened.put(field, clear);
            }
        });
        return opened;
    }

    /** Cases the reader was typing into since then and has not finished, the latest first. */
    List<CaseNumber> begun(Instant since, int limit) {
        return jdbc.sql("""
                select c.case_year, c.case_sequence from case_draft d join support_case c on c.id = d.case_id
                where d.person_id = :person and d.at_time >= :since
                      and c.state not in ('SOLVED', 'CLOSED_WITHOUT_SOLUTION')
                group by c.case_year, c.case_sequence order by max(d.at_time) desc limit :limit
                """)
                .param("person", currentPerson.id())
                .param("since", Columns.time(since))
                .param("limit", limit)
                .query((row, index) -> new CaseNumber(row.getInt("case_year"), row.getInt("case_sequence")))
                .list();
    }

    /** Forgets all that the reader was typing into a case. */
    void dropAll(UUID caseId) {
        jdbc.sql("delete from case_draft where case_id = :case and person_id = :person")
                .param("case", caseId)
                .param("person", currentPerson.id())
                .update();
    }

    void keep(UUID caseId, String field, String clear) {
        String text = seal(personal, timeline.concerned(caseId), caseId, currentPerson.id(), field, clear);
        if (!update(caseId, field, text)
                && jdbc.sql("insert into case_draft (case_id, person_id, field, draft_value, at_time) values (:case,"
                                        + " :person, :field, :text, :now) on conflict do nothing")
                                .param("case", caseId)
                                .param("person", currentPerson.id())
                                .param("field", field)
                                .param("text", text)
                                .param("now", Columns.time(clock.instant()))
                                .update()
                        == 0) {
            update(caseId, field, text);
        }
    }

    void drop(UUID caseId, String field) {
        jdbc.sql("delete from case_draft where case_id = :case and person_id = :person and field = :field")
                .param("case", caseId)
                .param("person", currentPerson.id())
                .param("field", field)
                .update();
    }

    private boolean update(UUID caseId, String field, String text) {
        return jdbc.sql(
                                "update case_draft set draft_value = :text, at_time = :now where case_id = :case and person_id ="
                                        + " :person and field = :field")
                        .param("text", text)
                        .param("now", Columns.time(clock.instant()))
                        .param("case", caseId)
                        .param("person", currentPerson.id())
                        .param("field", field)
                        .update()
                == 1;
    }
}
