package app.carddesk.startup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything Carddesk keeps by default. One running Carddesk owns it, by a lock on a file in it
 * that the operating system gives back however the process ends.
 */
final class DataFolder {

    /** Locks of this process; a second context in the same process, as in tests, shares the first one's. */
    private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

    static final String SECRETS = "secrets.properties";

    private static final String LOCK = "carddesk.lock";

    /** What a folder may hold that something is restored into. */
    private static final Set<String> BEFOREHAND = Set.of(LOCK, SECRETS);

    private DataFolder() {}

    /**
     * Makes sure that the folder exists, can be written and belongs to this process alone.
     *
     * @return the folder, absolute
     * @throws CannotStartException saying what is wrong and what to do
     */
    static Path claim(Path configured) {
        Path folder = usable(configured);
        HELD.computeIfAbsent(folder, DataFolder::lock);
        return folder;
    }

    /** Whether this process has the folder or could have it; false if another Carddesk does. */
    static boolean isFree(Path configured) {
        Path folder = usable(configured);
        if (HELD.containsKey(folder)) {
            return true;
        }
        try (FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            // Claiming it says what is wrong, with words for it.
            return !(e instanceof OverlappingFileLockException);
        }
    }

    /**
     * Makes sure that nothing is in a claimed folder but what is put there beforehand.
     *
     * @throws CannotStartException saying what is in it
     */
    static void requireEmpty(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            List<String> others = children.map(child -> child.getFileName().toString())
                    .filter(name -> !BEFOREHAND.contains(name))
                    .sorted()
                    .limit(5)
                    .toList();
            if (!others.isEmpty()) {
                throw new CannotStartException(
                        "The data folder " + folder + " is not empty: " + String.join(", ", others) + ".",
                        "Name a new folder, --carddesk.data=<folder>, or move away what is in this one. Only " + SECRETS
                                + " may be there already.");
            }
        } catch (IOException e) {
            throw unusable(folder, "cannot be read");
        }
    }

    private static Path usable(Path configured) {
        Path folder = configured.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, "cannot be created");
        }
        if (!Files.isReadable(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder)) {
            throw unusable(folder, "cannot be read and written");
        }
        return folder;
    }

    private static FileChannel lock(Path folder) {
        Path file = folder.resolve(LOCK);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(folder, "cannot be written");
        }
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (IOException e) {
            throw new CannotStartException(
                    "The data folder " + folder + " is on a file system that cannot lock files.",
                    "Use a folder on a local disk: --carddesk.data=<folder>.");
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new CannotStartException(
                    "Another Carddesk is running on the data folder " + folder + ".",
                    "Use that one, or stop it first, or give this one a folder and a port of its own: "
                            + "--carddesk.data=<folder> --server.port=<port>.");
        }
        return channel;
    }

    private static CannotStartException unusable(Path folder, String why) {
        return new CannotStartException(
                "The data folder " + folder + " " + why + ".",
                "Give the account that runs Carddesk the right to read and write it, or name another folder: "
                        + "--carddesk.data=<folder>.");
    }
}
