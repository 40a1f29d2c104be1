package app.carddesk;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema of an earlier release beside that of the tests, to be filled and then upgraded by its owner. */
public class EarlierDatabase implements AutoCloseable {

    private final OwnerDatabase owner;
    private final List<JavaMigration> migrations;
    private final String schema;
    private final HikariDataSource source;

    /** @param version the last migration of that release */
    public EarlierDatabase(OwnerDatabase owner, List<JavaMigration> migrations, String schema, String version) {
        this.owner = owner;
        this.migrations = migrations;
        this.schema = schema;
        drop();
        owner.jdbc().sql("create schema " + schema).update();
        source = owner.pool(schema);
        flyway().target(MigrationVersion.fromVersion(version)).load().migrate();
    }

    public HikariDataSource source() {
        return source;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    /** Brings it to the schema of this release. */
    public void upgrade() {
        flyway().load().migrate();
    }

    private FluentConfiguration flyway() {
        String vendor = TestInstallation.POSTGRESQL ? "postgresql" : "h2";
        return Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .javaMigrations(migrations.toArray(JavaMigration[]::new));
    }

    private void drop() {
        owner.jdbc().sql("drop schema if exists " + schema + " cascade").update();
    }

    @Override
    public void close() {
        source.close();
        drop();
    }
}
