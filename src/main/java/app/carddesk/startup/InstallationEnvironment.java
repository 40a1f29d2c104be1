package app.carddesk.startup;

import app.carddesk.shared.PublicAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Claims the data folder before the application is built and, where no database is named, points it at the H2 file in
 * that folder: the owner migrates, the application connects as a lesser user (so that the database itself can refuse
 * what the application must never do).
 */
class InstallationEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(InstallationEnvironment.class);

    private static final String BACKUP = "backup";
    private static final String RESTORE = "restore";

    /** The lesser user; its password is made on first start. */
    static final String APPLICATION_USER = "carddesk_app";

    /** Set where the default database is used. */
    static final String EMBEDDED = "carddesk.embedded-database";

    private static final String OWNER = "carddesk_owner";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String publicUrl = environment.getProperty("carddesk.public-url", "");
        if (!publicUrl.isBlank()) {
            PublicAddress.fault(publicUrl.strip()).ifPresent(fault -> {
                throw new CannotStartException(
                        "carddesk.public-url" + (publicUrl.contains("@") ? " " : " is \"" + publicUrl + "\", which ")
                                + fault + ".",
                        "Set it to the address that people use, such as https://desk.example.com or"
                                + " http://192.0.2.7:8080, or leave it out.");
            });
        }
        Path configured = Path.of(environment.getProperty("carddesk.data", "./data"));
        String command = environment.getProperty("carddesk.command", "");
        if (command.equals(BACKUP) && !DataFolder.isFree(configured)) {
            Path running = configured.toAbsolutePath().normalize();
            // Not here: nothing is logged yet.
            application.addInitializers(context -> {
                throw new RunningElsewhere(running, context.getEnvironment());
            });
            return;
        }
        Path folder = DataFolder.claim(configured);
        if (!OwnerOnly.tighten(folder)) {
            application.addInitializers(context -> LOG.warn(
                    "Other accounts of this machine can read what is in {}, and that cannot be changed. Give the folder to"
                            + " the account that runs Carddesk: chown -R <account> {}",
                    folder,
                    folder));
        }
        if (command.equals(RESTORE)) {
            DataFolder.requireEmpty(folder);
        } else {
            UnfinishedRestore.refuse(folder);
        }
        Secrets secrets = new Secrets(
                folder,
                System.getenv(),
                Binder.get(environment)
                        .bind("carddesk.restore.keys", String.class)
                        .map(Path::of)
                        .orElse(null),
                Set.copyOf(Binder.get(environment)
                        .bind("carddesk.keys.lost", Bindable.setOf(String.class))
                        .orElse(Set.of())));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("secrets", secrets));

        Map<String, Object> properties = new HashMap<>();
        properties.put("carddesk.data", folder.toString());
        String url = environment.getProperty("spring.datasource.url");
        if (url == null) {
            String database = "jdbc:h2:file:" + folder.resolve("carddesk");
            properties.put(EMBEDDED, true);
            properties.put("spring.datasource.url", database);
            properties.put("spring.datasource.username", APPLICATION_USER);
            properties.put("spring.datasource.password", secrets.text("database-application"));
            // With H2's default delay a killed process loses committed work; the mode makes one SQL serve both
            // databases.
            // The database stays open between the owner's connection and the application's, and so keeps these
            // settings.
            properties.put(
                    "spring.flyway.url",
                    database + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                            + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE");
            properties.put("spring.flyway.user", OWNER);
            properties.put("spring.flyway.password", secrets.text("database-owner"));
        } else if (url.startsWith("jdbc:postgresql:")) {
            // Batches of an import go to the server as a few statements instead of one for each row.
            properties.put("spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("installation", properties));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
