package app.carddesk.audit;

import app.carddesk.audit.AuditLine.Key;
import app.carddesk.shared.Columns;
import app.carddesk.shared.PersonalValue.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events as they are searched: by the newest first, from a key onwards, without ever counting them. */
@Repository
class LogRows {

    private final JdbcClient jdbc;

    LogRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AuditLine> page(AuditQuery query, @Nullable Key after, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        if (query.person() != null) {
            conditions.add("e.acted_by = :person");
            values.put("person", query.person());
        }
        String act = query.act().strip();
        if (!act.isEmpty()) {
            conditions.add("e.act like :act escape '!'");
            values.put("act", act.replaceAll("[!%_]", "!$0") + "%");
        }
        subject(query.subject().strip(), conditions, values);
        if (query.from() != null) {
            conditions.add("e.at >= :from");
            values.put("from", Columns.time(query.from()));
        }
        if (query.until() != null) {
            conditions.add("e.at < :until");
            values.put("until", Columns.time(query.until()));
        }
        if (after != null) {
            conditions.add("e.at <= :at and (e.at < :at or e.id < :id)");
            values.put("at", Columns.time(after.at()));
            values.put("id", after.id());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return jdbc.sql(ChainRows.EVENT + where + " order by e.at desc, e.id desc limit " + limit)
                .params(values)
                .query((row, n) -> AuditLine.of(ChainRows.event(row)))
                .list();
    }

    /** Whatever is no identifier can only be the name of a chain; what is neither finds nothing. */
    private static void subject(String typed, List<String> conditions, Map<String, Object> values) {
        if (typed.isEmpty()) {
            return;
        }
        try {
            values.put("subject", UUID.fromString(typed));
            values.put("case", "case:" + typed.toLowerCase(Locale.ROOT));
            conditions.add("(e.subject_id = :subject or e.id = :subject or e.stream = :case)");
        } catch (IllegalArgumentException noIdentifier) {
            values.put("stream", typed);
            conditions.add("e.stream = :stream");
        }
    }

    Optional<AuditLine> find(UUID event) {
        return jdbc.sql(ChainRows.EVENT + " where e.id = :id")
                .param("id", event)
                .query((row, n) -> AuditLine.of(ChainRows.event(row)))
                .optional();
    }

    Map<Slot, String> sealed(UUID event) {
        Map<Slot, String> sealed = new EnumMap<>(Slot.class);
        jdbc.sql("select slot, sealed from audit_personal where event_id = :event")
                .param("event", event)
                .query(row -> {
                    sealed.put(Slot.valueOf(row.getString("slot")), row.getString("sealed"));
                });
        return sealed;
    }

    /** Steps from one act to the next in the index, however many events each has. */
    List<String> acts() {
        List<String> acts = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            next = jdbc.sql("select act from audit_event where act > :last order by act limit 1")
                    .param("last", next.get())
                    .query(String.class)
                    .optional();
            next.ifPresent(acts::add);
        }
        return acts;
    }
}
