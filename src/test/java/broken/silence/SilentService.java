package broken.silence;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Renames in silence, and tells of everything else. */
@Service
public class SilentService {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SilentService(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    public void rename() {
        Runnable writing = () -> write();
        writing.run();
    }

    public void remove() {
        write();
        events.publishEvent(new Removed(new UUID(0, 0)));
    }

    public long count() {
        return jdbc.sql("select count(*) from thing").query(Long.class).single();
    }

    private void write() {
        jdbc.sql("update thing set name = 'new'").update();
    }

    record Removed(UUID subjectId) implements AuditedEvent {

        @Override
        public String act() {
            return "thing.removed";
        }

        @Override
        public String subjectKind() {
            return "thing";
        }
    }
}
