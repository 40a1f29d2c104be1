package app.carddesk.cases;

import app.carddesk.access.ForDesk;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the same receipt in other cases: the same number, and the same date or the same amount. A number alone is not
 * enough, since every till counts from one; a missing number never matches. This informs and refuses nobody.
 */
@Service
@ForDesk
@Transactional(readOnly = true)
public class Receipts {

    /** The most cases that are named. */
    static final int MOST = 20;

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Other cases with this case's receipt, the newest first; at most {@value #MOST}. */
    public List<SameReceipt> same(UUID caseId) {
        return jdbc.sql("""
                select o.id, o.case_year, o.case_sequence, o.purchase_date = c.purchase_date as same_date,
                       o.purchase_amount = c.purchase_amount and o.purchase_currency = c.purchase_currency as same_amount
                from support_case c join support_case o on o.receipt_key = c.receipt_key and o.id <> c.id
                where c.id = :id and c.receipt_key <> ''
                  and (o.purchase_date = c.purchase_date
                       or o.purchase_amount = c.purchase_amount and o.purchase_currency = c.purchase_currency)
                order by o.opened_at desc, o.id limit :most
                """)
                .param("id", caseId)
                .param("most", MOST)
                .query((row, number) -> new SameReceipt(
                        Rows.uuid(row, "id"),
                        new CaseNumber(row.getInt("case_year"), row.getInt("case_sequence")),
                        by(row.getBoolean("same_date"), row.getBoolean("same_amount"))))
                .list();
    }

    private static SameReceipt.By by(boolean date, boolean amount) {
        return date && amount ? SameReceipt.By.BOTH : date ? SameReceipt.By.DATE : SameReceipt.By.AMOUNT;
    }
}
