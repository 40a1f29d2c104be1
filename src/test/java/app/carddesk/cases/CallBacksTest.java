package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.carddesk.access.DemoPeople;
import app.carddesk.notices.NoticeKind;
import app.carddesk.shared.Installation;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CallBacksTest extends NoticedCaseTest {

    @Autowired
    private CallBacks callBacks;

    @Autowired
    private CallBackReminder reminder;

    @Autowired
    private CaseSearch search;

    @Autowired
    private Installation installation;

    @Test
    void it_is_agreed_moved_and_done_and_the_story_and_the_audit_trail_tell() {
        LocalDateTime first = in(Duration.ofHours(2));
        LocalDateTime later = in(Duration.ofDays(3));

        assertThat(callBacks.agree(id, first, DemoPeople.AGENT_2)).isEqualTo(new CaseAct.Done());
        assertThat(callBacks.of(id))
                .contains(new CallBack(first.atZone(installation.zone()).toInstant(), DemoPeople.AGENT_2));
        callBacks.agree(id, later, DemoPeople.AGENT);
        assertThat(callBacks.of(id))
                .contains(new CallBack(later.atZone(installation.zone()).toInstant(), DemoPeople.AGENT));
        callBacks.done(id);
        callBacks.done(id);

        assertThat(callBacks.of(id)).isEmpty();
        assertThat(file.read(number).orElseThrow().timeline())
                .filteredOn(line -> line.kind().startsWith("call_back"))
                .extracting(TimelineLine::kind, TimelineLine::before)
                .containsExactly(
                        tuple("call_back.done", "person:" + DemoPeople.AGENT),
                        tuple("call_back.moved", "person:" + DemoPeople.AGENT),
                        tuple("call_back.agreed", "person:" + DemoPeople.AGENT_2));
        assertThat(jdbc.sql("select count(*) from audit_event where act = 'case.call_back' and subject_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_time_that_has_passed_is_refused_and_so_is_a_closed_case() {
        assertThat(callBacks.agree(id, in(Duration.ofMinutes(-1)), DemoPeople.AGENT))
                .isEqualTo(new CaseAct.Refused(CaseRefusal.IN_THE_PAST));
        work.move(id, CaseState.OPEN, CaseState.SOLVED);
        assertThat(callBacks.agree(id, in(Duration.ofHours(1)), DemoPeople.AGENT))
                .isEqualTo(new CaseAct.Refused(CaseRefusal.CASE_CLOSED));
        assertThat(callBacks.of(id)).isEmpty();
    }

    @Test
    void whoever_calls_is_told_once_when_it_is_due_and_again_when_it_is_moved() {
        callBacks.agree(id, in(Duration.ofHours(2)), DemoPeople.AGENT_2);
        reminder.remind();
        assertThat(told("agent2")).isEmpty();

        clock.forward(Duration.ofHours(2).plusSeconds(1));
        reminder.remind();
        reminder.remind();
        assertThat(told("agent2")).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.CALL_BACK_DUE);
            assertThat(notice.address()).isEqualTo("cases/" + number);
        });
        assertThat(told("agent")).isEmpty();

        signIn.as("agent");
        callBacks.agree(id, in(Duration.ofHours(1)), DemoPeople.AGENT_2);
        clock.forward(Duration.ofHours(1).plusSeconds(1));
        reminder.remind();
        assertThat(told("agent2")).hasSize(2);
    }

    @Test
    void of_several_nodes_that_remind_at_once_one_tells() throws Exception {
        callBacks.agree(id, in(Duration.ofMinutes(5)), DemoPeople.AGENT_2);
        clock.forward(Duration.ofMinutes(6));
        int nodes = 4;
        CyclicBarrier together = new CyclicBarrier(nodes);

        try (ExecutorService threads = Executors.newFixedThreadPool(nodes)) {
            List<Callable<Integer>> turns = IntStream.range(0, nodes)
                    .mapToObj(node -> (Callable<Integer>) () -> {
                        together.await();
                        return reminder.remind();
                    })
                    .toList();
            for (Future<Integer> turn : threads.invokeAll(turns)) {
                turn.get();
            }
        }

        assertThat(told("agent2")).hasSize(1);
    }

    @Test
    void what_is_due_stands_on_the_desk_of_whoever_calls_and_nowhere_once_it_is_done() {
        callBacks.agree(id, in(Duration.ofMinutes(1)), DemoPeople.AGENT_2);
        clock.forward(Duration.ofDays(1));

        assertThat(due("agent2")).contains(number);
        assertThat(due("agent")).doesNotContain(number);
        signIn.as("agent2");
        callBacks.done(id);
        assertThat(due("agent2")).doesNotContain(number);
    }

    private LocalDateTime in(Duration time) {
        return LocalDateTime.ofInstant(clock.instant().plus(time), installation.zone())
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private List<CaseNumber> due(String username) {
        signIn.as(username);
        return search.due().stream().map(CaseLine::number).toList();
    }
}
