package app.carddesk.notices;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets notices go that nobody looks for any more. */
@Component
class NoticeSweep {

    private static final Duration KEPT = Duration.ofDays(90);

    private final NoticeStore store;
    private final Clock clock;

    NoticeSweep(NoticeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Removes what is older than 90 days; on several nodes at once it does no harm. */
    @Scheduled(cron = "${carddesk.notices.sweep.cron:0 41 3 * * *}", zone = "${carddesk.zone:Europe/Copenhagen}")
    @Transactional
    public int sweep() {
        return store.removeBefore(clock.instant().minus(KEPT));
    }
}
