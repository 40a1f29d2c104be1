package app.carddesk.books;

import app.carddesk.books.BookReport.Figures;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sums of each unit: from the entries of the accounts on the other side, and from the cards. */
@Repository
class Totals {

    /** One line for each unit. The accounts on the other side are few and each side's entries stand in an index. */
    private static final String BY_UNIT = """
            select u.unit, sum(u.issued) as issued, sum(u.corrected) as corrected, sum(u.spent) as spent,
                   sum(u.linked) as linked, sum(u.on_cards) as on_cards, sum(u.replacements) as replacements,
                   sum(u.replaced) as replaced
              from (select o.unit,
                           case when o.kind = 'ISSUER' then -o.net else 0 end as issued,
                           case when o.kind = 'CORRECTION' then -o.net else 0 end as corrected,
                           case when o.kind = 'SPENT' then o.net else 0 end as spent,
                           case when o.kind = 'LINKED' then o.net else 0 end as linked,
                           0 as on_cards, 0 as replacements, 0 as replaced
                      from (select a.unit, a.kind,
                                   (select coalesce(sum(e.amount), 0) from ledger_entry e where e.credit = a.id)
                                   - (select coalesce(sum(e.amount), 0) from ledger_entry e where e.debit = a.id) as net
                              from ledger_account a where a.system_key is not null) o
                    union all
                    select unit, 0, 0, 0, 0, sum(balance), 0, 0 from ledger_account
                     where card_id is not null group by unit
                    union all
                    select unit, 0, 0, 0, 0, 0, count(*), sum(amount) from replacement group by unit) u
             group by u.unit
            """;

    private final JdbcClient jdbc;

    Totals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units that do not add up. */
    List<Figures> differing() {
        return jdbc.sql("select * from (" + BY_UNIT
                        + ") t where t.issued + t.corrected - t.spent - t.linked <> t.on_cards"
                        + " order by t.unit limit " + (BookReport.SHOWN + 1))
                .query((row, number) -> read(row))
                .list();
    }

    /** Every currency, and all content items together. */
    List<Figures> all() {
        return jdbc.sql("""
                        select case when t.unit like 'item:%' then 'item' else t.unit end as unit,
                               sum(t.issued) as issued, sum(t.corrected) as corrected, sum(t.spent) as spent,
                               sum(t.linked) as linked, sum(t.on_cards) as on_cards,
                               sum(t.replacements) as replacements, sum(t.replaced) as replaced
                          from (""" + BY_UNIT + """
                               ) t
                         group by case when t.unit like 'item:%' then 'item' else t.unit end
                         order by 1""").query((row, number) -> read(row)).list();
    }

    private static Figures read(ResultSet row) throws SQLException {
        return new Figures(
                row.getString("unit"),
                whole(row, "issued"),
                whole(row, "corrected"),
                whole(row, "spent"),
                whole(row, "linked"),
                whole(row, "on_cards"),
                row.getLong("replacements"),
                whole(row, "replaced"));
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
