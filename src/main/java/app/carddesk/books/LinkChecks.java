package app.carddesk.books;

import app.carddesk.books.BookReport.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checks of what belongs together: entries and replacements, stock and cards, requests, corrections. */
@Repository
class LinkChecks {

    /** Each names its subject, is one statement and ends after the findings that are told. */
    private static final List<Map.Entry<BookCheck, String>> CHECKS = List.of(
            Map.entry(BookCheck.REPLACEMENT_WITHOUT_ENTRY, """
                    select r.new_serial as subject from replacement r
                     where not exists (select 1 from ledger_entry e
                            where e.debit = r.old_card and e.credit = r.new_card and e.kind = 'REPLACEMENT'
                              and e.amount = r.amount and e.unit = r.unit and e.reference = r.request_id)
                     order by r.id"""),
            Map.entry(BookCheck.ENTRY_WITHOUT_REPLACEMENT, """
                    select coalesce(c.serial, cast(e.id as varchar)) as subject
                      from ledger_entry e left join card c on c.id = e.debit
                     where e.kind = 'REPLACEMENT'
                       and (c.id is null or c.replaced_by is null or c.replaced_by <> e.credit
                            or (exists (select 1 from replacement_request q where q.id = e.reference)
                                and not exists (select 1 from replacement r
                                       where r.request_id = e.reference and r.old_card = e.debit
                                         and r.new_card = e.credit)))
                     order by e.id"""),
            Map.entry(BookCheck.TAKEN_WITHOUT_CARD, """
                    select s.serial as subject from replacement_stock s
                     where s.state = 'TAKEN'
                       and not exists (select 1 from card c where c.id = s.issued_as and c.serial = s.serial)
                     order by s.id"""),
            Map.entry(BookCheck.AVAILABLE_AND_ISSUED, """
                    select s.serial as subject from replacement_stock s join card c on c.serial = s.serial
                     where s.state = 'AVAILABLE' order by s.id"""),
            Map.entry(BookCheck.REQUEST_FOR_GONE_CARD, """
                    select q.request_number as subject
                      from replacement_request q left join card c on c.id = q.card_id
                     where q.state in ('PENDING', 'RETURNED', 'WAITING_FOR_STOCK') and q.card_id is not null
                       and (c.id is null or c.state = 'REPLACED')
                     order by q.id"""),
            Map.entry(BookCheck.ISSUED_WITHOUT_REPLACEMENT, """
                    select q.request_number as subject
                      from replacement_request q left join replacement r on r.request_id = q.id
                     where (q.state = 'ISSUED' and r.id is null) or (q.state <> 'ISSUED' and r.id is not null)
                     order by q.id"""),
            Map.entry(BookCheck.CORRECTION_WITHOUT_ENTRY, """
                    select c.serial as subject from card_correction k join card c on c.id = k.card_id
                     where k.state = 'CONFIRMED'
                       and not exists (select 1 from ledger_entry e
                            where e.correction = k.id and e.unit = k.unit
                              and e.amount = abs(k.balance_after - k.balance_before)
                              and (case when k.balance_after > k.balance_before then e.credit else e.debit end)
                                  = k.card_id)
                     order by k.id"""),
            Map.entry(BookCheck.REVERSAL_IS_NOT_OPPOSITE, """
                    select c.serial as subject
                      from card_correction_confirmation f
                      join card_correction k on k.id = f.correction_id
                      join card c on c.id = k.card_id
                      join ledger_entry was on was.id = f.reverses
                      left join ledger_entry back on back.correction = f.correction_id
                     where back.id is null or back.kind <> 'REVERSAL' or back.debit <> was.credit
                        or back.credit <> was.debit or back.amount <> was.amount
                     order by f.correction_id"""));

    private final JdbcClient jdbc;

    LinkChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static int count() {
        return CHECKS.size();
    }

    /**
     * @param done told after each check
     */
    void run(Consumer<Finding> findings, Runnable done) {
        for (Map.Entry<BookCheck, String> check : CHECKS) {
            jdbc.sql(check.getValue() + " limit " + (BookReport.SHOWN + 1))
                    .query(String.class)
                    .list()
                    .forEach(subject -> findings.accept(new Finding(check.getKey(), subject, null, null)));
            done.run();
        }
    }
}
