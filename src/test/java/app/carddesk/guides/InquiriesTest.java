package app.carddesk.guides;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CarddeskTest
@Tag("database")
class InquiriesTest {

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void anAgentWorks() {
        signIn.as("agent2");
        inquiries.drop();
    }

    @AfterEach
    void signOut() {
        clock.reset();
        signIn.out();
    }

    @Test
    void an_inquiry_is_opened_and_closed_and_counts() {
        int before = inquiries.today().getOrDefault(InquiryTopic.SUPPORT_APP, 0);
        Inquiry open = inquiries.open(InquiryTopic.SUPPORT_APP);
        assertThat(inquiries.today().getOrDefault(InquiryTopic.SUPPORT_APP, 0)).isEqualTo(before);

        assertThat(inquiries.close(open.id(), InquiryOutcome.HANDED_OVER, " Wants a repair "))
                .isInstanceOfSatisfying(InquiryAct.Done.class, done -> {
                    assertThat(done.inquiry().outcome()).isEqualTo(InquiryOutcome.HANDED_OVER);
                    assertThat(done.inquiry().note()).isEqualTo("Wants a repair");
                    assertThat(done.inquiry().closedAt())
                            .isAfterOrEqualTo(done.inquiry().openedAt());
                });

        assertThat(inquiries.today().get(InquiryTopic.SUPPORT_APP)).isEqualTo(before + 1);
        assertThat(inquiries.lately().getFirst().id()).isEqualTo(open.id());
        assertThat(inquiries.current()).isEmpty();
        assertThat(acts(open)).containsExactly("inquiry.closed");
    }

    @Test
    void one_is_open_at_a_time_and_waits_for_its_person() {
        Inquiry first = inquiries.open(InquiryTopic.REFUND);
        Inquiry second = inquiries.open(InquiryTopic.CHECK_CHARGE);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(inquiries.current()).get().extracting(Inquiry::topic).isEqualTo(InquiryTopic.CHECK_CHARGE);
        signIn.as("supervisor");
        assertThat(inquiries.current()).isEmpty();
        assertThat(inquiries.close(first.id(), InquiryOutcome.ANSWERED, ""))
                .isEqualTo(new InquiryAct.Refused(InquiryRefusal.NOT_OPEN));
    }

    @Test
    void closing_twice_is_closing_once() {
        Inquiry open = inquiries.open(InquiryTopic.REFUND);
        inquiries.close(open.id(), InquiryOutcome.ANSWERED, "");

        assertThat(inquiries.close(open.id(), InquiryOutcome.GUIDED, ""))
                .isEqualTo(new InquiryAct.Refused(InquiryRefusal.NOT_OPEN));
        assertThat(inquiries.lately().getFirst().outcome()).isEqualTo(InquiryOutcome.ANSWERED);
    }

    @Test
    void closing_can_be_undone_within_a_minute_and_counts_no_more() {
        Inquiry closed = close(InquiryTopic.CHILD_DEVICE);
        int counted = inquiries.today().get(InquiryTopic.CHILD_DEVICE);
        clock.forward(Duration.ofSeconds(50));

        assertThat(inquiries.undo(closed.id())).isInstanceOf(InquiryAct.Done.class);

        assertThat(inquiries.today().getOrDefault(InquiryTopic.CHILD_DEVICE, 0)).isEqualTo(counted - 1);
        assertThat(inquiries.undo(closed.id())).isEqualTo(new InquiryAct.Refused(InquiryRefusal.UNDONE_BEFORE));
        assertThat(acts(closed)).containsExactly("inquiry.closed", "inquiry.undone");
    }

    @Test
    void after_a_minute_it_stays_closed() {
        Inquiry closed = close(InquiryTopic.CHILD_DEVICE);
        clock.forward(Duration.ofSeconds(61));

        assertThat(inquiries.undo(closed.id())).isEqualTo(new InquiryAct.Refused(InquiryRefusal.TOO_LATE));
        assertThat(closed.canBeUndone(clock.instant())).isFalse();
    }

    @Test
    void nobody_undoes_what_somebody_else_closed() {
        Inquiry closed = close(InquiryTopic.CHILD_DEVICE);
        signIn.as("supervisor");

        assertThat(inquiries.undo(closed.id())).isEqualTo(new InquiryAct.Refused(InquiryRefusal.NOT_OPEN));
    }

    @ParameterizedTest
    @CsvSource({
        "XABC DEFG HJKL MNPQ is the code, NOTE_HOLDS_CODE",
        "write to anna@example.com, NOTE_IS_PERSONAL",
        "call +45 12 34 56 78, NOTE_IS_PERSONAL",
        "call 12-345-678, NOTE_IS_PERSONAL"
    })
    void a_note_that_must_not_be_kept_is_refused_and_the_inquiry_stays_open(String note, InquiryRefusal expected) {
        Inquiry open = inquiries.open(InquiryTopic.REFUND);

        assertThat(inquiries.close(open.id(), InquiryOutcome.ANSWERED, note))
                .isEqualTo(new InquiryAct.Refused(expected));
        assertThat(inquiries.current()).contains(open);
    }

    @Test
    void a_note_is_short_and_may_hold_a_date_and_an_amount() {
        Inquiry open = inquiries.open(InquiryTopic.REFUND);

        assertThat(inquiries.close(open.id(), InquiryOutcome.ANSWERED, "x".repeat(281)))
                .isEqualTo(new InquiryAct.Refused(InquiryRefusal.NOTE_TOO_LONG));
        assertThat(inquiries.close(open.id(), InquiryOutcome.ANSWERED, "Charged 129.00 on 3 May, no receipt"))
                .isInstanceOf(InquiryAct.Done.class);
    }

    private Inquiry close(InquiryTopic topic) {
        Inquiry open = inquiries.open(topic);
        assertThat(inquiries.close(open.id(), InquiryOutcome.ANSWERED, "")).isInstanceOf(InquiryAct.Done.class);
        return inquiries.lately().getFirst();
    }

    private List<String> acts(Inquiry inquiry) {
        return jdbc.sql("select act from audit_event where subject_id = :id order by seq")
                .param("id", inquiry.id())
                .query(String.class)
                .list();
    }
}
