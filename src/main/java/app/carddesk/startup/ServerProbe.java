package app.carddesk.startup;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Asks a database server on a connection of its own, which is made anew when it has broken. */
final class ServerProbe implements DatabaseProbe {

    private static final int SECONDS = 2;

    private final PhysicalConnections connections;
    private @Nullable Connection mine;

    ServerProbe(PhysicalConnections connections) {
        this.connections = connections;
    }

    @Override
    public void ask() throws SQLException {
        Connection asked = mine;
        if (asked != null && asked.isValid(SECONDS)) {
            return;
        }
        if (asked != null) {
            mine = null;
            asked.abort(Runnable::run);
        }
        Connection fresh = connections.another();
        mine = fresh;
        if (!fresh.isValid(SECONDS)) {
            throw new SQLException("It does not answer within " + SECONDS + " seconds");
        }
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public int failuresToBelieve() {
        return 2;
    }
}
