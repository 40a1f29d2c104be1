package app.carddesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.carddesk.OwnInstallation;
import app.carddesk.OwnerDatabase;
import app.carddesk.SignIn;
import app.carddesk.audit.Acts.Act;
import app.carddesk.audit.Finding.Kind;
import app.carddesk.audit.Verifier.Tally;
import app.carddesk.shared.PersonalValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody who owns the database changes the trail behind Carddesk's back; what they did is named. Each time the trail
 * is put back as it was for the next.
 */
@OwnInstallation
@Tag("database")
class TamperingTest {

    private static final List<String> TABLES =
            List.of("audit_event", "audit_personal", "audit_head", "audit_anchor", "audit_anchor_head");

    @Autowired
    private Acts acts;

    @Autowired
    private Anchors anchors;

    @Autowired
    private AnchorRows anchorRows;

    @Autowired
    private AnchorFile file;

    @Autowired
    private Verifier verifier;

    @Autowired
    private OwnerDatabase owner;

    @Autowired
    private SignIn signIn;

    private final UUID subject = UUID.randomUUID();
    private final String stream = Acts.stream(subject);
    private JdbcClient database;
    private byte[] outside;

    @BeforeEach
    void fiveActsWereAnchored() throws IOException {
        database = owner.jdbc();
        signIn.as("agent");
        acts.each(subject, 5);
        anchors.anchor();
        assertThat(findings()).isEmpty();
        keep();
    }

    @AfterEach
    void putBack() throws IOException {
        Files.write(file.path(), outside);
        for (String table : TABLES.reversed()) {
            database.sql("delete from " + table).update();
        }
        for (String table : TABLES) {
            database.sql("insert into " + table + " select * from kept_" + table)
                    .update();
            database.sql("drop table kept_" + table).update();
        }
        assertThat(findings()).isEmpty();
        signIn.out();
    }

    @Test
    void an_edited_row() {
        change("update audit_event set value_after = 'other' where stream = :stream and seq = 3");

        assertThat(findings()).containsExactly(new Finding(Kind.EVENT_CHANGED, stream, 3, 3));
    }

    @Test
    void any_edited_field() {
        for (String edit : List.of(
                "at = at + interval '1' second",
                "acted_by = null",
                "came_from = '198.51.100.1'",
                "act = 'test.other'",
                "subject_kind = 'card'",
                "subject_id = '00000000-0000-7000-8000-000000000009'",
                "value_before = ''",
                "value_after = null",
                "reason = 'because'",
                "id = '00000000-0000-7000-8000-000000000009'",
                "form = 2",
                "personal_digest = 'AFTER=00'")) {
            change("update audit_event set " + edit + " where stream = :stream and seq = 5");

            assertThat(findings())
                    .as(edit)
                    .contains(new Finding(Kind.EVENT_CHANGED, stream, 5, 5))
                    .allMatch(finding -> finding.first() == 5);
            change("delete from audit_event where stream = :stream and seq = 5");
            change("insert into audit_event select * from kept_audit_event where stream = :stream and seq = 5");
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_deleted_row() {
        change("delete from audit_event where stream = :stream and seq = 2");

        assertThat(findings()).containsExactly(new Finding(Kind.EVENTS_MISSING, stream, 2, 2));
    }

    @Test
    void a_row_added_at_the_end() {
        change(copyOf(5, "6"));

        assertThat(findings()).containsExactly(new Finding(Kind.EVENT_ADDED, stream, 6, 6));
    }

    @Test
    void a_row_added_at_the_end_that_was_never_written() {
        change(copyOf(5, "6"));
        change("update audit_event set value_after = 'never', previous_hash = (select event_hash from audit_event where"
                + " stream = :stream and seq = 5) where stream = :stream and seq = 6");
        change("update audit_head set seq = 5 where stream = :stream");

        assertThat(findings()).containsExactly(new Finding(Kind.EVENT_ADDED, stream, 6, 6));
    }

    @Test
    void a_row_put_between_others() {
        change("update audit_event set seq = 6 where stream = :stream and seq = 5");
        change("update audit_event set seq = 5 where stream = :stream and seq = 4");
        change(copyOf(3, "4"));
        change("update audit_event set value_after = 'never' where stream = :stream and seq = 4");
        change("update audit_head set seq = 6 where stream = :stream");

        assertThat(findings())
                .contains(
                        new Finding(Kind.EVENT_CHANGED, stream, 4, 4),
                        new Finding(Kind.EVENT_MOVED, stream, 5, 4),
                        new Finding(Kind.EVENT_MOVED, stream, 6, 5));
    }

    @Test
    void reordered_rows() {
        change("update audit_event set seq = 99 where stream = :stream and seq = 2");
        change("update audit_event set seq = 2 where stream = :stream and seq = 4");
        change("update audit_event set seq = 4 where stream = :stream and seq = 99");

        assertThat(findings())
                .containsExactlyInAnyOrder(
                        new Finding(Kind.EVENT_MOVED, stream, 2, 4), new Finding(Kind.EVENT_MOVED, stream, 4, 2));
    }

    @Test
    void a_stream_cut_at_its_end() {
        change("delete from audit_event where stream = :stream and seq > 3");

        assertThat(findings()).containsExactly(new Finding(Kind.STREAM_CUT, stream, 4, 5));
    }

    @Test
    void a_stream_cut_at_its_end_with_its_head_set_back() {
        cutBehind(3);

        assertThat(findings()).containsExactly(new Finding(Kind.STREAM_CUT, stream, 4, 5));
    }

    @Test
    void a_whole_stream_with_its_head() {
        change("delete from audit_event where stream = :stream");
        change("delete from audit_head where stream = :stream");

        assertThat(findings()).containsExactly(new Finding(Kind.STREAM_MISSING, stream, 1, 5));
    }

    @Test
    void a_head_that_was_set_forth() {
        change("update audit_head set seq = 4 where stream = :stream");

        assertThat(findings()).containsExactly(new Finding(Kind.HEAD_CHANGED, stream, 4, 4));
    }

    @Test
    void a_personal_value_that_was_changed_taken_away_or_added() {
        for (String edit : List.of(
                "update audit_personal set sealed = 'sealed:1:' where event_id in (select id from audit_event where"
                        + " stream = :stream)",
                "delete from audit_personal where event_id in (select id from audit_event where stream = :stream)",
                "insert into audit_personal (event_id, slot, sealed) select id, 'WHY', 'x' from audit_event where"
                        + " stream = :stream and seq = 1")) {
            UUID customer = UUID.randomUUID();
            acts.together(new Act(
                    customer, "set", List.of(new PersonalValue(customer, PersonalValue.Slot.AFTER, "Kerstin Ek"))));

            database.sql(edit).param("stream", Acts.stream(customer)).update();

            assertThat(findings())
                    .contains(new Finding(Kind.PERSONAL_CHANGED, Acts.stream(customer), 1, 1))
                    .allMatch(finding -> finding.kind() == Kind.PERSONAL_CHANGED);
        }
    }

    @Test
    void the_whole_trail_cut_off_after_a_moment_with_its_heads_and_anchors() {
        long before = lastAnchor() - 1;
        change("delete from audit_event where stream = :stream");
        change("delete from audit_head where stream = :stream");
        database.sql("delete from audit_anchor_head where anchor_number > :before")
                .param("before", before)
                .update();
        database.sql("delete from audit_anchor where anchor_number > :before")
                .param("before", before)
                .update();

        assertThat(findings())
                .containsExactlyInAnyOrder(
                        new Finding(Kind.ANCHORS_MISSING, null, before + 1, before + 1),
                        new Finding(Kind.STREAM_MISSING, stream, 1, 5));
    }

    @Test
    void everything_gone() {
        for (String table : TABLES.reversed()) {
            database.sql("delete from " + table).update();
        }

        assertThat(findings())
                .contains(
                        new Finding(Kind.ANCHORS_MISSING, null, 1, 1),
                        new Finding(Kind.ANCHORS_MISSING, null, lastOutside(), lastOutside()),
                        new Finding(Kind.STREAM_MISSING, stream, 1, 5));
    }

    @Test
    void an_anchor_that_was_changed_or_taken_away() {
        long last = lastAnchor();
        database.sql("update audit_anchor_head set seq = 4 where stream = :stream")
                .param("stream", stream)
                .update();
        assertThat(findings()).contains(new Finding(Kind.ANCHOR_CHANGED, null, last, last));
        database.sql("delete from audit_anchor_head where anchor_number = :last")
                .param("last", last)
                .update();
        database.sql("delete from audit_anchor where anchor_number = :last")
                .param("last", last)
                .update();

        assertThat(findings()).containsExactly(new Finding(Kind.ANCHORS_MISSING, null, last, last));
    }

    @Test
    void a_line_of_the_file_that_was_changed() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file.path()));
        lines.set(lines.size() - 1, lines.getLast().replace(stream + "=5=", stream + "=4="));
        Files.write(file.path(), lines);

