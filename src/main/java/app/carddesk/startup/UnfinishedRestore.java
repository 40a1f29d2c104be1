package app.carddesk.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mark in a data folder that something is being restored into; Carddesk does not start on it. */
public final class UnfinishedRestore {

    private static final String NAME = "unfinished-restore";

    private UnfinishedRestore() {}

    public static void begin(Path folder) throws IOException {
        Files.createFile(folder.resolve(NAME));
    }

    public static void end(Path folder) throws IOException {
        Files.delete(folder.resolve(NAME));
    }

    /** @throws CannotStartException if the mark is there */
    static void refuse(Path folder) {
        if (Files.exists(folder.resolve(NAME))) {
            throw new CannotStartException(
                    "A restore into the data folder " + folder + " did not come to its end.",
                    "Remove that folder and restore again, or name another one: --carddesk.data=<folder>.");
        }
    }
}
