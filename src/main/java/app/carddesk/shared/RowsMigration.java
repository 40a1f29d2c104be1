package app.carddesk.shared;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A step of an upgrade that rewrites rows in Java, as the database's owner and in one transaction. */
public abstract class RowsMigration implements JavaMigration {

    /** How many rows are held in memory. */
    protected static final int AT_ONCE = 500;

    /** Comes before every identifier. */
    protected static final UUID FIRST = new UUID(0, 0);

    private final MigrationVersion version;
    private final String description;

    /** @param version of the schema it belongs to, such as {@code 21.1} */
    protected RowsMigration(String version, String description) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
    }

    /** Rewrites the rows on the owner's connection. */
    protected abstract void migrate(JdbcClient jdbc, Context context);

    @Override
    public final void migrate(Context context) {
        migrate(JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true)), context);
    }

    /**
     * Does something to every row, part by part.
     *
     * @param first a place before every row
     * @param place where a row stands
     * @param after the next rows behind a place, in their order, {@value #AT_ONCE} at most; empty at the end
     */
    protected static <P, R> void forEach(P first, Function<R, P> place, Function<P, List<R>> after, Consumer<R> act) {
        List<R> part = after.apply(first);
        while (!part.isEmpty()) {
            part.forEach(act);
            part = after.apply(place.apply(part.getLast()));
        }
    }

    @Override
    public final MigrationVersion getVersion() {
        return version;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }
}
