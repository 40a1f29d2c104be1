package app.carddesk.startup;

import java.sql.SQLException;

/** Asks the database whether it answers. */
interface DatabaseProbe {

    /**
     * Asks it, and takes a few seconds at most.
     *
     * @throws SQLException if it does not answer
     */
    void ask() throws SQLException;

    /** Whether a connection may be opened now by somebody who does not own the database. */
    boolean isOpen();

    /** How often in a row it must not have answered to count as away: a network may drop one question. */
    int failuresToBelieve();
}
