package app.carddesk.replacements;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseGuard;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The requests in the database. Every change raises the version; who decides on one must name the version they saw. What
 * people wrote is sealed on its way in, and opened by {@link RequestRows}.
 */
@Repository
class Requests {

    private final JdbcClient jdbc;
    private final RequestRows rows;
    private final CaseGuard guard;
    private final PersonalValues personal;

    Requests(JdbcClient jdbc, RequestRows rows, CaseGuard guard, PersonalValues personal) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.guard = guard;
        this.personal = personal;
    }

    /** The next number of a year; the counter's row is held until the transaction ends, so numbers have no gaps. */
    RequestNumber nextNumber(int year) {
        jdbc.sql("""
                        insert into replacement_request_counter (counted_year, last_number) values (:year, 0)
                        on conflict do nothing""").param("year", year).update();
        jdbc.sql("update replacement_request_counter set last_number = last_number + 1 where counted_year = :year")
                .param("year", year)
                .update();
        int number = jdbc.sql("select last_number from replacement_request_counter where counted_year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
        return new RequestNumber(year, number);
    }

    /**
     * Stores a new request as {@link RequestState#PENDING}.
     *
     * @return false if the card or the case has a live request already
     */
    boolean insert(ReplacementRequest request) {
        return jdbc.sql("""
                        insert into replacement_request (id, request_number, case_id, case_number, card_id, serial,
                            customer_id, contact_version, kind, rule, outcome, unit, amount, flags, words, state,
                            requested_by, requested_at, changed_at, version, live_card, live_case)
                        values (:id, :number, :case, :caseNumber, :card, :serial, :customer, :contact, :kind, :rule,
                            :outcome, :unit, :amount, :flags, :words, 'PENDING', :by, :at, :at, 0, :card, :case)
                        on conflict do nothing""")
                        .param("id", request.id())
                        .param("number", request.number().toString())
                        .param("case", request.caseId())
                        .param("caseNumber", request.caseNumber().toString())
                        .param("card", request.cardId())
                        .param("serial", text(request.serial()))
                        .param("customer", request.customerId())
                        .param("contact", request.contactVersion())
                        .param("kind", request.kind().name())
                        .param("rule", request.rule().name())
                        .param("outcome", request.outcome().name())
                        .param("unit", unit(request.amount()))
                        .param("amount", quantity(request.amount()))
                        .param("flags", written(request.flags()))
                        .param("words", sealed(guard.concerned(request.caseId()), request.id(), request.words()))
                        .param("by", request.requestedBy())
                        .param("at", Columns.time(request.requestedAt()))
                        .update()
                == 1;
    }

    /** Takes over what is true now when a returned request is answered. */
    void renew(ReplacementRequest now, Instant at) {
        change(jdbc.sql("""
                        update replacement_request
                           set state = 'PENDING', card_id = :card, live_card = :card, serial = :serial,
                               customer_id = :customer, contact_version = :contact, kind = :kind, rule = :rule, outcome = :outcome, unit = :unit,
                               amount = :amount, flags = :flags, answer = :answer, changed_at = :at,
                               version = version + 1
                         where id = :id""")
                .param("id", now.id())
                .param("card", now.cardId())
                .param("serial", text(now.serial()))
                .param("customer", now.customerId())
                .param("contact", now.contactVersion())
                .param("kind", now.kind().name())
                .param("rule", now.rule().name())
                .param("outcome", now.outcome().name())
                .param("unit", unit(now.amount()))
                .param("amount", quantity(now.amount()))
                .param("flags", written(now.flags()))
                .param("answer", sealed(guard.concerned(now.caseId()), now.id(), now.answer()))
                .param("at", Columns.time(at)));
    }

    void issued(UUID id, Basis basis, Instant at) {
        change(jdbc.sql("""
                        update replacement_request
                           set state = 'ISSUED', basis = :basis, waiting_for = null, live_case = null,
                               changed_at = :at, version = version + 1
                         where id = :id""").param("id", id).param("basis", basis.name()).param("at", Columns.time(at)));
    }

    void waitingForStock(UUID id, Basis basis, StockNeed need, Instant at) {
        change(jdbc.sql("""
                        update replacement_request
                           set state = 'WAITING_FOR_STOCK', basis = :basis, waiting_for = :need, changed_at = :at,
                               version = version + 1
                         where id = :id""")
                .param("id", id)
                .param("basis", basis.name())
                .param("need", need.written())
                .param("at", Columns.time(at)));
    }

    void returned(UUID id, Instant at) {
        change(jdbc.sql("""
                        update replacement_request set state = 'RETURNED', changed_at = :at, version = version + 1
                         where id = :id""").param("id", id).param("at", Columns.time(at)));
    }

    /**
     * A request that waited goes to a supervisor, once more or after all, because there is now a reason to look twice;
     * the decision will be on the contact as it is now.
     */
    void pending(UUID id, Set<ReviewFlag> flags, CaseGuard.Contact contact, Instant at) {
        change(jdbc.sql("""
                        update replacement_request
                           set state = 'PENDING', basis = null, waiting_for = null, flags = :flags,
                               customer_id = :customer, contact_version = :contact, changed_at = :at,
                               version = version + 1
                         where id = :id""")
                .param("id", id)
                .param("flags", written(flags))
                .param("customer", contact.customer())
                .param("contact", contact.version())
                .param("at", Columns.time(at)));
    }

    /** Ends a request without a replacement; its card and case are free for another one. */
    void ended(UUID id, RequestState state, Instant at) {
        change(jdbc.sql("""
                        update replacement_request
                           set state = :state, basis = null, waiting_for = null, live_card = null, live_case = null,
                               changed_at = :at, version = version + 1
                         where id = :id""").param("id", id).param("state", state.name()).param("at", Columns.time(at)));
    }

    void decided(
            UUID id,
            ReplacementRequest request,
            DecisionOutcome outcome,
            @Nullable String reason,
            UUID by,
            Instant at) {
        jdbc.sql("""
                        insert into replacement_decision
                            (id, request_id, requested_by, decided_by, outcome, reason, decided_at)
                        values (:id, :request, :requestedBy, :by, :outcome, :reason, :at)""")
                .param("id", id)
                .param("request", request.id())
                .param("requestedBy", request.requestedBy())
                .param("by", by)
                .param("outcome", outcome.name())
                .param("reason", sealed(guard.concerned(request.caseId()), id, reason))
                .param("at", Columns.time(at))
                .update();
    }

    /** Links a request to the cards it took and gave. */
    void replaced(UUID id, ReplacementRequest request, Card old, Card issued, Worth moved, Basis basis, Instant at) {
        jdbc.sql("""
                        insert into replacement (id, request_id, case_id, case_number, customer_id, old_card, new_card,
                            old_serial, new_serial, unit, amount, basis, requested_by, issued_at)
                        values (:id, :request, :case, :caseNumber, :customer, :old, :new, :oldSerial, :newSerial, :unit,
                            :amount, :basis, :by, :at)""")
                .param("id", id)
                .param("request", request.id())
                .param("case", request.caseId())
                .param("caseNumber", request.caseNumber().toString())
                .param("customer", request.customerId())
                .param("old", old.id())
                .param("new", issued.id())
                .param("oldSerial", old.serial().value())
                .param("newSerial", issued.serial().value())
                .param("unit", moved.unit())
                .param("amount", moved.quantity())
                .param("basis", basis.name())
                .param("by", request.requestedBy())
                .param("at", Columns.time(at))
                .update();
    }

    Optional<ReplacementRequest> find(UUID id) {
        return rows.find(id);
    }

    /** Reads a request and holds its row until the transaction ends. Always taken before the card's row. */
    Optional<ReplacementRequest> lock(UUID id) {
        boolean there = jdbc.sql("select id from replacement_request where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
        return there ? find(id) : Optional.empty();
    }

    /** The live request of a card or a case, if there is one; an issued one keeps its card. */
    Optional<ReplacementRequest> live(UUID caseId, @Nullable UUID cardId) {
        return rows.live(caseId, cardId);
    }

    /** All requests of a case, newest first. */
    List<ReplacementRequest> ofCase(UUID caseId) {
        return rows.ofCase(caseId);
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

    /** How many replacements a customer was given since a moment. */
    int replacementsOf(UUID customer, Instant since) {
        return jdbc.sql("select count(*) from replacement where customer_id = :customer and issued_at >= :since")
                .param("customer", customer)
                .param("since", Columns.time(since))
                .query(Integer.class)
                .single();
    }

    /** Holds a customer until the transaction ends, so that two requests at the same moment see each other. */
    void holdCustomer(UUID customer) {
        jdbc.sql("insert into replacement_customer (customer_id) values (:customer) on conflict do nothing")
                .param("customer", customer)
                .update();
        jdbc.sql("select customer_id from replacement_customer where customer_id = :customer for update")
                .param("customer", customer)
                .query(UUID.class)
                .single();
    }

    /** Holds whoever makes requests until the transaction ends, so that two under one limit see each other. */
    void holdPerson(UUID person) {
        jdbc.sql("insert into replacement_person (person_id) values (:person) on conflict do nothing")
                .param("person", person)
                .update();
        jdbc.sql("select person_id from replacement_person where person_id = :person for update")
                .param("person", person)
                .query(UUID.class)
                .single();
    }

    private void change(JdbcClient.StatementSpec update) {
        if (update.update() != 1) {
            throw new IllegalStateException("A request vanished while it was held");
        }
    }

    private @Nullable String sealed(UUID concerned, UUID row, @Nullable String words) {
        return words == null ? null : personal.seal(concerned, row, words);
    }

    private static @Nullable String text(@Nullable Serial serial) {
        return serial == null ? null : serial.value();
    }

    private static @Nullable String unit(@Nullable Worth worth) {
        return worth == null ? null : worth.unit();
    }

    private static @Nullable Long quantity(@Nullable Worth worth) {
        return worth == null ? null : worth.quantity();
    }

    private static String written(Set<ReviewFlag> flags) {
        return flags.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
