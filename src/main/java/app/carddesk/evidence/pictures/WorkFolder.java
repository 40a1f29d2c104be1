package app.carddesk.evidence.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for one piece of work, readable for this user only, that is gone with everything in it when this is closed.
 */
public record WorkFolder(Path path) implements AutoCloseable {

    private static final String PREFIX = "work-";

    /** Makes a folder of its own below another, which is made too if it is missing. */
    public static WorkFolder in(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new WorkFolder(Files.createTempDirectory(parent, PREFIX).toAbsolutePath());
    }

    /** Removes what a killed process left below a folder. */
    public static void clear(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> folders = Files.list(parent)) {
            left = folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path folder : left) {
            new WorkFolder(folder).close();
        }
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
