package app.carddesk.replacements;

import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseGuard;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes requests. Every change raises the version; who decides on one must name the version they saw. What people wrote
 * is sealed on its way in, and opened by {@link RequestRows}.
 */
@Repository
class Requests {

    private final JdbcClient jdbc;
    private final CaseGuard guard;
    private final PersonalValues personal;

    Requests(JdbcClient jdbc, CaseGuard guard, PersonalValues personal) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.personal = personal;
    }

    /**
     * Stores a new request as {@link RequestState#PENDING}.
     *
     * @return false if the card or the case has a live request already
     */
    boolean insert(ReplacementRequest request) {
        return withMatter(jdbc.sql("""
                        insert into replacement_request (id, request_number, case_id, case_number, card_id, serial,
                            customer_id, contact_version, kind, rule, outcome, unit, amount, flags, words, state,
                            requested_by, requested_at, changed_at, version, live_card, live_case)
                        values (:id, :number, :case, :caseNumber, :card, :serial, :customer, :contact, :kind, :rule,
                            :outcome, :unit, :amount, :flags, :words, 'PENDING', :by, :at, :at, 0, :card, :case)
                        on conflict do nothing"""), request)
                        .param("id", request.id())
                        .param("number", request.number().toString())
                        .param("case", request.caseId())
                        .param("caseNumber", request.caseNumber().toString())
                        .param("words", sealed(guard.concerned(request.caseId()), request.id(), request.words()))
                        .param("by", request.requestedBy())
                        .param("at", Columns.time(request.requestedAt()))
                        .update()
                == 1;
    }

    /** Takes over what is true now when a returned request is answered. */
    void renew(ReplacementRequest now, Instant at) {
        change(withMatter(jdbc.sql("""
                        update replacement_request
                           set state = 'PENDING', card_id = :card, live_card = :card, serial = :serial,
                               customer_id = :customer, contact_version = :contact, kind = :kind, rule = :rule,
                               outcome = :outcome, unit = :unit, amount = :amount, flags = :flags, answer = :answer,
                               changed_at = :at, version = version + 1
                         where id = :id"""), now)
                .param("id", now.id())
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

    private void change(JdbcClient.StatementSpec update) {
        if (update.update() != 1) {
            throw new IllegalStateException("A request vanished while it was held");
        }
    }

    /** What a request is about and whom it concerns, as it is told when it is made and when it is renewed. */
    private static JdbcClient.StatementSpec withMatter(JdbcClient.StatementSpec write, ReplacementRequest request) {
        return write.param("card", request.cardId())
                .param("serial", text(request.serial()))
                .param("customer", request.customerId())
                .param("contact", request.contactVersion())
                .param("kind", request.kind().name())
                .param("rule", request.rule().name())
                .param("outcome", request.outcome().name())
                .param("unit", unit(request.amount()))
                .param("amount", quantity(request.amount()))
                .param("flags", written(request.flags()));
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

    static String written(Set<ReviewFlag> flags) {
        return flags.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
