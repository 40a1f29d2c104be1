package app.carddesk.backup;

import app.carddesk.backup.Schema.Reference;
import app.carddesk.backup.Table.Column;
import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.ClosedDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An empty database that is being filled, as its owner. References between tables are taken away while rows come and put
 * back afterwards, when the database checks all of them at once: so the order of rows does not matter. Until everything
 * is there the database is closed to Carddesk.
 */
final class Target implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Target.class);
    private static final int AT_ONCE = 1_000;
    private static final int BETWEEN_PROGRESS = 100_000;

    private final Flyway flyway;
    private final Connection connection;
    private List<Reference> references = List.of();

    /** @param flyway knows the owner's data source and every migration */
    Target(Flyway flyway) throws SQLException {
        this.flyway = flyway;
        DataSource owner = flyway.getConfiguration().getDataSource();
        this.connection = owner.getConnection();
    }

    /**
     * Makes the tables of a version, empty.
     *
     * @throws CannotStartException if there is anything in the database
     */
    void prepare(MigrationVersion version) throws SQLException {
        ClosedDatabase.refuse(connection);
        List<String> there = new Schema(connection).everyTable();
        if (!there.isEmpty()) {
            throw new CannotStartException(
                    "The database that is to be filled is not empty; it has " + there.size() + " tables, among them "
                            + there.getFirst() + ".",
                    "Name an empty database. Nothing was changed in this one.");
        }
        migrate(version);
        ClosedDatabase.close(connection, ClosedDatabase.Why.UNFINISHED);
        Schema schema = new Schema(connection);
        references = schema.references();
        for (Reference reference : references) {
            execute(reference.drop());
        }
        for (Table table : schema.tables()) {
            execute("delete from " + table.name());
        }
        connection.setAutoCommit(false);
    }

    List<Table> tables() throws SQLException {
        return new Schema(connection).tables();
    }

    /** Puts rows into a table; how many. */
    long load(Table table, Rows rows) throws IOException, SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
            Batch batch = new Batch(table, insert);
            rows.each(batch::add);
            batch.flush();
            connection.commit();
            return batch.count;
        }
    }

    long count(Table table) throws SQLException {
        return number("select count(*) from " + table.name());
    }

    /** Puts the references back, lets numbering go on where it stood, and brings the tables to the newest version. */
    void complete(List<Table> tables) throws SQLException {
        for (Reference reference : references) {
            execute(reference.add());
        }
        for (Table table : tables) {
            for (Column column : table.columns()) {
                if (column.identity()) {
                    long next = number("select coalesce(max(" + column.name() + "), 0) + 1 from " + table.name());
                    execute("alter table " + table.name() + " alter column " + column.name() + " restart with " + next);
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        execute("analyze");
        migrate(MigrationVersion.LATEST);
    }

    /** Everything is there and was verified: from now on Carddesk may work with it. */
    void open() throws SQLException {
        ClosedDatabase.open(connection);
    }

    private void migrate(MigrationVersion version) {
        // Without the application's rights, and without the look at the mark: both come at the next start.
        FluentConfiguration filling = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .callbacks(new Callback[0])
                .target(version);
        filling.load().migrate();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Sends rows some at a time. */
    private static final class Batch {

        private final Table table;
        private final PreparedStatement insert;
        private long count;

        private Batch(Table table, PreparedStatement insert) {
            this.table = table;
            this.insert = insert;
        }

        private void add(@Nullable Object[] values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                table.columns().get(i).kind().bindOrNull(insert, i + 1, values[i]);
            }
            insert.addBatch();
            count++;
            if (count % AT_ONCE == 0) {
                flush();
            }
            if (count % BETWEEN_PROGRESS == 0) {
                LOG.info("{}: {} rows so far", table.name(), count);
            }
        }

        private void flush() throws SQLException {
            insert.executeBatch();
        }
    }
}
