package app.carddesk.startup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A mark in a database that nobody may work with: one that is being filled, and one that was moved elsewhere. Carddesk
 * refuses to start on it, before it migrates anything.
 */
@Component
public class ClosedDatabase implements Callback {

    /** The table that is the mark. */
    public static final String TABLE = "carddesk_closed";

    ClosedDatabase() {}

    /** Why a database is closed. */
    public enum Why {
        /** It is being filled, or whoever filled it was stopped. */
        UNFINISHED,
        /** What it holds was moved to another database. */
        MOVED
    }

    /** Marks a database, as its owner. */
    public static void close(Connection owner, Why why) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists " + TABLE + " (reason varchar(20) not null)");
            statement.execute("delete from " + TABLE);
        }
        try (PreparedStatement insert = owner.prepareStatement("insert into " + TABLE + " (reason) values (?)")) {
            insert.setString(1, why.name());
            insert.executeUpdate();
        }
    }

    /** Takes the mark away. */
    public static void open(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("drop table if exists " + TABLE);
        }
    }

    /** Whether a database is marked, and why. */
    public static Optional<Why> why(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), TABLE, null)) {
            if (!tables.next()) {
                return Optional.empty();
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select reason from " + TABLE)) {
            @Nullable String reason = rows.next() ? rows.getString(1) : null;
            return Optional.of(Why.MOVED.name().equals(reason) ? Why.MOVED : Why.UNFINISHED);
        }
    }

    /**
     * Refuses to work with a marked database.
     *
     * @throws CannotStartException if it is marked
     */
    public static void refuse(Connection connection) throws SQLException {
        Optional<Why> why = why(connection);
        if (why.isPresent()) {
            throw switch (why.get()) {
                case UNFINISHED ->
                    new CannotStartException(
                            "This database was being filled by a restore or a move that did not come to its end.",
                            "Drop it, or empty the data folder, and begin that restore or move anew. Its source is"
                                    + " untouched.");
                case MOVED ->
                    new CannotStartException(
                            "What this database holds was moved to another one, and is kept up there.",
                            "Start Carddesk with the settings of the other database (SPRING_DATASOURCE_URL …). To work"
                                    + " with this one again and give up what was done since, run"
                                    + " --carddesk.command=reopen once.");
            };
        }
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            refuse(context.getConnection());
        } catch (SQLException e) {
            throw new FlywayException("Whether this database may be used could not be read", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "closedDatabase";
    }
}
