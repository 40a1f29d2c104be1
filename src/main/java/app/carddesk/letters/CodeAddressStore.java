package app.carddesk.letters;

import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseNumber;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests about the addresses of codes, and what was decided on them, which is never changed. */
@Repository
class CodeAddressStore {

    private static final String SELECT = """
            select r.*, d.decided_by, d.decided_at, d.words as decision_words
              from code_address_request r left join code_address_decision d on d.address_request_id = r.id
            """;

    private final JdbcClient jdbc;
    private final CaseGuard guard;
    private final PersonalValues personal;

    CodeAddressStore(JdbcClient jdbc, CaseGuard guard, PersonalValues personal) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.personal = personal;
    }

    /** Stores a new request; false if the code has one that waits. */
    boolean insert(CodeAddressRequest asked) {
        UUID concerned = guard.concerned(asked.caseId());
        return jdbc.sql("""
                        insert into code_address_request (id, replacement_id, request_id, replaced_for, case_id,
                            case_number, kind, address, words, state, requested_by, requested_at, version,
                            live_replacement)
                        values (:id, :replacement, :request, :for, :case, :number, :kind, :address, :words, 'ASKED',
                            :by, :at, 0, :replacement)
                        on conflict do nothing""")
                        .param("id", asked.id())
                        .param("replacement", asked.replacement())
                        .param("request", asked.request())
                        .param("for", asked.replacedFor())
                        .param("case", asked.caseId())
                        .param("number", asked.caseNumber().toString())
                        .param("kind", asked.kind().name())
                        .param("address", personal.seal(concerned, asked.id(), asked.address()))
                        .param("words", personal.seal(concerned, asked.id(), asked.words()))
                        .param("by", asked.by())
                        .param("at", Columns.time(asked.at()))
                        .update()
                == 1;
    }

    /** Adds the decision; the database refuses one by whoever asked for this or for the replacement. */
    void decided(CodeAddressRequest asked, CodeAddressState outcome, @Nullable String words, UUID by, Instant at) {
        jdbc.sql("""
                        insert into code_address_decision
                            (address_request_id, requested_by, replaced_for, decided_by, outcome, words, decided_at)
                        values (:id, :requestedBy, :for, :by, :outcome, cast(:words as varchar), :at)""")
                .param("id", asked.id())
                .param("requestedBy", asked.by())
                .param("for", asked.replacedFor())
                .param("by", by)
                .param("outcome", outcome.name())
                .param(
                        "words",
                        words == null ? null : personal.seal(guard.concerned(asked.caseId()), asked.id(), words))
                .param("at", Columns.time(at))
                .update();
        closed(asked.id(), outcome, at);
    }

    void closed(UUID id, CodeAddressState state, Instant at) {
        int rows = jdbc.sql("""
                        update code_address_request
                           set state = :state, closed_at = :at, live_replacement = null, version = version + 1
                         where id = :id and state = 'ASKED'""")
                .param("state", state.name())
                .param("at", Columns.time(at))
                .param("id", id)
                .update();
        if (rows != 1) {
            throw new IllegalStateException("A request was closed while it was held");
        }
    }

    Optional<CodeAddressRequest> find(UUID id) {
        return read(jdbc.sql(SELECT + " where r.id = :id").param("id", id)).stream()
                .findFirst();
    }

    /** Holds a request until the transaction ends. Taken after its case. */
    Optional<CodeAddressRequest> lock(UUID id) {
        return jdbc.sql("select id from code_address_request where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** The case of a request, which never changes; read before anything is held. */
    Optional<UUID> caseOf(UUID id) {
        return jdbc.sql("select case_id from code_address_request where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** All that were made about the code of a replacement, newest first. */
    List<CodeAddressRequest> of(UUID replacement) {
        return read(jdbc.sql(SELECT + " where r.replacement_id = :id order by r.requested_at desc, r.id desc")
                .param("id", replacement));
    }

    List<CodeAddressRequest> ofCase(UUID caseId) {
        return read(jdbc.sql(SELECT + " where r.case_id = :id order by r.requested_at desc, r.id desc")
                .param("id", caseId));
    }

    /** Those that wait for a decision, oldest first. */
    List<CodeAddressRequest> waiting() {
        return read(jdbc.sql(SELECT + " where r.state = 'ASKED' order by r.requested_at, r.id"));
    }

    int countForOthers(UUID person) {
        return jdbc.sql("""
                        select count(*) from code_address_request
                         where state = 'ASKED' and requested_by <> :me and replaced_for <> :me""").param("me", person).query(Integer.class).single();
    }

    private List<CodeAddressRequest> read(JdbcClient.StatementSpec query) {
        List<CodeAddressRequest> sealed =
                query.query((row, number) -> read(row)).list();
        PersonalValues.Reader reader = personal.reader(sealed.stream()
                .flatMap(one -> Stream.of(
                        one.address(),
                        one.words(),
                        one.decision() == null ? null : one.decision().words()))
                .toList());
        return sealed.stream().map(one -> opened(one, reader)).toList();
    }

    private static CodeAddressRequest opened(CodeAddressRequest sealed, PersonalValues.Reader reader) {
        CodeAddressRequest.Taken taken = sealed.decision();
        return new CodeAddressRequest(
                sealed.id(),
                sealed.replacement(),
                sealed.request(),
                sealed.replacedFor(),
                sealed.caseId(),
                sealed.caseNumber(),
                sealed.kind(),
                reader.open(sealed.address(), sealed.id()),
                reader.open(sealed.words(), sealed.id()),
                sealed.state(),
                sealed.by(),
                sealed.at(),
                sealed.version(),
                taken == null
                        ? null
                        : new CodeAddressRequest.Taken(
                                taken.by(), taken.at(), reader.openOrNull(taken.words(), sealed.id())));
    }

    private static CodeAddressRequest read(ResultSet row) throws SQLException {
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        return new CodeAddressRequest(
                row.getObject("id", UUID.class),
                row.getObject("replacement_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("replaced_for", UUID.class),
                row.getObject("case_id", UUID.class),
                CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                CodeAddressKind.valueOf(row.getString("kind")),
                row.getString("address"),
                row.getString("words"),
                CodeAddressState.valueOf(row.getString("state")),
                row.getObject("requested_by", UUID.class),
                Columns.instant(row, "requested_at"),
                row.getLong("version"),
                decidedBy == null
                        ? null
                        : new CodeAddressRequest.Taken(
                                decidedBy, Columns.instant(row, "decided_at"), row.getString("decision_words")));
    }
}
