package app.carddesk.evidence.link;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes the end of links and what else happens to them, in one transaction with its trace. */
@Component
public class LinkActs {

    private final LinkRows rows;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LinkActs(LinkRows rows, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.clock = clock;
        this.events = events;
    }

    /** Closes whatever link a case has, because the case itself is closed. */
    @Transactional
    public void closeWith(UUID owner) {
        rows.notClosed(owner).ifPresent(this::close);
    }

    @Transactional
    void close(UploadLink link) {
        if (rows.close(link.id(), clock.instant())) {
            events.publishEvent(new LinkChanged(link.id(), link.owner(), LinkChanged.What.CLOSED));
        }
    }

    @Transactional
    void mailed(UploadLink link) {
        events.publishEvent(new LinkChanged(link.id(), link.owner(), LinkChanged.What.MAILED));
    }

    /** Binds a link to the phone that keeps this secret; false if another phone was faster. */
    @Transactional
    boolean bind(UploadLink link, String secret) {
        if (!rows.bind(link.id(), LinkToken.hash(secret), clock.instant())) {
            return false;
        }
        events.publishEvent(new LinkChanged(link.id(), link.owner(), LinkChanged.What.OPENED));
        return true;
    }
}
