package app.carddesk.backup;

import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.ClosedDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what one database holds into another, empty one. The evidence, the keys and the anchors stay where they are. The
 * other database is closed until everything in it was verified, and this one from then on.
 */
class Move {

    private static final Logger LOG = LoggerFactory.getLogger(Move.class);

    private final DataSource source;
    private final Flyway flyway;

    Move(DataSource source, Flyway flyway) {
        this.source = source;
        this.flyway = flyway;
    }

    /** The database to move to, as its owner. */
    record To(String url, String username, String password) {

        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * Moves.
     *
     * @param whole asked once everything is there: looks through it and says whether it is whole
     * @return what that said; if it is not whole, nothing was moved and the other database stays closed
     * @throws CannotStartException if it cannot be moved there; nothing was changed then
     */
    boolean run(To to, BooleanSupplier whole) throws SQLException, IOException {
        if (!to.url().startsWith("jdbc:postgresql:")) {
            throw new CannotStartException(
                    "An installation can only be moved to PostgreSQL.",
                    "Name its address: --carddesk.move.to.url=jdbc:postgresql://<host>/<database>.");
        }
        MigrationVersion version = Versions.current(flyway);
        try (Target target = new Target(other(to))) {
            target.prepare(version);
            copy(target);
            if (!whole.getAsBoolean()) {
                return false;
            }
            target.open();
        }
        DataSource owner = flyway.getConfiguration().getDataSource();
        try (Connection connection = owner.getConnection()) {
            ClosedDatabase.close(connection, ClosedDatabase.Why.MOVED);
        }
        return true;
    }

    private void copy(Target target) throws SQLException, IOException {
        try (Snapshot snapshot = new Snapshot(source)) {
            List<Table> tables = snapshot.tables();
            List<Table> there = target.tables();
            if (!there.stream()
                    .map(Table::name)
                    .toList()
                    .equals(tables.stream().map(Table::name).toList())) {
                throw new IllegalStateException("The two databases do not have the same tables");
            }
            for (Table table : tables) {
                long rows = target.load(table, snapshot.rows(table));
                if (target.count(table) != rows) {
                    throw new IOException(table.name() + " had " + rows + " rows, and others are there");
                }
                LOG.info("{}: {} rows", table.name(), rows);
            }
            target.complete(there);
        }
    }

    private Flyway other(To to) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(to.url(), to.username(), to.password())
                .locations("classpath:db/migration", "classpath:db/vendor/postgresql")
                .load();
    }
}
