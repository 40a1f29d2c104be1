package app.carddesk.shared;

/** Whether the database answers. Asking costs nothing: somebody else looks, all the time. */
public interface DatabaseAvailability {

    /** Whether it answered when it was looked at last. */
    boolean isAvailable();

    /**
     * Listens for the database going away and coming back.
     *
     * @param listener called on a thread of its own, each time, with whether it is available now
     * @return what ends it; a screen that is gone must run it
     */
    Runnable listen(Listener listener);

    /** Hears that the database went away or came back. */
    @FunctionalInterface
    interface Listener {

        void changed(boolean available);
    }
}
