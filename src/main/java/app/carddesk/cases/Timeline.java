package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cases.TimelineSeals.Concerned;
import app.carddesk.cases.TimelineSeals.Told;
import app.carddesk.notices.NewsAbout;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The story of each case. Lines are added and never changed; the database allows nothing else. What is personal is
 * sealed on its way in and opened on its way out, here and nowhere else.
 */
@Repository
class Timeline {

    /** The most lines a case page tells. */
    static final int SHOWN = 300;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final CurrentPerson currentPerson;
    private final TimelineSeals seals;
    private final PersonalValues personal;
    private final ApplicationEventPublisher events;

    Timeline(
            JdbcClient jdbc,
            Ids ids,
            Clock clock,
            CurrentPerson currentPerson,
            TimelineSeals seals,
            PersonalValues personal,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.currentPerson = currentPerson;
        this.seals = seals;
        this.personal = personal;
        this.events = events;
    }

    /** Tells something, and says as which line. */
    UUID tell(UUID caseId, String kind, @Nullable String before, @Nullable String after, @Nullable String note) {
        return tell(caseId, kind, null, new Told(before, after, note), null, null);
    }

    /** Tells what happened to a proof of the case. */
    void tellOf(UUID proof, UUID caseId, String kind, String after, @Nullable String note) {
        tell(caseId, kind, null, new Told(null, after, note), null, proof);
    }

    /** Tells that the case is another customer's now; what the former one is called stays theirs. */
    void tellSwitch(UUID caseId, @Nullable UUID formerCustomer, @Nullable String former, @Nullable String now) {
        tell(caseId, "customer.switched", null, new Told(former, now, null), formerCustomer, null);
    }

    /** Tells that a field was set, changed or cleared. */
    void tellField(UUID caseId, String field, @Nullable String before, @Nullable String after) {
        String kind = before == null ? "set" : after == null ? "cleared" : "changed";
        tell(caseId, kind, field, new Told(before, after, null), null, null);
    }

    /** Whom the texts of a case concern: its customer, and until there is one the case itself. */
    UUID concerned(UUID caseId) {
        return jdbc.sql("select coalesce(customer_id, id) from support_case where id = :case")
                .param("case", caseId)
                .query(UUID.class)
                .single();
    }

    /** Whether a line is a note that the person signed in has written since then. */
    boolean isOwnNote(UUID caseId, UUID line, Instant since) {
        return jdbc.sql("select count(*) from case_timeline where id = :line and case_id = :case and kind = 'note' and"
                                + " by_person = :me and at_time >= :since")
                        .param("line", line)
                        .param("case", caseId)
                        .param("me", currentPerson.id())
                        .param("since", Columns.time(since))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Tells that a note was taken back, once; the caller holds the case's row. */
    boolean takeBack(UUID caseId, UUID note) {
        boolean already = jdbc.sql("select count(*) from case_timeline where about = :note")
                        .param("note", note)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!already) {
            tell(caseId, "note.taken_back", null, new Told(null, null, null), null, note);
        }
        return !already;
    }

    private UUID tell(
            UUID caseId,
            String kind,
            @Nullable String field,
            Told clear,
            @Nullable UUID formerCustomer,
            @Nullable UUID about) {
        UUID id = ids.next();
        Told told = clear;
        if (TimelineSeals.needsSealing(field, clear)) {
            UUID concerned = concerned(caseId);
            told = seals.seal(
                    id, new Concerned(formerCustomer == null ? concerned : formerCustomer, concerned), field, clear);
        }
        jdbc.sql("insert into case_timeline (id, case_id, kind, field, before_value, after_value, note, by_person,"
                        + " at_time, about) values (:id, :case, :kind, cast(:field as varchar), cast(:before as varchar),"
                        + " cast(:after as varchar), cast(:note as varchar), :by, :at, cast(:about as uuid))")
                .param("id", id)
                .param("case", caseId)
                .param("kind", kind)
                .param("field", field)
                .param("before", told.before())
                .param("after", told.after())
                .param("note", told.note())
                .param("by", currentPerson.id())
                .param("at", Columns.time(clock.instant()))
                .param("about", about)
                .update();
        events.publishEvent(new NewsAbout(caseId));
        return id;
    }

    /** The newest line. */
    Optional<UUID> latest(UUID caseId) {
        return jdbc.sql("select id from case_timeline where case_id = :case order by at_time desc, id desc limit 1")
                .param("case", caseId)
                .query(UUID.class)
                .optional();
    }

    /** The story, newest first, without the notes that were taken back. */
    List<TimelineLine> of(UUID caseId) {
        List<TimelineLine> lines = jdbc.sql(
                        "select id, kind, field, before_value, after_value, note, about, by_person, at_time from case_timeline"
                                + " line where case_id = :case and not (kind = 'note' and exists (select 1 from"
                                + " case_timeline back where back.about = line.id)) order by at_time desc, id desc limit "
                                + SHOWN)
                .param("case", caseId)
                .query((row, index) -> new TimelineLine(
                        Rows.uuid(row, "id"),
                        row.getString("kind"),
                        row.getString("field"),
                        row.getString("before_value"),
                        row.getString("after_value"),
                        row.getString("note"),
                        row.getObject("about", UUID.class),
                        Rows.uuid(row, "by_person"),
                        Columns.instant(row, "at_time")))
                .list();
        PersonalValues.Reader reader = personal.reader(lines.stream()
                .flatMap(line -> Stream.of(line.before(), line.after(), line.note()))
                .toList());
        return lines.stream().map(line -> opened(line, reader)).toList();
    }

    private static TimelineLine opened(TimelineLine line, PersonalValues.Reader reader) {
        return new TimelineLine(
                line.id(),
                line.kind(),
                line.field(),
                reader.openOrNull(line.before(), line.id()),
                reader.openOrNull(line.after(), line.id()),
                reader.openOrNull(line.note(), line.id()),
                line.about(),
                line.by(),
                line.at());
    }
}
