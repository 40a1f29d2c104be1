package app.carddesk.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.access.DemoPeople;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@CarddeskTest
@Tag("database")
class NoticesTest {

    @Autowired
    private Notices notices;

    @Autowired
    private NoticePost post;

    @Autowired
    private NoticeSweep sweep;

    @Autowired
    private News news;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SignIn signIn;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void nothingUnread() {
        signIn.as("agent2");
        // Other tests put the clock forward, and what they told came "later".
        notices.markAllRead(clock.instant().plus(Duration.ofDays(1000)));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
        signIn.out();
    }

    @Test
    void whoever_is_told_reads_it_newest_first_and_nobody_else_does() {
        String subject = subject();
        tell(NoticeKind.MENTIONED, subject, DemoPeople.AGENT);
        clock.forward(Duration.ofSeconds(1));
        tell(NoticeKind.CALL_BACK_DUE, subject, null);

        assertThat(about(subject))
                .extracting(Notice::kind, Notice::by, Notice::address, Notice::read)
                .containsExactly(
                        tuple(NoticeKind.CALL_BACK_DUE, null, "cases/" + subject, false),
                        tuple(NoticeKind.MENTIONED, DemoPeople.AGENT, "cases/" + subject, false));
        assertThat(notices.unread()).isEqualTo(2);
        signIn.as("agent");
        assertThat(about(subject)).isEmpty();
    }

    @Test
    void nobody_is_told_what_they_did_themselves() {
        String subject = subject();

        tell(NoticeKind.CASE_ASSIGNED, subject, DemoPeople.AGENT_2);

        assertThat(about(subject)).isEmpty();
    }

    @Test
    void one_is_marked_as_read_or_all_that_were_seen_but_nobody_elses() {
        String subject = subject();
        tell(NoticeKind.MENTIONED, subject, null);
        clock.forward(Duration.ofSeconds(1));
        tell(NoticeKind.MENTIONED, subject, null);
        List<Notice> both = about(subject);
        signIn.as("agent");
        notices.markRead(both.getFirst().id());
        signIn.as("agent2");
        assertThat(notices.unread()).isEqualTo(2);

        notices.markAllRead(both.getLast().at());
        assertThat(about(subject)).extracting(Notice::read).containsExactly(false, true);
        notices.markRead(both.getFirst().id());
        assertThat(about(subject)).extracting(Notice::read).containsExactly(true, true);
        assertThat(notices.unread()).isZero();
    }

    @Test
    void windows_hear_of_what_is_committed_and_of_nothing_else() throws Exception {
        LinkedBlockingQueue<Thread> heard = new LinkedBlockingQueue<>();
        Runnable listener = () -> heard.add(Thread.currentThread());
        int before = news.listened();
        Runnable deaf = news.listen(DemoPeople.AGENT_2, listener);
        transaction.executeWithoutResult(status -> {
            post.tell(DemoPeople.AGENT_2, NoticeKind.MENTIONED, "rolled back", "cases", null);
            status.setRollbackOnly();
        });

        tell(NoticeKind.MENTIONED, subject(), null);

        assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull().isNotEqualTo(Thread.currentThread());
        assertThat(heard).isEmpty();
        assertThat(about("rolled back")).isEmpty();
        deaf.run();
        assertThat(news.listened()).isEqualTo(before);
    }

    @Test
    void it_is_told_only_as_part_of_an_act() {
        assertThatThrownBy(() -> post.tell(DemoPeople.AGENT, NoticeKind.MENTIONED, "alone", "cases", null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_nobody_looks_for_any_more_goes() {
        String old = subject();
        tell(NoticeKind.MENTIONED, old, null);
        clock.forward(Duration.ofDays(91));
        String fresh = subject();
        tell(NoticeKind.MENTIONED, fresh, null);

        assertThat(sweep.sweep()).isPositive();

        assertThat(about(old)).isEmpty();
        assertThat(about(fresh)).hasSize(1);
    }

    private void tell(NoticeKind kind, String subject, UUID by) {
        transaction.executeWithoutResult(
                status -> post.tell(DemoPeople.AGENT_2, kind, subject, "cases/" + subject, by));
    }

    private List<Notice> about(String subject) {
        return notices.latest().stream()
                .filter(notice -> subject.equals(notice.subject()))
                .toList();
    }

    private static String subject() {
        return "C-" + UUID.randomUUID();
    }
}
