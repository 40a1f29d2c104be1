package app.carddesk.backup;

import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.RunningElsewhere;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * How the command asks a running Carddesk for a backup: by a file in the data folder, which only whoever owns the folder
 * can write, and which is answered by another.
 */
record BackupRequest(String id, Path to, @Nullable Path keysTo) {

    private static final Logger LOG = LoggerFactory.getLogger(BackupRequest.class);
    private static final String ASKED = "backup-asked.properties";
    private static final String ANSWERED = "backup-answered-";

    /** Longer than the running one takes to look. */
    private static final long PATIENCE_SECONDS = 60;

    private static final long BETWEEN_LOOKS = 200;

    /** Asks, and waits for the answer; the exit code. */
    static int ask(RunningElsewhere running) {
        Environment settings = running.environment();
        Path folder = running.folder();
        try {
            BackupRequest request = new BackupRequest(
                    UUID.randomUUID().toString(),
                    BackupCommands.to(settings).toAbsolutePath(),
                    Optional.ofNullable(BackupCommands.keysTo(settings))
                            .map(Path::toAbsolutePath)
                            .orElse(null));
            request.leave(folder);
            LOG.info("Carddesk is running on {}; it writes the backup itself.", folder);
            return request.await(running);
        } catch (IOException | CannotStartException e) {
            LOG.error("The running Carddesk could not be asked for a backup: {}", e.getMessage());
            return BackupCommands.NOT_DONE;
        }
    }

    private void leave(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("id", id);
        properties.setProperty("to", to.toString());
        if (keysTo != null) {
            properties.setProperty("keys-to", keysTo.toString());
        }
        write(folder, ASKED, properties);
    }

    private int await(RunningElsewhere running) throws IOException {
        Path answer = running.folder().resolve(ANSWERED + id + ".properties");
        long looked = 0;
        while (true) {
            if (Files.exists(answer)) {
                Properties properties = read(answer);
                Files.delete(answer);
                int code = Integer.parseInt(properties.getProperty("code", String.valueOf(BackupCommands.NOT_DONE)));
                if (code == BackupCommands.DONE) {
                    LOG.info(properties.getProperty("told", ""));
                } else {
                    LOG.error(properties.getProperty("told", ""));
                }
                return code;
            }
            if (running.isOver()) {
                LOG.error("The running Carddesk stopped before the backup was written.");
                Files.deleteIfExists(running.folder().resolve(ASKED));
                return BackupCommands.NOT_DONE;
            }
            if (++looked * BETWEEN_LOOKS > TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)
                    && Files.deleteIfExists(running.folder().resolve(ASKED))) {
                LOG.error("The running Carddesk does not take the request. Is it of an older version?");
                return BackupCommands.NOT_DONE;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return BackupCommands.NOT_DONE;
            }
        }
    }

    /** Takes what was asked for, if anything was. */
    static Optional<BackupRequest> take(Path folder) throws IOException {
        Path asked = folder.resolve(ASKED);
        if (!Files.exists(asked)) {
            return Optional.empty();
        }
        Properties properties = read(asked);
        Files.delete(asked);
        String keysTo = properties.getProperty("keys-to");
        return Optional.of(new BackupRequest(
                // It becomes part of a file's name.
                UUID.fromString(properties.getProperty("id", "")).toString(),
                Path.of(Objects.requireNonNull(properties.getProperty("to"), "to")),
                keysTo == null ? null : Path.of(keysTo)));
    }

    void answer(Path folder, int code, String told) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("code", String.valueOf(code));
        properties.setProperty("told", told);
        write(folder, ANSWERED + id + ".properties", properties);
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void write(Path folder, String name, Properties properties) throws IOException {
        Path next = Files.createTempFile(folder, name, ".tmp");
        try (Writer writer = Files.newBufferedWriter(next)) {
            properties.store(writer, null);
        }
        Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
