package app.carddesk.shared;

import java.sql.SQLException;
import org.slf4j.Logger;

/**
 * Tells of a turn of regular work that failed as a whole. While the database is away every such work fails, turn by turn;
 * that it is away was said once, by whoever looks after it, so that a turn says it in one line and raises no alarm.
 */
public final class FailedTurn {

    /** Classes of SQLSTATE: no connection; ended by an operator or a crash. */
    private static final String CONNECTION = "08";

    private static final String SHUT_DOWN = "57P";

    private FailedTurn() {}

    /**
     * Logs one line: an ERROR with its trace, or at INFO that the database is away.
     *
     * @param what what was not done, and what happens next, without a full stop
     */
    public static void tell(Logger log, String what, Exception failure) {
        if (isDatabaseAway(failure)) {
            log.info("{}: the database is away", what);
        } else {
            log.error(what, failure);
        }
    }

    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith(CONNECTION)
                        || sql.getSQLState().startsWith(SHUT_DOWN);
            }
        }
        return false;
    }
}
