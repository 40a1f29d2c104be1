package app.carddesk.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database holds beside the events, to compare them with. */
@Repository
class EndRows {

    private final JdbcClient jdbc;

    EndRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in a chain. */
    record Place(String stream, long sequence) {}

    Map<String, Head> heads(Collection<String> streams) {
        Map<String, Head> heads = new HashMap<>();
        jdbc.sql("select stream, seq, event_hash from audit_head where stream in (:streams)")
                .param("streams", streams)
                .query((row, n) -> ChainRows.head(row))
                .list()
                .forEach(head -> heads.put(head.stream(), head));
        return heads;
    }

    /** The furthest place an anchor fixes in each of these streams. */
    Map<String, Long> anchored(Collection<String> streams) {
        Map<String, Long> anchored = new HashMap<>();
        places(
                        "select stream, max(seq) as seq from audit_anchor_head where stream in (:streams) group by stream",
                        streams)
                .forEach(place -> anchored.put(place.stream(), place.sequence()));
        return anchored;
    }

    /** Streams that have a head or an anchor, and no event at all. */
    List<Place> gone(int limit) {
        return places("""
                select k.stream, max(k.seq) as seq
                  from (select stream, seq from audit_head where seq > 0
                        union all
                        select stream, seq from audit_anchor_head) k
                 where not exists (select 1 from audit_event e where e.stream = k.stream)
                 group by k.stream order by k.stream limit\s""" + limit, List.of());
    }

    /** Places where an anchor fixes another event than stands there. */
    List<Place> replaced(int limit) {
        return places("""
                select a.stream, a.seq
                  from audit_anchor_head a join audit_event e on e.stream = a.stream and e.seq = a.seq
                 where e.event_hash <> a.event_hash order by a.stream, a.seq limit\s""" + limit, List.of());
    }

    /** Places of events that have personal values and were written without any. */
    List<Place> personalAdded(int limit) {
        return places("""
                select distinct e.stream, e.seq
                  from audit_personal p join audit_event e on e.id = p.event_id
                 where e.personal_digest is null order by e.stream, e.seq limit\s""" + limit, List.of());
    }

    /** The last place of a stream; 0 if it has no event. */
    long last(String stream) {
        return jdbc.sql("select coalesce(max(seq), 0) from audit_event where stream = :stream")
                .param("stream", stream)
                .query(Long.class)
                .single();
    }

    Optional<byte[]> hash(Head place) {
        return jdbc.sql("select event_hash from audit_event where stream = :stream and seq = :seq")
                .param("stream", place.stream())
                .param("seq", place.sequence())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The sealed texts of those events that have any, by slot. */
    Map<UUID, Map<String, String>> sealed(List<ChainedEvent> events) {
        List<UUID> ids = events.stream()
                .filter(event -> event.personalDigest() != null)
                .map(ChainedEvent::id)
                .toList();
        Map<UUID, Map<String, String>> sealed = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select event_id, slot, sealed from audit_personal where event_id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        sealed.computeIfAbsent(row.getObject("event_id", UUID.class), id -> new HashMap<>())
                                .put(row.getString("slot"), row.getString("sealed"));
                    });
        }
        return sealed;
    }

    /** How many events there are by what is noted as the chains' ends. */
    long noted() {
        return jdbc.sql("select coalesce(sum(seq), 0) from audit_head")
                .query(Long.class)
                .single();
    }

    private List<Place> places(String sql, Collection<String> streams) {
        return jdbc.sql(sql)
                .param("streams", streams)
                .query((row, n) -> new Place(row.getString("stream"), row.getLong("seq")))
                .list();
    }
}
