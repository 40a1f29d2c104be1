package app.carddesk.shared;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that watch long work, and are told whenever it has come further. */
public final class Watchers {

    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /**
     * @param watcher called from the thread that works, and so briefly
     * @return what ends it
     */
    public Runnable add(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Tells everybody; one that fails is no reason not to tell the others, or to stop working. */
    public void tell() {
        for (Runnable watcher : watchers) {
            try {
                watcher.run();
            } catch (RuntimeException e) {
                LOG.debug("A page that watched is gone", e);
            }
        }
    }
}
