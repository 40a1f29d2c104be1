package app.carddesk.notices;

import app.carddesk.shared.RecurringTrouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Carries news to windows on a thread of its own: a window may be drawn on the thread that tells it, which must neither
 * hold up whoever acted nor use the connection on which they committed.
 */
@Component
class Messenger implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("news").daemon(true).factory());

    private final RecurringTrouble deaf = new RecurringTrouble();

    void tell(Runnable listener) {
        try {
            thread.execute(() -> run(listener));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Carddesk stops; nobody is told any more");
        }
    }

    /** One window that cannot be told keeps it from no other. */
    private void run(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failed) {
            deaf.tell(more -> LOG.warn("A window could not be told the news{}", more, failed));
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
