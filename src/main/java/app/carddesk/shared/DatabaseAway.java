package app.carddesk.shared;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Knows a failure by which a database that is away shows itself from one that is a fault of ours. */
public final class DatabaseAway {

    /** SQL states of connections that broke or could not be made, of PostgreSQL and of the standard. */
    private static final String CONNECTION = "08";

    /** PostgreSQL is being shut down, has crashed, or is starting. */
    private static final Set<String> POSTGRESQL = Set.of("57P01", "57P02", "57P03");

    /** H2: the database is closed, is being closed, cannot be opened or written; the object is closed with it. */
    private static final Set<Integer> H2 = Set.of(90_007, 90_020, 90_028, 90_031, 90_067, 90_098, 90_121);

    private static final int DEPTH = 12;

    private DatabaseAway() {}

    /** Whether something failed because the database does not answer. */
    public static boolean isBehind(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            boolean away = switch (cause) {
                case CannotGetJdbcConnectionException _ -> true;
                case CannotCreateTransactionException none -> none.getCause() instanceof SQLException;
                case SQLTransientConnectionException _ -> true;
                case SQLNonTransientConnectionException _ -> true;
                case SQLRecoverableException _ -> true;
                case SQLException sql -> isConnection(sql);
                default -> false;
            };
            if (away) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isConnection(SQLException failure) {
        String state = failure.getSQLState();
        return H2.contains(failure.getErrorCode())
                || (state != null && (state.startsWith(CONNECTION) || POSTGRESQL.contains(state)));
    }
}
