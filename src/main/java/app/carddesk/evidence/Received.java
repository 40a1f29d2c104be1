package app.carddesk.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it arrived, in a temporary place of its own that is gone when this is closed.
 *
 * @param sha256 the hash of what arrived, in hexadecimal
 */
record Received(Path file, long bytes, String sha256) implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    /**
     * Reads a content to its end, counting.
     *
     * @throws TooLargeException with the first byte above the limit
     * @throws IOException if it breaks off; nothing is left behind either way
     */
    static Received read(InputStream content, Path folder, long limit) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "upload-", ".part");
        boolean whole = false;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long count = 0;
            try (OutputStream out = Files.newOutputStream(file)) {
                byte[] buffer = new byte[BUFFER];
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    count += read;
                    if (count > limit) {
                        throw new TooLargeException();
                    }
                    digest.update(buffer, 0, read);
                    out.write(buffer, 0, read);
                }
            }
            whole = true;
            return new Received(file, count, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** More bytes arrived than one file may have. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("Too large");
        }
    }
}
