package app.carddesk.cards;

import app.carddesk.access.ForDesk;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Worth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a card's balance came about. */
@Service
@ForDesk
@Transactional(readOnly = true)
public class Journal {

    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param in whether the amount came onto the card; otherwise it left
     * @param balance what stood on the card afterwards
     * @param other the card on the other side, if there is one
     * @param reference what it belongs to, for example a request
     * @param correction who corrected and why, where the entry is a correction
     * @param reversed whether a later entry took this one back
     */
    public record Entry(
            UUID id,
            Instant at,
            EntryKind kind,
            Worth amount,
            boolean in,
            Worth balance,
            @Nullable Serial other,
            @Nullable UUID reference,
            UUID actor,
            @Nullable Corrected correction,
            boolean reversed) {}

    /** The two people behind a correction, and their reason. */
    public record Corrected(CorrectionReason reason, String words, UUID askedBy, UUID confirmedBy) {}

    /** The entries of a card, the oldest first. */
    public List<Entry> of(UUID card) {
        long[] balance = {0};
        return jdbc.sql("""
                select m.id, m.at, m.kind, m.amount, m.unit, m.incoming, m.reference, m.actor, other.serial,
                       c.reason, c.words, c.asked_by, c.closed_by, back.correction_id as reversed_by
                  from (select id, at, kind, amount, unit, 1 as incoming, reference, actor, correction,
                               debit as other_side
                          from ledger_entry where credit = :card
                        union all
                        select id, at, kind, amount, unit, 0, reference, actor, correction, credit
                          from ledger_entry where debit = :card) m
                  left join card other on other.id = m.other_side
                  left join card_correction c on c.id = m.correction
                  left join card_correction_confirmation back on back.reverses = m.id
                 order by m.at, m.id
                """)
                .param("card", card)
                .query((row, number) -> entry(row, balance))
                .list();
    }

    private static Entry entry(ResultSet row, long[] balance) throws SQLException {
        boolean in = row.getInt("incoming") == 1;
        long amount = row.getLong("amount");
        String unit = row.getString("unit");
        balance[0] += in ? amount : -amount;
        String other = row.getString("serial");
        String reason = row.getString("reason");
        return new Entry(
                row.getObject("id", UUID.class),
                Columns.instant(row, "at"),
                EntryKind.valueOf(row.getString("kind")),
                Worth.of(amount, unit),
                in,
                Worth.of(balance[0], unit),
                other == null ? null : new Serial(other),
                row.getObject("reference", UUID.class),
                row.getObject("actor", UUID.class),
                reason == null
                        ? null
                        : new Corrected(
                                CorrectionReason.valueOf(reason),
                                row.getString("words"),
                                row.getObject("asked_by", UUID.class),
                                row.getObject("closed_by", UUID.class)),
                row.getObject("reversed_by", UUID.class) != null);
    }
}
