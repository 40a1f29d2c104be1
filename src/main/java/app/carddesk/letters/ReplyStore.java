package app.carddesk.letters;

import app.carddesk.letters.mail.Attachment;
import app.carddesk.letters.mail.IncomingMail;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The replies. What is personal is sealed on its way in and opened on its way out. */
@Repository
class ReplyStore {

    private final JdbcClient jdbc;
    private final PersonalValues personal;

    ReplyStore(JdbcClient jdbc, PersonalValues personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** By which a mail is known again: its identifier, or its bytes where it has none. */
    String identity(IncomingMail mail) {
        return personal.mark("mail", mail.id() == null ? mail.sha256() : mail.id());
    }

    Optional<UUID> find(UUID caseId, String identity) {
        return jdbc.sql("select id from reply where case_id = :case and identity = :identity")
                .param("case", caseId)
                .param("identity", identity)
                .query(UUID.class)
                .optional();
    }

    /**
     * @param concerned under whose key its words are sealed
     * @param letter which it answers, if that is known
     */
    void add(UUID id, UUID caseId, UUID concerned, IncomingMail mail, @Nullable UUID letter, UUID by, Instant now) {
        jdbc.sql(
                        "insert into reply (id, case_id, identity, letter_id, sender, subject, body, quoted, sent_at, automatic,"
                                + " filed_at, filed_by) values (:id, :case, :identity, cast(:letter as uuid), :sender, :subject,"
                                + " :body, :quoted, cast(:sent as timestamp with time zone), :automatic, :now, :by)")
                .param("id", id)
                .param("case", caseId)
                .param("identity", identity(mail))
                .param("letter", letter)
                .param("sender", personal.seal(concerned, id, mail.sender()))
                .param("subject", personal.seal(concerned, id, mail.subject()))
                .param("body", personal.seal(concerned, id, mail.text()))
                .param("quoted", personal.seal(concerned, id, mail.quoted()))
                .param("sent", Columns.optionalTime(mail.sentAt()))
                .param("automatic", mail.automatic())
                .param("now", Columns.time(now))
                .param("by", by)
                .update();
        int place = 0;
        for (Attachment file : mail.attachments()) {
            jdbc.sql("insert into reply_file (reply_id, place, name, state) values (:reply, :place, :name, 'PENDING')")
                    .param("reply", id)
                    .param("place", place++)
                    .param("name", personal.seal(concerned, id, file.name()))
                    .update();
        }
    }

    void settle(UUID reply, int place, ReplyFile.State state, @Nullable String typeKey) {
        jdbc.sql("update reply_file set state = :state, type_key = cast(:type as varchar) where reply_id = :reply and"
                        + " place = :place")
                .param("state", state.name())
                .param("type", typeKey)
                .param("reply", reply)
                .param("place", place)
                .update();
    }

    private record FileRow(UUID reply, ReplyFile file) {}

    /** Of one case, newest first. */
    List<Reply> ofCase(UUID caseId) {
        List<Reply> sealed = jdbc.sql(
                        "select id, sender, subject, body, quoted, sent_at, automatic from reply where case_id"
                                + " = :case order by filed_at desc, id desc limit 200")
                .param("case", caseId)
                .query((row, number) -> new Reply(
                        row.getObject("id", UUID.class),
                        row.getString("sender"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("quoted"),
                        Columns.optionalInstant(row, "sent_at"),
                        row.getBoolean("automatic"),
                        List.of()))
                .list();
        List<FileRow> files = jdbc.sql(
                        "select f.reply_id, f.name, f.state, f.type_key from reply_file f join reply r on r.id ="
                                + " f.reply_id where r.case_id = :case order by f.reply_id, f.place")
                .param("case", caseId)
                .query((row, number) -> new FileRow(
                        row.getObject("reply_id", UUID.class),
                        new ReplyFile(
                                row.getString("name"),
                                ReplyFile.State.valueOf(row.getString("state")),
                                row.getString("type_key"))))
                .list();
        PersonalValues.Reader reader = personal.reader(Stream.concat(
                        sealed.stream()
                                .flatMap(one -> Stream.of(one.sender(), one.subject(), one.text(), one.quoted())),
                        files.stream().map(row -> row.file().name()))
                .toList());
        Map<UUID, List<ReplyFile>> named = new HashMap<>();
        files.forEach(row -> named.computeIfAbsent(row.reply(), reply -> new ArrayList<>())
                .add(new ReplyFile(
                        reader.open(row.file().name(), row.reply()),
                        row.file().state(),
                        row.file().typeKey())));
        return sealed.stream()
                .map(one -> new Reply(
                        one.id(),
                        reader.open(one.sender(), one.id()),
                        reader.open(one.subject(), one.id()),
                        reader.open(one.text(), one.id()),
                        reader.open(one.quoted(), one.id()),
                        one.sentAt(),
                        one.automatic(),
                        named.getOrDefault(one.id(), List.of())))
                .toList();
    }

    List<ReplyFile.State> states(UUID reply) {
        return jdbc
                .sql("select state from reply_file where reply_id = :reply order by place")
                .param("reply", reply)
                .query(String.class)
                .list()
                .stream()
                .map(ReplyFile.State::valueOf)
                .toList();
    }
}
