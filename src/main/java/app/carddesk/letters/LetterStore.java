package app.carddesk.letters;

import app.carddesk.cases.CaseNumber;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters. What is personal is sealed on its way in and opened on its way out. */
@Repository
class LetterStore {

    private static final String COLUMNS =
            "select id, case_id, case_number, kind, language, state, edited, written_by, request_id,"
                    + " replacement_id, new_card, again_of, attempts, problem, created_at, due_at, ended_at, customer_id,"
                    + " subject, body, address, bounce_reason, bounce_status, bounce_words, delayed_at from letter ";

    private final JdbcClient jdbc;
    private final PersonalValues personal;

    LetterStore(JdbcClient jdbc, PersonalValues personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** A letter as it is put down; {@code customer} is whom its words concern, null where that is not known. */
    record Draft(
            Letter letter,
            @Nullable UUID customer,
            LetterText text,
            @Nullable String address) {

        @Override
        public String toString() {
            return "Draft[" + letter.id() + "]";
        }
    }

    void add(Draft draft) {
        Letter letter = draft.letter();
        UUID concerned = draft.customer() == null ? letter.caseId() : draft.customer();
        jdbc.sql("""
                        insert into letter
                            (id, case_id, case_number, kind, language, customer_id, request_id, replacement_id, new_card, state,
                             subject, body, address, edited, written_by, again_of, first_of, attempts, due_at, problem,
                             created_at, ended_at)
                        values (:id, :case, :number, :kind, :language, :customer, :request, :replacement, :card, :state,
                             :subject, :body, cast(:address as varchar), :edited, :by, :again, :first, 0, :due,
                             cast(:problem as varchar), :at, :ended)""")
                .param("id", letter.id())
                .param("case", letter.caseId())
                .param("number", letter.caseNumber().toString())
                .param("kind", letter.kind().name())
                .param("language", letter.language().name())
                .param("customer", draft.customer())
                .param("request", letter.request())
                .param("replacement", letter.replacement())
                .param("card", letter.newCard())
                .param("state", letter.state().name())
                .param(
                        "subject",
                        personal.seal(concerned, letter.id(), draft.text().subject()))
                .param(
                        "body",
                        personal.seal(concerned, letter.id(), draft.text().body()))
                .param("address", sealed(concerned, letter.id(), draft.address()))
                .param("edited", letter.edited())
                .param("by", letter.by())
                .param("again", letter.againOf())
                .param("first", letter.againOf() == null ? letter.replacement() : null)
                .param("due", Columns.optionalTime(letter.dueAt()))
                .param(
                        "problem",
                        letter.problem() == null ? null : letter.problem().name())
                .param("at", Columns.time(letter.createdAt()))
                .param("ended", Columns.optionalTime(letter.endedAt()))
                .update();
    }

    private @Nullable String sealed(UUID concerned, UUID letter, @Nullable String text) {
        return text == null ? null : personal.seal(concerned, letter, text);
    }

    Optional<Letter> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, number) -> letter(row))
                .optional();
    }

    /** Holds it until the transaction ends. */
    Optional<Letter> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query((row, number) -> letter(row))
                .optional();
    }

    /** With its words; those of a letter from before letters had any are null. */
    Optional<LetterCopy> read(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, number) -> {
                    String subject = row.getString("subject");
                    String body = row.getString("body");
                    String address = row.getString("address");
                    String bounced = row.getString("bounce_words");
                    PersonalValues.Reader reader = personal.reader(Arrays.asList(subject, body, address, bounced));
                    return new LetterCopy(
                            letter(row),
                            reader.openOrNull(address, id),
                            new LetterText(
                                    subject == null ? "" : reader.open(subject, id),
                                    body == null ? "" : reader.open(body, id)),
                            reader.openOrNull(bounced, id));
                })
                .optional();
    }

    /** How many letters carry the code of a replacement, also those that wait. */
    int countOf(UUID replacement) {
        return jdbc.sql("select count(*) from letter where replacement_id = :replacement")
                .param("replacement", replacement)
                .query(Integer.class)
                .single();
    }

    /** The letter that was queued when a replacement was issued. */
    Optional<UUID> firstOf(UUID replacement) {
        return jdbc.sql("select id from letter where first_of = :replacement")
                .param("replacement", replacement)
                .query(UUID.class)
                .optional();
    }

    /** The newest letter with the code of a replacement. */
    Optional<Letter> newestOf(UUID replacement) {
        return jdbc.sql(COLUMNS + "where replacement_id = :replacement order by created_at desc, id desc limit 1")
                .param("replacement", replacement)
                .query((row, number) -> letter(row))
                .optional();
    }

    /** Newest first. */
    List<Letter> ofCase(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = :case order by created_at desc, id desc limit 200")
                .param("case", caseId)
                .query((row, number) -> letter(row))
                .list();
    }

    /** Newest first; all where no state is named. */
    List<Outbox.Line> page(Collection<LetterState> states, int offset, int limit) {
        List<Sealed> rows = jdbc.sql(COLUMNS + (states.isEmpty() ? "" : "where state in (:states) ")
                        + "order by created_at desc, id desc limit :limit offset :offset")
                .params(states.isEmpty() ? Map.of() : Map.of("states", names(states)))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) ->
                        new Sealed(letter(row), row.getString("address"), row.getString("bounce_words")))
                .list();
        PersonalValues.Reader reader = personal.reader(rows.stream()
                .flatMap(row -> Stream.of(row.address(), row.bounceWords()))
                .toList());
        return rows.stream()
                .map(row -> new Outbox.Line(
                        row.letter(),
                        covered(reader.openOrNull(row.address(), row.letter().id())),
                        reader.openOrNull(row.bounceWords(), row.letter().id())))
                .toList();
    }

    private record Sealed(
            Letter letter,
            @Nullable String address,
            @Nullable String bounceWords) {}

    private static List<String> names(Collection<LetterState> states) {
        return states.stream().map(LetterState::name).toList();
    }

    /** How many letters are in each state; those without any are not there. */
    Map<LetterState, Integer> counts() {
        Map<LetterState, Integer> counts = new EnumMap<>(LetterState.class);
        jdbc.sql("select state, count(*) as letters from letter group by state").query(row -> {
            counts.put(LetterState.valueOf(row.getString("state")), row.getInt("letters"));
        });
        return counts;
    }

    private static @Nullable String covered(@Nullable String address) {
        return address == null ? null : address.replaceFirst("^(.)[^@]*@", "$1…@");
    }

    /** What is due or was left by a process that has ended since, oldest first. */
    List<UUID> due(Instant now, int limit) {
        return jdbc.sql("select id from letter where (state = 'WAITING' and due_at <= :now)"
                        + " or (state = 'SENDING' and lease_until < :now) order by due_at, id limit :limit")
                .param("now", Columns.time(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** False if another worker, here or on another node, was first. */
    boolean claim(UUID id, UUID owner, Instant now, Duration lease) {
        return jdbc.sql("update letter set state = 'SENDING', lease_owner = :owner, lease_until = :until,"
                                + " attempts = attempts + 1 where id = :id and ((state = 'WAITING' and due_at <= :now)"
                                + " or (state = 'SENDING' and lease_until < :now))")
                        .param("owner", owner)
                        .param("until", Columns.time(now.plus(lease)))
                        .param("id", id)
                        .param("now", Columns.time(now))
                        .update()
                == 1;
    }

    /** Leaves a letter that was claimed as it was before, because nothing was tried that had to do with it. */
    void putBack(UUID id, UUID owner) {
        jdbc.sql("update letter set state = 'WAITING', lease_owner = null, lease_until = null, attempts = attempts - 1"
                        + " where id = :id and state = 'SENDING' and lease_owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    /** What became of a letter that was claimed; false if the claim had run out and another worker has it. */
    boolean settle(
            UUID id,
            UUID owner,
            LetterState state,
            @Nullable LetterProblem problem,
            @Nullable Instant due,
            Instant now) {
        return jdbc.sql("update letter set state = :state, lease_owner = null, lease_until = null,"
                                + " problem = cast(:problem as varchar), due_at = :due, ended_at = :ended"
                                + " where id = :id and state = 'SENDING' and lease_owner = :owner")
                        .param("state", state.name())
                        .param("problem", problem == null ? null : problem.name())
                        .param("due", Columns.optionalTime(due))
                        .param("ended", state == LetterState.WAITING ? null : Columns.time(now))
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** Marks a letter that has left, or is just leaving, as come back; false if it is neither. */
    boolean bounce(UUID id, Bounce bounce, String words, Instant now) {
        return jdbc.sql("update letter set state = 'BOUNCED', problem = 'BOUNCED', bounce_reason = :reason,"
                                + " bounce_status = cast(:status as varchar), bounce_words = cast(:words as varchar),"
                                + " lease_owner = null, lease_until = null, due_at = null, ended_at = :now"
                                + " where id = :id and state in ('SENT', 'SENDING')")
                        .param("reason", bounce.reason().name())
                        .param("status", bounce.status())
                        .param("words", words.isEmpty() ? null : personal.seal(concerned(id), id, words))
                        .param("now", Columns.time(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Notes that a mail system on the way is still trying; false if the letter is not on its way. */
    boolean delay(UUID id, Instant now) {
        return jdbc.sql("update letter set delayed_at = :now where id = :id and state in ('SENT', 'SENDING')")
                        .param("now", Columns.time(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Lets a letter that has not left wait for the next round, to another address if one is given. */
    void again(Letter letter, @Nullable String address, Instant now) {
        UUID concerned = concerned(letter.id());
        jdbc.sql("update letter set state = 'WAITING', problem = null, ended_at = null, attempts = 0, due_at = :now"
                        + (address == null ? "" : ", address = :address") + " where id = :id")
                .params(address == null ? Map.of() : Map.of("address", personal.seal(concerned, letter.id(), address)))
                .param("now", Columns.time(now))
                .param("id", letter.id())
                .update();
    }

    /** Gives a letter from before letters had any its words. */
    void write(Letter letter, LetterText text, @Nullable String address) {
        UUID concerned = concerned(letter.id());
        jdbc.sql(
                        "update letter set subject = :subject, body = :body, address = cast(:address as varchar) where id = :id")
                .param("subject", personal.seal(concerned, letter.id(), text.subject()))
                .param("body", personal.seal(concerned, letter.id(), text.body()))
                .param("address", sealed(concerned, letter.id(), address))
                .param("id", letter.id())
                .update();
    }

    private UUID concerned(UUID id) {
        return jdbc.sql("select coalesce(customer_id, case_id) from letter where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        String bounced = row.getString("bounce_reason");
        return new Letter(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                LetterKind.valueOf(row.getString("kind")),
                Language.valueOf(row.getString("language")),
                LetterState.valueOf(row.getString("state")),
                row.getBoolean("edited"),
                row.getObject("written_by", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("replacement_id", UUID.class),
                row.getObject("new_card", UUID.class),
                row.getObject("again_of", UUID.class),
                row.getInt("attempts"),
                problem == null ? null : LetterProblem.valueOf(problem),
                Columns.instant(row, "created_at"),
                Columns.optionalInstant(row, "due_at"),
                Columns.optionalInstant(row, "ended_at"),
                bounced == null ? null : new Bounce(BounceReason.valueOf(bounced), row.getString("bounce_status")),
                Columns.optionalInstant(row, "delayed_at"));
    }
}
