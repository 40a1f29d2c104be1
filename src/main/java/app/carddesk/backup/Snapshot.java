package app.carddesk.backup;

import app.carddesk.evidence.store.SealedContents;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The whole database as of one moment, while others go on writing. */
final class Snapshot implements AutoCloseable {

    private static final int AT_ONCE = 1_000;

    private final Connection connection;

    Snapshot(DataSource source) throws SQLException {
        connection = source.getConnection();
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        connection.setAutoCommit(false);
        if (h2) {
            // H2's repeatable read takes its moment table by table; only from here on it is one for all of them.
            // Results
            // are read as they are asked for instead of being collected first.
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set lazy_query_execution 1");
            }
        } else {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
        }
    }

    String database() throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }

    List<Table> tables() throws SQLException {
        return new Schema(connection).tables();
    }

    Rows rows(Table table) {
        return sink -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(AT_ONCE);
                try (ResultSet rows = statement.executeQuery(table.select())) {
                    int columns = table.columns().size();
                    while (rows.next()) {
                        @Nullable Object[] values = new Object[columns];
                        for (int i = 0; i < columns; i++) {
                            values[i] = table.columns().get(i).kind().read(rows, i + 1);
                        }
                        sink.row(values);
                    }
                }
            }
        };
    }

    void namedContents(SealedContents.Each each) throws SQLException, IOException {
        SealedContents.named(connection, each);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set lazy_query_execution 0");
                }
            }
        }
    }
}
