package app.carddesk.guides;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.shared.RedemptionCodes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inquiries that are about no card. They belong to no customer, so nothing personal is kept with them: whoever wants to
 * follow a customer up opens a case.
 */
@Service
@ForDesk
@Transactional
public class Inquiries {

    private static final int LATELY = 5;

    /** A mail address, or a telephone, account or card number however it is spaced. */
    private static final Pattern PERSONAL = Pattern.compile("\\S@\\S+\\.\\S|\\d(?:[\\s./()-]{0,2}\\d){6,}");

    private final InquiryStore store;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final Installation installation;

    Inquiries(
            InquiryStore store,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            Installation installation) {
        this.store = store;
        this.person = person;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.installation = installation;
    }

    /** The inquiry that whoever is signed in has open, if any. */
    @Transactional(readOnly = true)
    public Optional<Inquiry> current() {
        return store.openOf(person.id());
    }

    /** Opens an inquiry, or gives the one that is open another topic. */
    public Inquiry open(InquiryTopic topic) {
        store.open(ids.next(), topic, person.id(), clock.instant());
        store.setTopic(person.id(), topic);
        return current().orElseThrow();
    }

    /** Forgets the open inquiry, which was none after all. */
    public void drop() {
        store.dropOpenOf(person.id());
    }

    /** Closes the open inquiry. */
    public InquiryAct close(UUID id, InquiryOutcome outcome, String note) {
        InquiryRefusal fault = fault(note);
        if (fault != null) {
            return new InquiryAct.Refused(fault);
        }
        if (!store.close(id, person.id(), outcome, note.isBlank() ? null : note.strip(), clock.instant())) {
            return new InquiryAct.Refused(InquiryRefusal.NOT_OPEN);
        }
        Inquiry closed = store.find(id, person.id()).orElseThrow();
        events.publishEvent(InquiryEvent.closed(id, closed.topic(), outcome));
        return new InquiryAct.Done(closed);
    }

    /** Takes the closing of an own inquiry back within {@link Inquiry#UNDO}; it counts no more. */
    public InquiryAct undo(UUID id) {
        Inquiry inquiry = store.find(id, person.id()).orElse(null);
        if (inquiry == null || inquiry.closedAt() == null) {
            return new InquiryAct.Refused(InquiryRefusal.NOT_OPEN);
        }
        if (inquiry.undoneAt() != null) {
            return new InquiryAct.Refused(InquiryRefusal.UNDONE_BEFORE);
        }
        if (!store.undo(id, person.id(), clock.instant())) {
            return new InquiryAct.Refused(InquiryRefusal.TOO_LATE);
        }
        events.publishEvent(InquiryEvent.undone(id, inquiry.topic(), Objects.requireNonNull(inquiry.outcome())));
        return new InquiryAct.Done(store.find(id, person.id()).orElseThrow());
    }

    /** What whoever is signed in closed last today, newest first, also what was undone. */
    @Transactional(readOnly = true)
    public List<Inquiry> lately() {
        return store.closedBy(person.id(), beginningOfToday(), LATELY);
    }

    /** How many inquiries everybody together closed today, by topic. */
    @Transactional(readOnly = true)
    public Map<InquiryTopic, Integer> today() {
        return store.countsSince(beginningOfToday());
    }

    private Instant beginningOfToday() {
        return LocalDate.ofInstant(clock.instant(), installation.zone())
                .atStartOfDay(installation.zone())
                .toInstant();
    }

    private static @Nullable InquiryRefusal fault(String note) {
        if (RedemptionCodes.containsCode(note)) {
            return InquiryRefusal.NOTE_HOLDS_CODE;
        }
        if (note.strip().length() > Inquiry.LONGEST_NOTE) {
            return InquiryRefusal.NOTE_TOO_LONG;
        }
        return PERSONAL.matcher(note).find() ? InquiryRefusal.NOTE_IS_PERSONAL : null;
    }
}
