package app.carddesk.evidence.store;

import app.carddesk.shared.Columns;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each content, which is locked by whoever writes or removes that content until their commit. */
@Repository
class ContentRows {

    /** Each turn is lost to another transaction's commit; nobody loses so often to commits that take their time. */
    private static final int TURNS = 100;

    private static final String NAMED = """
            (exists (select 1 from proof_page where copy = o.address)
             or exists (select 1 from proof_page where thumbnail = o.address)
             or exists (select 1 from proof where original = o.address))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ContentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Locks the row of a content that is about to be written under a key, making it where there is none. */
    void hold(String address, long bytes, String keyId) {
        until(() -> written(address, bytes, keyId) || insert(address, bytes, keyId));
    }

    /** Locks the row of a content that may be about to go, making it where there is none. */
    void lock(String address) {
        until(() -> isLocked(address) || insert(address, 1, ""));
    }

    /** Locks the row of a content; false if there is none. */
    boolean isLocked(String address) {
        return jdbc.sql("select address from evidence_object where address = :address for update")
                .param("address", address)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /**
     * Whether anything names a content. Asked after its row was locked, and in a statement of its own: only so does it
     * see what was committed while it waited for the lock.
     */
    boolean isNamed(String address) {
        return jdbc.sql("select count(*) from evidence_object o where address = :address and " + NAMED)
                        .param("address", address)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Whether a backup is being written. Whoever stops naming a content commits that before it is collected: so a backup
     * whose rows still name it has held before this is asked.
     */
    boolean isHeld() {
        return jdbc.sql("select count(*) from evidence_hold where held_until > :now")
                        .param("now", Columns.time(clock.instant()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void delete(String address) {
        jdbc.sql("delete from evidence_object where address = :address")
                .param("address", address)
                .update();
    }

    /** Those of some addresses that have a row. */
    Set<String> known(Collection<String> addresses) {
        return Set.copyOf(jdbc.sql("select address from evidence_object where address in (:addresses)")
                .param("addresses", addresses)
                .query(String.class)
                .list());
    }

    /** Contents that nothing names, in the order of their addresses. */
    List<String> unnamed(String after, int limit) {
        return jdbc.sql("select address from evidence_object o where address > :after and not " + NAMED
                        + " order by address limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Contents that are sealed with another key, in the order of their addresses. */
    List<String> underOtherKeys(String keyId, String after, int limit) {
        return jdbc.sql("""
                select address from evidence_object where sealed_with <> :key and address > :after
                order by address limit :limit
                """)
                .param("key", keyId)
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** The names of the keys that kept contents are sealed with; one look into the index for each. */
    List<String> keyIds() {
        List<String> ids = new ArrayList<>();
        Optional<String> next = keyIdAfter("");
        while (next.isPresent()) {
            ids.add(next.get());
            next = keyIdAfter(next.get());
        }
        return ids;
    }

    private Optional<String> keyIdAfter(String keyId) {
        return jdbc.sql("select min(sealed_with) from evidence_object where sealed_with > :after")
                .param("after", keyId)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    void renewed(String address, String keyId) {
        jdbc.sql("update evidence_object set sealed_with = :key where address = :address")
                .param("address", address)
                .param("key", keyId)
                .update();
    }

    private boolean written(String address, long bytes, String keyId) {
        return jdbc.sql("""
                update evidence_object set bytes = :bytes, sealed_with = :key, stored_at = :now
                where address = :address
                """)
                        .param("address", address)
                        .param("bytes", bytes)
                        .param("key", keyId)
                        .param("now", Columns.time(clock.instant()))
                        .update()
                == 1;
    }

    private boolean insert(String address, long bytes, String keyId) {
        return jdbc.sql("""
                insert into evidence_object (address, bytes, sealed_with, stored_at) values (:address, :bytes, :key, :now)
                on conflict do nothing
                """)
                        .param("address", address)
                        .param("bytes", bytes)
                        .param("key", keyId)
                        .param("now", Columns.time(clock.instant()))
                        .update()
                == 1;
    }

    private static void until(BooleanSupplier done) {
        for (int turn = 0; turn < TURNS; turn++) {
            if (done.getAsBoolean()) {
                return;
            }
        }
        throw new ConcurrencyFailureException("A content comes and goes too fast");
    }
}
