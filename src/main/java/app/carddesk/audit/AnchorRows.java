package app.carddesk.audit;

import app.carddesk.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The anchors in the database. */
@Repository
class AnchorRows {

    private static final String ANCHOR =
            "select anchor_number, at, previous_hash, heads, heads_hash, anchor_hash from audit_anchor";

    private final JdbcClient jdbc;

    AnchorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An anchor's row.
     *
     * @param count how many heads it says it fixes
     */
    record Row(long number, Instant at, byte[] previous, int count, byte[] headsHash, byte[] hash) {}

    /** Waits for other nodes that anchor; until the transaction ends only this one does. */
    void takeTurn() {
        jdbc.sql("select id from audit_anchor_turn where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    Optional<Row> last() {
        return jdbc.sql(ANCHOR + " order by anchor_number desc limit 1")
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Row> find(long number) {
        return jdbc.sql(ANCHOR + " where anchor_number = :number")
                .param("number", number)
                .query((row, n) -> read(row))
                .optional();
    }

    List<Row> after(long number, int limit) {
        return jdbc.sql(ANCHOR + " where anchor_number > :number order by anchor_number limit " + limit)
                .param("number", number)
                .query((row, n) -> read(row))
                .list();
    }

    List<Head> heads(long number) {
        return jdbc.sql("select stream, seq, event_hash from audit_anchor_head where anchor_number = :number")
                .param("number", number)
                .query((row, n) -> ChainRows.head(row))
                .list();
    }

    /** Heads that moved at or after a moment and that no anchor fixes. */
    List<Head> unanchored(Instant since, int limit) {
        return jdbc.sql(
                        "select h.stream, h.seq, h.event_hash from audit_head h where h.changed_at >= :since and h.seq > 0"
                                + " and not exists (select 1 from audit_anchor_head a where a.stream = h.stream and a.seq ="
                                + " h.seq) order by h.stream limit " + limit)
                .param("since", Columns.time(since))
                .query((row, n) -> ChainRows.head(row))
                .list();
    }

    void add(Anchor anchor) {
        jdbc.sql("insert into audit_anchor (anchor_number, at, heads, heads_hash, previous_hash, anchor_hash) values"
                        + " (:number, :at, :heads, :headsHash, :previous, :hash)")
                .param("number", anchor.number())
                .param("at", Columns.time(anchor.at()))
                .param("heads", anchor.heads().size())
                .param("headsHash", anchor.headsHash())
                .param("previous", anchor.previous())
                .param("hash", anchor.hash())
                .update();
        for (Head head : anchor.heads()) {
            jdbc.sql("insert into audit_anchor_head (anchor_number, stream, seq, event_hash) values (:number, :stream,"
                            + " :seq, :hash)")
                    .param("number", anchor.number())
                    .param("stream", head.stream())
                    .param("seq", head.sequence())
                    .param("hash", head.hash())
                    .update();
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("anchor_number"),
                Columns.instant(row, "at"),
                row.getBytes("previous_hash"),
                row.getInt("heads"),
                row.getBytes("heads_hash"),
                row.getBytes("anchor_hash"));
    }
}
