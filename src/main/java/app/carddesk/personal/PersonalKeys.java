package app.carddesk.personal;

import app.carddesk.access.ForSupervisors;
import app.carddesk.shared.AuditedEvent;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases what timelines, requests and the audit trail tell of a customer, by erasing the key it is sealed under. */
@Service
@ForSupervisors
@Transactional
public class PersonalKeys {

    private final KeyRows keys;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PersonalKeys(KeyRows keys, Clock clock, ApplicationEventPublisher events) {
        this.keys = keys;
        this.clock = clock;
        this.events = events;
    }

    /** Why a customer's values are erased. */
    public enum Why {
        /** The customer asked for it. */
        REQUESTED,
        /** They were kept as long as they may be. */
        KEPT_LONG_ENOUGH
    }

    /** What came of erasing. */
    public sealed interface Erasing {

        /** Nobody can read the values any more; the acts themselves stay told. */
        record Erased(int keys) implements Erasing {}

        /** Nothing was sealed for this customer, or all of it was erased before. */
        record NothingToErase() implements Erasing {}
    }

    /** Erases for good every personal value told of a customer so far, also of their cases before they were known. */
    public Erasing erase(UUID customer, Why why) {
        int erased = keys.erase(customer, clock.instant());
        if (erased == 0) {
            return new Erasing.NothingToErase();
        }
        events.publishEvent(new Erased(customer, erased, Objects.requireNonNull(why)));
        return new Erasing.Erased(erased);
    }

    /** A customer's personal values were erased; whoever keeps marks of them removes those in the same transaction. */
    public record Erased(UUID subjectId, int keys, Why why) implements AuditedEvent {

        @Override
        public String act() {
            return "customer.erased";
        }

        @Override
        public String subjectKind() {
            return "customer";
        }

        @Override
        public String after() {
            return "keys=" + keys;
        }

        @Override
        public @Nullable String reason() {
            return why.name();
        }
    }
}
