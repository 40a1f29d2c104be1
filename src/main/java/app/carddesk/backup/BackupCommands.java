package app.carddesk.backup;

import app.carddesk.backup.Backups.Written;
import app.carddesk.shared.DatabaseCommand;
import app.carddesk.shared.Ids;
import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.ClosedDatabase;
import app.carddesk.startup.RunningElsewhere;
import app.carddesk.startup.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The commands that keep an installation safe, from the command line and without serving pages:
 * {@code --carddesk.command=} {@code backup}, {@code restore}, {@code verify}, {@code move} or {@code reopen}. They end
 * with 0 if all went well, 1 if something was found that is not whole, and 2 if nothing was done.
 */
public final class BackupCommands {

    static final int DONE = 0;
    static final int FAULTY = 1;
    static final int NOT_DONE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(BackupCommands.class);
    private static final String ARGUMENT = "--carddesk.command=";

    private BackupCommands() {}

    /** What can be asked for. */
    enum Command {
        BACKUP,
        RESTORE,
        VERIFY,
        MOVE,
        /** Works again with a database that was moved elsewhere. */
        REOPEN
    }

    /** Whether the command line asks for one of these instead of for the desk. */
    public static boolean isAsked(String... arguments) {
        return command(arguments).isPresent();
    }

    private static Optional<Command> command(String... arguments) {
        return Arrays.stream(Command.values())
                .filter(command -> Arrays.asList(arguments)
                        .contains(ARGUMENT + command.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Runs what is asked for.
     *
     * @param clock tells the time of a backup
     * @return the exit code
     */
    public static int run(Clock clock, String... arguments) {
        Command command = command(arguments).orElseThrow();
        boolean started = false;
        try (ConfigurableApplicationContext context =
                application(command, clock).run(arguments)) {
            started = true;
            return run(command, clock, context, arguments) ? DONE : FAULTY;
        } catch (RunningElsewhere running) {
            return BackupRequest.ask(running);
        } catch (CannotStartException refusal) {
            if (started) {
                LOG.error("{} {}", refusal.what(), refusal.action());
            }
            return NOT_DONE;
        } catch (RuntimeException | IOException | SQLException e) {
            // Spring has said already why it could not begin.
            if (started) {
                LOG.error("The command {} failed", command, e);
            }
            return NOT_DONE;
        }
    }

    private static boolean run(
            Command command, Clock clock, ConfigurableApplicationContext context, String... arguments)
            throws IOException, SQLException {
        Environment settings = context.getEnvironment();
        return switch (command) {
            case BACKUP -> {
                Written written = context.getBean(Backups.class).write(to(settings), keysTo(settings));
                yield written.missing().isEmpty();
            }
            case RESTORE -> context.getBean(Restore.class).run(from(settings));
            case VERIFY -> {
                Versions.current(context.getBean(Flyway.class));
                yield context.getBean(Verification.class).run();
            }
            case MOVE -> move(context, clock, arguments);
            case REOPEN -> {
                try (Connection owner = context.getBean(Flyway.class)
                        .getConfiguration()
                        .getDataSource()
                        .getConnection()) {
                    ClosedDatabase.open(owner);
                }
                LOG.info("Carddesk works with this database again.");
                yield true;
            }
        };
    }

    private static boolean move(ConfigurableApplicationContext context, Clock clock, String... arguments)
            throws IOException, SQLException {
        Environment settings = context.getEnvironment();
        Move.To to = new Move.To(
                required(settings, "carddesk.move.to.url"),
                required(settings, "carddesk.move.to.username"),
                settings.getProperty("carddesk.move.to.password", ""));
        boolean moved = context.getBean(Move.class).run(to, () -> isWhole(to, clock, arguments));
        if (moved) {
            LOG.info(
                    "Everything was moved to {}. From now on start Carddesk with SPRING_DATASOURCE_URL={} and the same"
                            + " data folder; it refuses to start on the old database.",
                    to,
                    to);
        } else {
            LOG.error(
                    "Not everything arrived at {} whole. Nothing was changed here; work goes on with this database.",
                    to);
        }
        return moved;
    }

    /** Looks at the other database as Carddesk will from then on. */
    private static boolean isWhole(Move.To to, Clock clock, String... arguments) {
        List<String> there = new ArrayList<>(List.of(arguments));
        for (String prefix : List.of("spring.datasource.", "spring.flyway.")) {
            there.add("--" + prefix + "url=" + to.url());
            there.add("--" + prefix + "password=" + to.password());
        }
        there.add("--spring.datasource.username=" + to.username());
        there.add("--spring.flyway.user=" + to.username());
        try (ConfigurableApplicationContext context =
                application(Command.VERIFY, clock).run(there.toArray(String[]::new))) {
            return context.getBean(Verification.class).run();
        } catch (IOException | SQLException e) {
            LOG.error("What arrived could not be verified", e);
            return false;
        }
    }

    static Path to(Environment settings) {
        return Path.of(required(settings, "carddesk.backup.to"));
    }

    static @Nullable Path keysTo(Environment settings) {
        String given = settings.getProperty("carddesk.backup.keys-to");
        return given == null ? null : Path.of(given);
    }

    private static Path from(Environment settings) {
        return Path.of(required(settings, "carddesk.backup.from"));
    }

    private static String required(Environment settings, String name) {
        String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new CannotStartException("The command needs --" + name + ".", "Give it: --" + name + "=…");
        }
        return value;
    }

    static SpringApplication application(Command command, Clock clock) {
        SpringApplicationBuilder builder =
                DatabaseCommand.named(command.name().toLowerCase(Locale.ROOT), CommandParts.class, clock);
        if (command == Command.RESTORE) {
            // Before any bean: keys that are missing would be made, and the database's file as well.
            builder.listeners((ApplicationListener<ApplicationContextInitializedEvent>) started -> {
                ConfigurableApplicationContext context = started.getApplicationContext();
                Restore.check(
                        from(context.getEnvironment()), context.getBeanFactory().getBean("secrets", Secrets.class));
            });
        }
        return builder.build();
    }

    /** The database, what verifies it and what moves it, without the desk. Nothing migrates by itself. */
    @DatabaseCommand.Parts
    @ConfigurationPropertiesScan({"app.carddesk.shared", "app.carddesk.audit", "app.carddesk.evidence.store"})
    @ComponentScan(
            basePackages = "app.carddesk",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "app\\.carddesk\\.startup\\.(ClosedDatabase|DatabaseRights|EmbeddedDatabase)",
                            "app\\.carddesk\\.books\\.(Books|CardChecks|LinkChecks|Totals)",
                            "app\\.carddesk\\.audit\\.(TrailCheck|Verifier|StreamVerifier|AnchorVerifier|AnchorFile"
                                    + "|AnchorRows|EndRows|ChainRows|ChainForm)",
                            "app\\.carddesk\\.personal\\.(PersonalCipher|SealingAtUpgrade)",
                            "app\\.carddesk\\.evidence\\.store\\.(StoreConfiguration|EvidenceHold)"
                        })
            })
    @Import({Backups.class, Restore.class, Move.class, Verification.class})
    static final class CommandParts {

        CommandParts() {}

        @Bean
        Ids ids(Clock clock) {
            return new Ids(clock);
        }

        @Bean
        FlywayMigrationStrategy nothingByItself() {
            return flyway -> LOG.debug("A command decides itself what is migrated");
        }
    }
}
