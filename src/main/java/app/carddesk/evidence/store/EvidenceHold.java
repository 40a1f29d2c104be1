package app.carddesk.evidence.store;

import app.carddesk.shared.Columns;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The holds in the database; while one is there nothing is removed from the store, on any node. */
@Repository
class EvidenceHold implements EvidenceHolds {

    /** After this a hold that is not renewed is one of a process that died. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    EvidenceHold(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void hold(UUID id) {
        int known = jdbc.sql("update evidence_hold set held_until = :end where id = :id")
                .param("end", Columns.time(clock.instant().plus(LONGEST)))
                .param("id", id)
                .update();
        if (known == 0) {
            jdbc.sql("insert into evidence_hold (id, held_until) values (:id, :end)")
                    .param("end", Columns.time(clock.instant().plus(LONGEST)))
                    .param("id", id)
                    .update();
        }
    }

    @Override
    public void release(UUID id) {
        jdbc.sql("delete from evidence_hold where id = :id or held_until < :now")
                .param("id", id)
                .param("now", Columns.time(clock.instant()))
                .update();
    }
}
