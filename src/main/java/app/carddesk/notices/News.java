package app.carddesk.notices;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open windows that something is new about what they show, once it is committed. */
@Component
public class News {

    private final Listeners listeners;

    News(Messenger messenger) {
        this.listeners = new Listeners(messenger);
    }

    /**
     * Listens for what is new about a case, or for a person.
     *
     * @param listener called on a thread of its own, with nobody signed in; held weakly, so whoever listens keeps it
     * @return what ends it
     */
    public Runnable listen(UUID subject, Runnable listener) {
        return listeners.add(subject, listener);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(NewsAbout news) {
        listeners.tell(news.subject());
    }

    /** How many subjects are listened for. */
    int listened() {
        return listeners.size();
    }
}
