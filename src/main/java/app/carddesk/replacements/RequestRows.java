package app.carddesk.replacements;

import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseNumber;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Worth;
import app.carddesk.terms.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests with their decisions as they are read: two statements, and one more where something is sealed. */
@Repository
class RequestRows {

    private static final String SELECT = """
            select r.*, p.new_serial
              from replacement_request r left join replacement p on p.request_id = r.id
            """;

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final PersonalValues personal;

    RequestRows(JdbcClient jdbc, Decisions decisions, PersonalValues personal) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.personal = personal;
    }

    Optional<ReplacementRequest> find(UUID id) {
        return read(jdbc.sql(SELECT + " where r.id = :id").param("id", id)).stream()
                .findFirst();
    }

    /** The live request of a card or a case, if there is one; an issued one keeps its card. */
    Optional<ReplacementRequest> live(UUID caseId, @Nullable UUID cardId) {
        return read(jdbc.sql(SELECT + """
                         where r.live_case = :case or r.live_card = :card
                         order by r.requested_at, r.id limit 1""").param("case", caseId).param("card", cardId)).stream()
                .findFirst();
    }

    /** All requests of a case, newest first. */
    List<ReplacementRequest> ofCase(UUID caseId) {
        return read(jdbc.sql(SELECT + " where r.case_id = :case order by r.requested_at desc, r.id desc")
                .param("case", caseId));
    }

    /** The requests that wait for stock, oldest first. */
    List<UUID> waitingForStock() {
        return jdbc.sql("""
                        select id from replacement_request where state = 'WAITING_FOR_STOCK'
                         order by requested_at, id""").query(UUID.class).list();
    }

    /** The requests that wait, for stock or a decision, and whose letter would go to this customer or about this case. */
    List<UUID> waitingFor(UUID customer, UUID caseId) {
        return jdbc.sql("""
                        select id from replacement_request
                         where state in ('WAITING_FOR_STOCK', 'PENDING') and (customer_id = :customer or case_id = :case)
                         order by requested_at, id""")
                .param("customer", customer)
                .param("case", caseId)
                .query(UUID.class)
                .list();
    }

    /** The case of a request, which never changes; read before anything is held. */
    Optional<UUID> caseOf(UUID id) {
        return jdbc.sql("select case_id from replacement_request where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    private List<ReplacementRequest> read(JdbcClient.StatementSpec query) {
        List<ReplacementRequest> sealed =
                query.query((row, number) -> read(row)).list();
        if (sealed.isEmpty()) {
            return sealed;
        }
        List<Decisions.Sealed> taken =
                decisions.on(sealed.stream().map(ReplacementRequest::id).toList());
        PersonalValues.Reader reader = personal.reader(Stream.concat(
                        sealed.stream().flatMap(request -> Stream.of(request.words(), request.answer())),
                        taken.stream().map(Decisions.Sealed::reason))
                .toList());
        Map<UUID, List<ReplacementRequest.Taken>> opened = taken.stream()
                .collect(Collectors.groupingBy(
                        Decisions.Sealed::request,
                        Collectors.mapping(decision -> decision.opened(reader), Collectors.toList())));
        return sealed.stream()
                .map(request -> opened(request, reader, opened.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private static ReplacementRequest read(ResultSet row) throws SQLException {
        String serial = row.getString("serial");
        String unit = row.getString("unit");
        String basis = row.getString("basis");
        String waitingFor = row.getString("waiting_for");
        String issued = row.getString("new_serial");
        return new ReplacementRequest(
                row.getObject("id", UUID.class),
                RequestNumber.parse(row.getString("request_number")).orElseThrow(),
                row.getObject("case_id", UUID.class),
                CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                row.getObject("card_id", UUID.class),
                serial == null ? null : new Serial(serial),
                row.getObject("customer_id", UUID.class),
                row.getObject("contact_version", Long.class),
                RequestKind.valueOf(row.getString("kind")),
                Rule.valueOf(row.getString("rule")),
                unit == null ? null : Worth.of(row.getLong("amount"), unit),
                flags(row.getString("flags")),
                row.getString("words"),
                row.getString("answer"),
                RequestState.valueOf(row.getString("state")),
                basis == null ? null : Basis.valueOf(basis),
                waitingFor == null ? null : StockNeed.read(waitingFor),
                issued == null ? null : new Serial(issued),
                row.getObject("requested_by", UUID.class),
                Columns.instant(row, "requested_at"),
                row.getLong("version"),
                List.of());
    }

    private static ReplacementRequest opened(
            ReplacementRequest sealed, PersonalValues.Reader reader, List<ReplacementRequest.Taken> decisions) {
        return new ReplacementRequest(
                sealed.id(),
                sealed.number(),
                sealed.caseId(),
                sealed.caseNumber(),
                sealed.cardId(),
                sealed.serial(),
                sealed.customerId(),
                sealed.contactVersion(),
                sealed.kind(),
                sealed.rule(),
                sealed.amount(),
                sealed.flags(),
                reader.openOrNull(sealed.words(), sealed.id()),
                reader.openOrNull(sealed.answer(), sealed.id()),
                sealed.state(),
                sealed.basis(),
                sealed.waitingFor(),
                sealed.issued(),
                sealed.requestedBy(),
                sealed.requestedAt(),
                sealed.version(),
                decisions);
    }

    static Set<ReviewFlag> flags(String written) {
        return written.isEmpty()
                ? Set.of()
                : Arrays.stream(written.split(",", -1))
                        .map(ReviewFlag::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReviewFlag.class)));
    }
}