        long last = lastOutside();
        assertThat(findings()).containsExactly(new Finding(Kind.OUTSIDE_CHANGED, null, last, last));
    }

    @Test
    void a_line_that_a_crash_cut_short_is_written_again() throws IOException {
        String content = Files.readString(file.path());
        Files.writeString(file.path(), content.substring(0, content.length() - 20));

        anchors.anchor();

        assertThat(lastOutside()).isEqualTo(lastAnchor());
        assertThat(findings()).isEmpty();
    }

    @Test
    void nothing_is_anchored_twice_and_nothing_left_out() {
        long before = lastAnchor();
        anchors.anchor();
        assertThat(lastAnchor()).isEqualTo(before);

        acts.each(subject, 1);
        anchors.anchor();
        assertThat(lastAnchor()).isEqualTo(before + 1);
        assertThat(anchorRows.heads(before + 1))
                .extracting(Head::stream, Head::sequence)
                .containsExactly(tuple(stream, 6L));
    }

    private List<Finding> findings() {
        Tally tally = new Tally();
        assertThat(verifier.verify(tally, () -> true)).isTrue();
        return tally.findings.named();
    }

    private void change(String statement) {
        database.sql(statement).param("stream", stream).update();
    }

    private void cutBehind(long last) {
        change("delete from audit_event where stream = :stream and seq > " + last);
        change("update audit_head set seq = " + last
                + ", event_hash = (select event_hash from audit_event where stream =" + " :stream and seq = " + last
                + ") where stream = :stream");
    }

    private static String copyOf(long place, String to) {
        return "insert into audit_event (id, at, acted_by, act, subject_kind, subject_id, value_before, value_after,"
                + " reason, came_from, stream, seq, form, personal_digest, previous_hash, event_hash) select '"
                + UUID.randomUUID() + "', at, acted_by, act, subject_kind, subject_id, value_before, value_after,"
                + " reason, came_from, stream, " + to + ", form, personal_digest, previous_hash, event_hash from"
                + " audit_event where stream = :stream and seq = " + place;
    }

    private long lastAnchor() {
        return anchorRows.last().orElseThrow().number();
    }

    private long lastOutside() {
        return file.last().orElseThrow().number();
    }

    private void keep() throws IOException {
        outside = Files.readAllBytes(file.path());
        for (String table : TABLES) {
            database.sql("create table kept_" + table + " as select * from " + table)
                    .update();
        }
    }
}
