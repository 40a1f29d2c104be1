package app.carddesk.audit;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with the trail itself; each act is told in it. */
final class AuditActs {

    private AuditActs() {}

    /** Somebody read the personal values of an event. */
    record Revealed(UUID subjectId) implements AuditedEvent {

        @Override
        public String act() {
            return "audit.revealed";
        }

        @Override
        public String subjectKind() {
            return "event";
        }
    }

    /**
     * Somebody took a copy of the trail out.
     *
     * @param after what was chosen
     */
    record Exported(UUID subjectId, String after) implements AuditedEvent {

        @Override
        public String act() {
            return "audit.exported";
        }

        @Override
        public String subjectKind() {
            return "export";
        }
    }

    /**
     * The trail was verified.
     *
     * @param after what came of it, in figures
     */
    record Verified(UUID subjectId, @Nullable String after) implements AuditedEvent {

        @Override
        public String act() {
            return "audit.verified";
        }

        @Override
        public String subjectKind() {
            return "verification";
        }
    }
}
