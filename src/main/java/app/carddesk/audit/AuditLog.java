package app.carddesk.audit;

import app.carddesk.access.ForAdministrators;
import app.carddesk.audit.AuditLine.Key;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Ids;
import app.carddesk.shared.NamedSubjects;
import app.carddesk.shared.PersonalValue.Slot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The trail as administrators read it. What is personal in it is read on purpose only, and that is told in it. */
@Service
@ForAdministrators
public class AuditLog {

    private static final int AT_ONCE = 1_000;

    private final LogRows rows;
    private final List<NamedSubjects> names;
    private final PersonalValues personal;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Ids ids;

    AuditLog(
            LogRows rows,
            List<NamedSubjects> names,
            PersonalValues personal,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Ids ids) {
        this.rows = rows;
        this.names = names;
        this.personal = personal;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
    }

    /**
     * Events, the newest first.
     *
     * @param after the last event of the part before; null for the first part
     */
    @Transactional(readOnly = true)
    public List<AuditLine> page(AuditQuery query, @Nullable Key after, int limit) {
        return rows.page(resolved(query), after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<AuditLine> find(UUID event) {
        return rows.find(event);
    }

    /** The names of all acts there are in the trail. */
    @Transactional(readOnly = true)
    public List<String> acts() {
        return rows.acts();
    }

    /** What people call the subject of an event; its identifier if it has no name. */
    @Transactional(readOnly = true)
    public String nameOf(String kind, UUID id) {
        return names.stream()
                .flatMap(some -> some.nameOf(kind, id).stream())
                .findFirst()
                .orElseGet(id::toString);
    }

    /** The personal values of an event, in the clear or as {@link PersonalValues#ERASED}. Reading them is an act. */
    @Transactional
    public Map<Slot, String> reveal(UUID event) {
        Map<Slot, String> sealed = rows.sealed(event);
        PersonalValues.Reader reader = personal.reader(List.copyOf(sealed.values()));
        Map<Slot, String> clear = new EnumMap<>(Slot.class);
        sealed.forEach((slot, text) -> clear.put(slot, reader.open(text, event)));
        events.publishEvent(new AuditActs.Revealed(event));
        return clear;
    }

    /** Hands over every event that matches, the newest first, a part at a time. Taking them out is an act. */
    public void export(AuditQuery query, Consumer<AuditLine> each) {
        AuditQuery resolved = resolved(query);
        transactions.executeWithoutResult(status -> events.publishEvent(new AuditActs.Exported(
                ids.next(), Objects.toString(resolved.from(), "") + ".." + Objects.toString(resolved.until(), ""))));
        Key after = null;
        while (true) {
            List<AuditLine> part = rows.page(resolved, after, AT_ONCE);
            part.forEach(each);
            if (part.size() < AT_ONCE) {
                return;
            }
            after = part.getLast().key();
        }
    }

    /** With the identifier in place of a name that was typed. */
    private AuditQuery resolved(AuditQuery query) {
        String typed = query.subject().strip();
        return names.stream()
                .flatMap(some -> some.idOf(typed).stream())
                .findFirst()
                .map(id -> new AuditQuery(query.person(), query.act(), id.toString(), query.from(), query.until()))
                .orElse(query);
    }
}
