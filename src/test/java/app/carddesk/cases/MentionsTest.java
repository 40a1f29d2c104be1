package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.carddesk.access.DemoPeople;
import app.carddesk.access.People;
import app.carddesk.access.Role;
import app.carddesk.notices.Notice;
import app.carddesk.notices.NoticeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class MentionsTest extends NoticedCaseTest {

    private static final Set<String> NAMES = Set.of("Eva Lind");

    @Autowired
    private CaseEditing editing;

    @Autowired
    private People people;

    @Test
    void whoever_is_named_is_kept_by_id_told_once_and_shown_by_name() {
        String name = people.name(DemoPeople.AGENT_2);

        work.note(id, "@" + name + " please look, @" + name + ", and @Nobody too");

        String kept = notes().getFirst().note();
        assertThat(kept)
                .isEqualTo("@{" + DemoPeople.AGENT_2 + "} please look, @{" + DemoPeople.AGENT_2 + "}, and @Nobody too");
        assertThat(Mentions.shown(kept, people)).startsWith("@" + name + " please look, @" + name + ", and @Nobody");
        assertThat(told("agent2"))
                .extracting(Notice::kind, Notice::by)
                .containsExactly(tuple(NoticeKind.MENTIONED, DemoPeople.AGENT));
        assertThat(told("agent")).isEmpty();
    }

    @Test
    void only_those_can_be_named_who_may_see_cases() {
        assertThat(Mentions.names(people).values()).contains(DemoPeople.AGENT, DemoPeople.AGENT_2);
        assertThat(Mentions.names(people).values())
                .allSatisfy(
                        person -> assertThat(people.find(person).orElseThrow().roles())
                                .containsAnyOf(Role.AGENT, Role.SUPERVISOR));
    }

    @ParameterizedTest
    @CsvSource({
        "'ask @', true",
        "'ask @ev', true",
        "'@Li', true",
        "'@Eva L', true",
        "'(@eva', true",
        "'mail eva@li', false",
        "'ask @ul', false",
        "'@Eva Lind', false",
        "'@Eva Lind is', false",
        "'ask eva', false"
    })
    void a_name_is_suggested_while_it_is_typed(String text, boolean suggested) {
        assertThat(Mentions.suggestions(text, NAMES)).hasSize(suggested ? 1 : 0);
    }

    @Test
    void a_picked_name_is_written_out_and_a_longer_one_is_not_mistaken_for_a_shorter() {
        UUID shorter = UUID.randomUUID();
        UUID longer = UUID.randomUUID();

        assertThat(Mentions.completed("mail a@b.dk, ask @ev", "Eva Lind")).isEqualTo("mail a@b.dk, ask @Eva Lind ");
        assertThat(Mentions.kept("@Eva Lindholm, not @Eva Lind", Map.of("Eva Lind", shorter, "Eva Lindholm", longer)))
                .isEqualTo("@{" + longer + "}, not @{" + shorter + "}");
    }

    @Test
    void whoever_is_given_a_case_is_told_and_whoever_takes_it_is_not() {
        editing.change(id, CaseField.ASSIGNEE, DemoPeople.AGENT, DemoPeople.AGENT_2);
        editing.change(id, CaseField.ASSIGNEE, DemoPeople.AGENT_2, DemoPeople.AGENT);

        assertThat(told("agent2")).extracting(Notice::kind).containsExactly(NoticeKind.CASE_ASSIGNED);
        assertThat(told("agent")).isEmpty();
    }

    @Test
    void a_note_can_be_taken_back_for_a_while_by_who_wrote_it_and_leaves_a_line_without_words() {
        work.note(id, "Written into the wrong case");
        UUID note = notes().getFirst().id();
        signIn.as("agent2");
        assertThat(work.takeBackNote(id, note)).isEqualTo(new CaseAct.Refused(CaseRefusal.TOO_LATE));
        signIn.as("agent");

        assertThat(work.takeBackNote(id, note)).isEqualTo(new CaseAct.Done());
        assertThat(work.takeBackNote(id, note)).isEqualTo(new CaseAct.Done());

        assertThat(notes()).isEmpty();
        assertThat(file.read(number).orElseThrow().timeline())
                .filteredOn(line -> line.kind().equals("note.taken_back"))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isNull());
        assertThat(jdbc.sql("select count(*) from audit_event where act = 'case.note_taken_back' and subject_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_note_stays_once_its_time_is_over_or_its_case_is_closed() {
        work.note(id, "As it was");
        UUID note = notes().getFirst().id();
        work.move(id, CaseState.OPEN, CaseState.SOLVED);
        assertThat(work.takeBackNote(id, note)).isEqualTo(new CaseAct.Refused(CaseRefusal.CASE_CLOSED));
        work.move(id, CaseState.SOLVED, CaseState.OPEN);

        clock.forward(CaseWork.UNDO.plus(Duration.ofSeconds(1)));

        assertThat(work.takeBackNote(id, note)).isEqualTo(new CaseAct.Refused(CaseRefusal.TOO_LATE));
        assertThat(notes()).hasSize(1);
    }

    @Test
    void what_was_begun_and_not_finished_is_found_by_who_began_it() {
        editing.keepDraft(id, CaseEditing.NOTE, "She says");
        editing.keepDraft(id, "retailer", "Kiosk");

        assertThat(editing.begun()).startsWith(number).doesNotHaveDuplicates();
        signIn.as("agent2");
        assertThat(editing.begun()).doesNotContain(number);
        editing.dropDrafts(number);
        signIn.as("agent");
        assertThat(editing.begun()).contains(number);

        editing.dropDrafts(number);
        assertThat(editing.begun()).doesNotContain(number);
    }

    private List<TimelineLine> notes() {
        return file.read(number).orElseThrow().timeline().stream()
                .filter(line -> line.kind().equals("note"))
                .toList();
    }
}
