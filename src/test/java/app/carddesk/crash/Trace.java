package app.carddesk.crash;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Everything an act on a request may leave behind, each counted by one look into the database. */
enum Trace {
    KEY("idempotency where request_key = :key and answer is not null"),
    KEY_WITHOUT_ANSWER("idempotency where answer is null"),
    PENDING("replacement_request where case_id = :case and state = 'PENDING'"),
    WAITING("replacement_request where case_id = :case and state = 'WAITING_FOR_STOCK'"),
    ISSUED("replacement_request where case_id = :case and state = 'ISSUED'"),
    REFUSED("replacement_request where case_id = :case and state = 'REFUSED'"),
    DECISION("replacement_decision d join replacement_request r on r.id = d.request_id where r.case_id = :case"),
    REPLACEMENT("replacement where case_id = :case"),
    ENTRY("ledger_entry where debit = :card and kind = 'REPLACEMENT'"),
    OLD_CARD("card c join ledger_account a on a.card_id = c.id"
            + " where c.id = :card and c.state = 'REPLACED' and a.balance = 0"),
    NEW_CARD("card c join card o on o.replaced_by = c.id join ledger_account a on a.card_id = c.id"
            + " where o.id = :card and c.state = 'ACTIVE' and a.balance = :amount"),
    STOCK_TAKEN("replacement_stock s join card o on o.replaced_by = s.issued_as"
            + " where o.id = :card and s.state = 'TAKEN'"),
    LETTER_ISSUED("letter where case_id = :case and kind = 'REPLACEMENT_ISSUED' and state = 'WAITING'"),
    LETTER_REFUSED("letter where case_id = :case and kind = 'REQUEST_REFUSED' and state = 'WAITING'"),
    CASE_SOLVED("support_case where id = :case and state = 'SOLVED'"),
    CASE_REVIEWED("support_case where id = :case and state = 'WAITING_FOR_REVIEW'"),
    TOLD_MADE("case_timeline where case_id = :case and kind in ('replacement.requested', 'replacement.referred')"),
    TOLD_DECIDED("case_timeline where case_id = :case and kind in ('replacement.overruled', 'replacement.refused')"),
    TOLD_ISSUED("case_timeline where case_id = :case"
            + " and kind in ('replacement.issued', 'replacement.issuedWithinLimit')"),
    TOLD_WAITING("case_timeline where case_id = :case and kind = 'replacement.waitingForStock'"),
    AUDIT_MADE("audit_event where stream = :stream and act = 'request.made'"),
    AUDIT_DECIDED("audit_event where stream = :stream and act = 'request.decided'"),
    AUDIT_ISSUED("audit_event where stream = :stream and act = 'replacement.issued'"),
    AUDIT_WAITING("audit_event where stream = :stream and act = 'request.waiting_for_stock'"),
    AUDIT_REFUSED("audit_event where stream = :stream and act = 'request.refused'");

    private final String rows;

    Trace(String rows) {
        this.rows = rows;
    }

    /** One statement that counts them all, in the order they stand here. */
    static String sql() {
        return Arrays.stream(values())
                .map(trace -> "(select count(*) from " + trace.rows + ")")
                .collect(Collectors.joining(", ", "select ", ""));
    }
}
