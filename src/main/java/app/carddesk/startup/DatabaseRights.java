package app.carddesk.startup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * Gives the application's database user its rights after every migration, where it is not the owner: everything but
 * changing the schema, and on tables whose comment begins with {@value #APPEND_ONLY} only reading and adding.
 */
@Component
class DatabaseRights implements Callback {

    static final String APPEND_ONLY = "append-only";

    private final DataSourceProperties application;

    DatabaseRights(DataSourceProperties application) {
        this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE || event == Event.AFTER_MIGRATE_OPERATION_FINISH;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event != Event.AFTER_MIGRATE) {
            return;
        }
        try {
            grant(context.getConnection());
        } catch (SQLException e) {
            throw new FlywayException("The rights of the application's database user could not be set", e);
        }
    }

    private void grant(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String user = application.determineUsername();
        if (user == null || user.equalsIgnoreCase(database.getUserName())) {
            return;
        }
        boolean h2 = database.getDatabaseProductName().equals("H2");
        try (Statement statement = connection.createStatement()) {
            if (h2) {
                String password = Objects.requireNonNullElse(application.determinePassword(), "")
                        .replace("'", "''");
                statement.execute("create user if not exists " + user + " password '" + password + "'");
                statement.execute("alter user " + user + " set password '" + password + "'");
            }
            for (Map.Entry<String, String> table : tables(database).entrySet()) {
                String rights =
                        table.getValue().startsWith(APPEND_ONLY) ? "select, insert" : "select, insert, update, delete";
                statement.execute("revoke all on " + table.getKey() + " from " + user);
                statement.execute("grant " + rights + " on " + table.getKey() + " to " + user);
            }
            if (!h2) {
                statement.execute("grant usage on all sequences in schema public to " + user);
            }
        }
    }

    /** The tables with their comments; Flyway's own is not the application's business. */
    private static Map<String, String> tables(DatabaseMetaData database) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (ResultSet rows = database.getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                String comment = rows.getString("REMARKS");
                if (!name.startsWith("flyway")) {
                    tables.put(name, comment == null ? "" : comment);
                }
            }
        }
        return tables;
    }

    @Override
    public String getCallbackName() {
        return "databaseRights";
    }
}
