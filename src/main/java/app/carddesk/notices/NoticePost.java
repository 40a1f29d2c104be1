package app.carddesk.notices;

import app.carddesk.shared.Ids;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people something, as part of the act it tells of: if that does not happen, nobody hears of it. */
@Component
public class NoticePost {

    private final NoticeStore store;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NoticePost(NoticeStore store, Ids ids, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Tells somebody something. Nobody is told what they did themselves.
     *
     * @param subject the readable number of what it is about; never anything of a customer
     * @param address where it leads, below the application's root
     * @param by who did it; null if nobody did
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID person, NoticeKind kind, @Nullable String subject, String address, @Nullable UUID by) {
        if (person.equals(by)) {
            return;
        }
        store.add(person, new Notice(ids.next(), kind, subject, address, by, clock.instant(), false));
        events.publishEvent(new NewsAbout(person));
    }
}
