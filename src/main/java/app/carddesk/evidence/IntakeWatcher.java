package app.carddesk.evidence;

/** Told how far a file has come on its way in. Called on the thread that takes the file in, never a screen's own. */
@FunctionalInterface
public interface IntakeWatcher {

    /** For whoever does not watch. */
    IntakeWatcher NOBODY = jpeg -> {};

    /** A first look at what is coming, for the eyes of whoever waits only: it is never kept. */
    void firstLook(byte[] jpeg);
}
