package app.carddesk.notices;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForEveryone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the person signed in was told; nobody reads another's. */
@Service
@ForEveryone
@Transactional
public class Notices {

    private static final int LATEST = 50;

    private final NoticeStore store;
    private final CurrentPerson current;
    private final ApplicationEventPublisher events;

    Notices(NoticeStore store, CurrentPerson current, ApplicationEventPublisher events) {
        this.store = store;
        this.current = current;
        this.events = events;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Notice> latest() {
        return store.latest(current.id(), LATEST);
    }

    @Transactional(readOnly = true)
    public int unread() {
        return store.unread(current.id());
    }

    public void markRead(UUID notice) {
        if (store.markRead(current.id(), notice)) {
            events.publishEvent(new NewsAbout(current.id()));
        }
    }

    /**
     * Marks everything as read that had come by then.
     *
     * @param until when the newest came that the person saw
     */
    public void markAllRead(Instant until) {
        if (store.markAllRead(current.id(), until) > 0) {
            events.publishEvent(new NewsAbout(current.id()));
        }
    }
}
