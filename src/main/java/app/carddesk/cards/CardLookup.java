package app.carddesk.cards;

import app.carddesk.access.ForDesk;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Columns;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds cards from what a customer reads out: exact, then by beginning, then through look-alike characters. */
@Service
@ForDesk
// No transaction: each statement stands for itself, and at READ COMMITTED a transaction would only add its end.
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class CardLookup {

    /** The most hits on one page. */
    public static final int PAGE = 50;

    private static final Pattern SEARCHABLE = Pattern.compile("[A-WYZ0-9][A-Z0-9]{0,31}");

    /** Rows read at first after a jump; most jumps land on one or two. */
    private static final int STRIDE_AFTER_JUMP = 8;

    private static final int LONGEST_STRIDE = 128;

    private static final String SELECT = """
            select c.serial, c.kind, c.region, c.unit, c.retailer, c.state, c.expiry, a.balance
              from card c
              join ledger_account a on a.card_id = c.id
            """;

    /** Both are ranges: a bound pattern for {@code like} would not use the index. */
    static final String BEGINNINGS = SELECT + """
             where c.serial >= :from and c.serial < :end and c.serial > :after
             order by c.serial limit :limit
            """;

    static final String LOOK_ALIKES = SELECT + """
             where c.serial_folded >= :from and c.serial_folded < :end
               and (c.serial_folded > :from or c.serial > :after)
             order by c.serial_folded, c.serial limit :limit
            """;

    private final JdbcClient jdbc;

    CardLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first page of hits for what was typed. Case, blanks and dashes are ignored. A value that begins like a
     * redemption code finds nothing.
     */
    public Page find(String typed) {
        return page(RedemptionCodes.normalize(typed), null);
    }

    /** The page after {@code cursor}. */
    public Page find(String typed, Cursor cursor) {
        return page(RedemptionCodes.normalize(typed), cursor);
    }

    /**
     * @param next where the next page begins, or null if this is the last
     */
    public record Page(List<Hit> hits, @Nullable Cursor next) {}

    /** Where a page begins: after this serial, within this kind of match. */
    public record Cursor(Match match, String after) {}

    /**
     * @param differing the positions, counted from 0, where the serial differs from what was typed
     */
    public record Hit(
            Serial serial,
            CardKind kind,
            Region soldIn,
            @Nullable String retailer,
            CardState state,
            Worth balance,
            @Nullable LocalDate expiry,
            Match match,
            Set<Integer> differing) {}

    /** How a hit matches, best first. */
    public enum Match {
        EXACT,
        BEGINNING,
        LOOK_ALIKE
    }

    private Page page(String typed, @Nullable Cursor cursor) {
        if (!SEARCHABLE.matcher(typed).matches()) {
            // Among others everything that begins with X: no serial does, and a code must not reach the database.
            return new Page(List.of(), null);
        }
        List<Hit> hits = new ArrayList<>();
        // One more than the page holds tells whether there is a next one, without counting.
        int wanted = PAGE + 1;
        if (cursor == null || cursor.match() != Match.LOOK_ALIKE) {
            hits.addAll(beginnings(typed, cursor == null ? null : cursor.after(), wanted));
        }
        if (hits.size() < wanted) {
            String after = cursor != null && cursor.match() == Match.LOOK_ALIKE ? cursor.after() : null;
            hits.addAll(lookAlikes(typed, after, wanted - hits.size()));
        }
        if (hits.size() < wanted) {
            return new Page(List.copyOf(hits), null);
        }
        Hit last = hits.get(PAGE - 1);
        return new Page(
                List.copyOf(hits.subList(0, PAGE)),
                new Cursor(last.match(), last.serial().value()));
    }

    /** The exact hit is the first of its own beginnings. */
    private List<Hit> beginnings(String typed, @Nullable String after, int limit) {
        return read(BEGINNINGS, typed, typed + '~', after == null ? "" : after, limit)
                .query((row, number) ->
                        hit(row, typed, row.getString("serial").equals(typed) ? Match.EXACT : Match.BEGINNING))
                .list();
    }

    /**
     * Walks the index of folded serials: reads on while rows match and jumps where they do not. What begins exactly as
     * typed stands among them and is left out; there are no more of those than the pages before have shown.
     */
    private List<Hit> lookAlikes(String typed, @Nullable String after, int limit) {
        LookAlikes.Pattern pattern = LookAlikes.Pattern.of(typed);
        List<Hit> found = new ArrayList<>();
        String folded = after == null ? pattern.first() : LookAlikes.fold(after);
        String serial = after == null ? "" : after;
        int stride = limit;
        while (true) {
            List<Hit> rows = read(LOOK_ALIKES, folded, pattern.end(), serial, stride)
                    .query((row, number) -> hit(row, typed, Match.LOOK_ALIKE))
                    .list();
            String jump = null;
            for (Hit row : rows) {
                String read = LookAlikes.fold(row.serial().value());
                if (!pattern.matches(read)) {
                    jump = pattern.next(read);
                    if (jump == null) {
                        return found;
                    }
                    break;
                }
                if (!row.serial().value().startsWith(typed)) {
                    found.add(row);
                    if (found.size() == limit) {
                        return found;
                    }
                }
            }
            if (jump != null) {
                folded = jump;
                serial = "";
                stride = STRIDE_AFTER_JUMP;
            } else if (rows.size() < stride) {
                return found;
            } else {
                serial = rows.getLast().serial().value();
                folded = LookAlikes.fold(serial);
                stride = Math.min(LONGEST_STRIDE, stride * 2);
            }
        }
    }

    private JdbcClient.StatementSpec read(String sql, String from, String end, String after, int limit) {
        return jdbc.sql(sql)
                .param("from", from)
                .param("end", end)
                .param("after", after)
                .param("limit", limit);
    }

    private static Hit hit(ResultSet row, String typed, Match match) throws SQLException {
        String serial = row.getString("serial");
        return new Hit(
                new Serial(serial),
                CardKind.valueOf(row.getString("kind")),
                new Region(row.getString("region")),
                row.getString("retailer"),
                CardState.valueOf(row.getString("state")),
                Worth.of(row.getLong("balance"), row.getString("unit")),
                Columns.optionalDate(row, "expiry"),
                match,
                LookAlikes.differing(serial, typed));
    }
}
