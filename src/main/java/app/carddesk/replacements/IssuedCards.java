package app.carddesk.replacements;

import app.carddesk.cards.Card;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was issued: each request that came to that, with the cards it took and gave. */
@Repository
class IssuedCards {

    private final JdbcClient jdbc;

    IssuedCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sampled whether it was drawn to be looked at afterwards */
    void add(
            UUID id,
            ReplacementRequest request,
            Card old,
            Card issued,
            Worth moved,
            Basis basis,
            boolean sampled,
            Instant at) {
        jdbc.sql("""
                        insert into replacement (id, request_id, case_id, case_number, customer_id, old_card, new_card,
                            old_serial, new_serial, unit, amount, basis, requested_by, sampled, issued_at)
                        values (:id, :request, :case, :caseNumber, :customer, :old, :new, :oldSerial, :newSerial, :unit,
                            :amount, :basis, :by, :sampled, :at)""")
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
                .param("sampled", sampled)
                .param("at", Columns.time(at))
                .update();
    }

    /** How many a customer was given since a moment. */
    int countOf(UUID customer, Instant since) {
        return jdbc.sql("select count(*) from replacement where customer_id = :customer and issued_at >= :since")
                .param("customer", customer)
                .param("since", Columns.time(since))
                .query(Integer.class)
                .single();
    }
}
