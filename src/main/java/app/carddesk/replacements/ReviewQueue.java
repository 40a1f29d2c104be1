package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.access.ForSupervisors;
import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.Contradiction;
import app.carddesk.cases.Contradictions;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Worth;
import app.carddesk.terms.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What supervisors look through: what waits for them, what waits for stock, what happened with and without them. */
@Service
@ForSupervisors
@Transactional(readOnly = true)
public class ReviewQueue {

    private final JdbcClient jdbc;
    private final IssuedCards issued;
    private final Contradictions contradictions;
    private final CaseGuard guard;
    private final PersonalValues personal;
    private final CurrentPerson person;
    private final Clock clock;

    ReviewQueue(
            JdbcClient jdbc,
            IssuedCards issued,
            Contradictions contradictions,
            CaseGuard guard,
            PersonalValues personal,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.issued = issued;
        this.contradictions = contradictions;
        this.guard = guard;
        this.personal = personal;
        this.person = person;
        this.clock = clock;
    }

    /**
     * A request that waits.
     *
     * @param flags the reasons to look twice when it was made
     * @param contradictions what does not fit in the case now
     * @param own whether the person signed in made it, and so cannot decide on it
     */
    public record Waiting(
            UUID id,
            RequestNumber number,
            CaseNumber caseNumber,
            @Nullable Serial serial,
            RequestKind kind,
            Rule rule,
            @Nullable Worth amount,
            Set<ReviewFlag> flags,
            List<Contradiction> contradictions,
            @Nullable StockNeed waitingFor,
            UUID requestedBy,
            boolean own,
            Instant requestedAt) {}

    /**
     * A replacement that was issued without a decision.
     *
     * @param sampled whether it was drawn to be looked at
     * @param look who looked at it since; null if nobody did
     * @param flags what else is a reason to look twice now
     * @param contradictions what does not fit in the case now, though nothing was known when it was issued
     */
    public record IssuedAlone(
            UUID id,
            CaseNumber caseNumber,
            Serial old,
            Serial issued,
            Worth amount,
            boolean sampled,
            @Nullable Look look,
            Set<ReviewFlag> flags,
            List<Contradiction> contradictions,
            UUID by,
            Instant at) {}

    /**
     * That somebody looked at what was drawn to be looked at.
     *
     * @param words what they wrote, if anything
     */
    public record Look(UUID by, Instant at, @Nullable String words) {}

    /**
     * A decision that was taken on a request.
     *
     * @param flags what stood against the request when it was taken
     */
    public record Decided(
            UUID request,
            RequestNumber number,
            CaseNumber caseNumber,
            DecisionOutcome outcome,
            @Nullable Worth amount,
            RequestState state,
            Set<ReviewFlag> flags,
            UUID by,
            Instant at) {}

    /** The requests that wait for a decision, oldest first. */
    public List<Waiting> toDecide(int offset, int limit) {
        return waiting(RequestState.PENDING, offset, limit);
    }

    /** The requests that wait for stock, oldest first. */
    public List<Waiting> waitingForStock(int offset, int limit) {
        return waiting(RequestState.WAITING_FOR_STOCK, offset, limit);
    }

    /** How many requests wait for a decision by the person signed in: their own never do. */
    @ForDesk
    public int countToDecide() {
        return jdbc.sql("""
                        select count(*) from replacement_request
                         where state = 'PENDING' and requested_by <> :person""").param("person", person.id()).query(Integer.class).single();
    }

    /** What was issued within an agent's limit, newest first. */
    public List<IssuedAlone> issuedWithinLimit(int offset, int limit) {
        return issuedAlone("", "p.issued_at desc, p.id desc", offset, limit);
    }

    /** What was drawn to be looked at of it, and nobody has looked at yet, oldest first. */
    public List<IssuedAlone> toLookAt(int offset, int limit) {
        return issuedAlone(" and p.sampled and l.id is null", "p.issued_at, p.id", offset, limit);
    }

