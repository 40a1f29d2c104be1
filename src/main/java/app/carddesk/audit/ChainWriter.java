package app.carddesk.audit;

import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.PersonalValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds events to their chains. */
@Component
@KeepsFreeText({"audit_event.value_before", "audit_event.value_after", "audit_event.reason"})
class ChainWriter {

    private final ChainRows rows;
    private final ChainForm form;
    private final PersonalValues personal;
    private final Clock clock;

    ChainWriter(ChainRows rows, ChainForm form, PersonalValues personal, Clock clock) {
        this.rows = rows;
        this.form = form;
        this.personal = personal;
        this.clock = clock;
    }

    /** Writes events in the current transaction: stream by stream in their fixed order, each in the order it happened. */
    void write(List<Happened> events) {
        if (events.isEmpty()) {
            return;
        }
        // Keys of customers are locked before any head, so that whoever holds a head only waits for heads.
        Map<UUID, Map<String, String>> sealed = new HashMap<>();
        events.forEach(happened -> sealed.put(happened.id(), sealed(happened)));
        TreeMap<String, List<Happened>> streams = new TreeMap<>();
        events.forEach(happened -> streams.computeIfAbsent(happened.event().stream(), stream -> new ArrayList<>())
                .add(happened));
        Instant now = clock.instant();
        streams.forEach((stream, chain) -> {
            Head head = rows.lock(stream, now);
            for (Happened happened : chain) {
                Map<String, String> values = sealed.getOrDefault(happened.id(), Map.of());
                ChainedEvent event = chained(happened, head, values);
                rows.add(event);
                rows.addPersonal(event.id(), values);
                head = new Head(stream, event.sequence(), event.hash());
            }
            rows.move(head, now);
        });
    }

    private Map<String, String> sealed(Happened happened) {
        Map<String, String> sealed = new TreeMap<>();
        for (PersonalValue value : happened.event().personal()) {
            String text = personal.seal(value.concerns(), happened.id(), value.text());
            if (sealed.put(value.slot().name(), text) != null) {
                throw new IllegalArgumentException(happened.event().act() + " fills a slot twice");
            }
        }
        return sealed;
    }

    private ChainedEvent chained(Happened happened, Head head, Map<String, String> sealed) {
        AuditedEvent event = happened.event();
        ChainedEvent unsealed = new ChainedEvent(
                head.stream(),
                head.sequence() + 1,
                ChainForm.FORM,
                head.hash(),
                new byte[0],
                happened.id(),
                happened.at(),
                happened.actor(),
                happened.cameFrom(),
                event.act(),
                event.subjectKind(),
                event.subjectId(),
                FreeText.keptOrNull(event.before()),
                FreeText.keptOrNull(event.after()),
                FreeText.keptOrNull(event.reason()),
                ChainForm.digest(sealed));
        return unsealed.sealedWith(form.hash(unsealed));
    }
}
