package app.carddesk.backup;

import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.ClosedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Versions of the tables and of Carddesk itself. */
final class Versions {

    private static final Pattern MIGRATION = Pattern.compile("V([0-9_]+)__.*\\.sql");

    private Versions() {}

    /** The version of this Carddesk; {@code development} where it was not packaged. */
    static String product() {
        @Nullable String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /**
     * The version the tables have.
     *
     * @throws CannotStartException if that is not the newest this Carddesk knows, or the database is closed
     */
    static MigrationVersion current(Flyway flyway) {
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
            ClosedDatabase.refuse(owner);
        } catch (SQLException e) {
            throw new IllegalStateException("Whether this database may be used could not be read", e);
        }
        @Nullable MigrationInfo current = flyway.info().current();
        if (current == null
                || flyway.info().pending().length > 0
                || current.getVersion().compareTo(newest()) > 0) {
            throw new CannotStartException(
                    "The database is of another version than this Carddesk.",
                    "Use the version of Carddesk that last ran on it, or start this one on it once, which upgrades it.");
        }
        return current.getVersion();
    }

    /** The newest version of the tables that this Carddesk knows, told by its files, without a database. */
    static MigrationVersion newest() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver(Versions.class.getClassLoader())
                            .getResources("classpath*:db/migration/V*.sql"))
                    .map(resource -> MIGRATION.matcher(Objects.requireNonNullElse(resource.getFilename(), "")))
                    .filter(Matcher::matches)
                    .map(name -> MigrationVersion.fromVersion(name.group(1)))
                    .max(MigrationVersion::compareTo)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