    private List<IssuedAlone> issuedAlone(String which, String order, int offset, int limit) {
        return jdbc.sql("""
                        select p.request_id, p.case_id, p.case_number, p.old_serial, p.new_serial, p.unit, p.amount,
                               p.sampled, p.requested_by, p.issued_at, l.id as look, l.looked_by, l.looked_at, l.words
                          from replacement p left join replacement_look l on l.replacement_id = p.id
                         where p.basis = 'WITHIN_LIMIT'""" + which + " order by " + order + " limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new IssuedAlone(
                        row.getObject("request_id", UUID.class),
                        CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                        new Serial(row.getString("old_serial")),
                        new Serial(row.getString("new_serial")),
                        Worth.of(row.getLong("amount"), row.getString("unit")),
                        row.getBoolean("sampled"),
                        look(row),
                        rewritten(row),
                        contradictions(row),
                        row.getObject("requested_by", UUID.class),
                        Columns.instant(row, "issued_at")))
                .list();
    }

    /** The words of a look are few and far between, so each is opened by itself. */
    private @Nullable Look look(ResultSet row) throws SQLException {
        UUID id = row.getObject("look", UUID.class);
        String words = row.getString("words");
        return id == null
                ? null
                : new Look(
                        row.getObject("looked_by", UUID.class),
                        Columns.instant(row, "looked_at"),
                        words == null ? null : personal.reader(List.of(words)).open(words, id));
    }

    /** What was decided, newest first. */
    public List<Decided> decided(int offset, int limit) {
        return jdbc.sql("""
                        select r.id, r.request_number, r.case_number, r.unit, r.amount, r.state,
                               d.outcome, d.flags as flags_then, d.decided_by, d.decided_at
                          from replacement_decision d join replacement_request r on r.id = d.request_id
                         order by d.decided_at desc, d.id desc limit :limit offset :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Decided(
                        row.getObject("id", UUID.class),
                        RequestNumber.parse(row.getString("request_number")).orElseThrow(),
                        CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                        DecisionOutcome.valueOf(row.getString("outcome")),
                        worth(row),
                        RequestState.valueOf(row.getString("state")),
                        RequestRows.flags(row.getString("flags_then")),
                        row.getObject("decided_by", UUID.class),
                        Columns.instant(row, "decided_at")))
                .list();
    }

    /** How many replacements a customer was given in the last twelve months. */
    public int replacementsInAYear(UUID customer) {
        Instant since = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minus(Period.ofMonths(12))
                .toInstant();
        return issued.countOf(customer, since);
    }

    private List<Waiting> waiting(RequestState state, int offset, int limit) {
        UUID me = person.id();
        return jdbc.sql("""
                        select id, request_number, case_id, case_number, serial, kind, rule, unit, amount, flags, waiting_for,
                               requested_by, requested_at
                          from replacement_request where state = :state
                         order by requested_at, id limit :limit offset :offset""")
                .param("state", state.name())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> waiting(row, me))
                .list();
    }

    private Waiting waiting(ResultSet row, UUID me) throws SQLException {
        String serial = row.getString("serial");
        String need = row.getString("waiting_for");
        UUID by = row.getObject("requested_by", UUID.class);
        return new Waiting(
                row.getObject("id", UUID.class),
                RequestNumber.parse(row.getString("request_number")).orElseThrow(),
                CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                serial == null ? null : new Serial(serial),
                RequestKind.valueOf(row.getString("kind")),
                Rule.valueOf(row.getString("rule")),
                worth(row),
                RequestRows.flags(row.getString("flags")),
                contradictions(row),
                need == null ? null : StockNeed.read(need),
                by,
                by.equals(me),
                Columns.instant(row, "requested_at"));
    }

    private Set<ReviewFlag> rewritten(ResultSet row) throws SQLException {
        return guard.isContactRewritten(row.getObject("case_id", UUID.class), Columns.instant(row, "issued_at"))
                ? Set.of(ReviewFlag.CONTACT_REWRITTEN)
                : Set.of();
    }

    private List<Contradiction> contradictions(ResultSet row) throws SQLException {
        return contradictions.of(row.getObject("case_id", UUID.class), row.getObject("requested_by", UUID.class));
    }

    private static @Nullable Worth worth(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return unit == null ? null : Worth.of(row.getLong("amount"), unit);
    }
}
