package app.carddesk.shared;

import java.time.Duration;

/** What was done a moment ago can be taken back by whoever did it. */
public final class Undo {

    /** For how long. */
    public static final Duration SPAN = Duration.ofMinutes(10);

    private Undo() {}
}
