package app.carddesk.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.InitializingBean;

/** The folder in which files stand while they arrive. What a killed process left there goes at the next start. */
record Incoming(Path folder) implements InitializingBean {

    @Override
    public void afterPropertiesSet() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.part")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder for incoming evidence cannot be cleared", unreadable);
        }
    }
}
