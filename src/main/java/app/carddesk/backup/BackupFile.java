package app.carddesk.backup;

import app.carddesk.backup.Manifest.Part;
import app.carddesk.startup.CannotStartException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was written. */
final class BackupFile implements AutoCloseable {

    /** More than any content may have; a longer one is damage. */
    private static final int LONGEST_CONTENT = 256 * 1024 * 1024;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads what it says it holds.
     *
     * @throws CannotStartException if it is no whole backup, or of a newer Carddesk
     */
    static BackupFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CannotStartException(
                    "There is no backup " + file + ".", "Name the file: --carddesk.backup.from=<file>.");
        }
        @Nullable ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            byte[] text = whole(zip, Parts.MANIFEST);
            String hash = new String(whole(zip, Parts.MANIFEST_HASH), StandardCharsets.US_ASCII);
            if (!Hash.hex(text).equals(hash)) {
                throw damaged(file, "its list of parts was changed");
            }
            Manifest manifest = JsonMapper.shared().readValue(text, Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw new CannotStartException(
                        "The backup " + file + " was written by a newer Carddesk, " + manifest.product() + ".",
                        "Restore it with that version or a later one.");
            }
            return new BackupFile(file, zip, manifest);
        } catch (IOException | JacksonException | CannotStartException e) {
            close(zip, e);
            throw e instanceof CannotStartException refusal ? refusal : damaged(file, "it is cut off or no backup");
        }
    }

    private static void close(@Nullable ZipFile zip, Exception because) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads every part and compares it with what was written.
     *
     * @throws CannotStartException naming the part that is damaged or missing
     */
    void verify() {
        for (Part part : manifest.parts()) {
            MessageDigest digest = Hash.sha256();
            long bytes;
            try (InputStream in = new DigestInputStream(stream(part.name()), digest)) {
                bytes = in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw damaged(file, part.name() + " cannot be read");
            }
            if (bytes != part.bytes()
                    || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                throw damaged(file, part.name() + " is not what was written");
            }
        }
    }

    /** The rows of a part that is a table. */
    Rows rows(Part part) {
        return sink -> {
            try (InputStream in = stream(part.name())) {
                RowText.read(part.columns(), in).each(sink);
            }
        };
    }

    InputStream stream(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw damaged(file, part + " is missing");
        }
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    /** Takes sealed contents. */
    interface Contents {
        void accept(String address, byte[] sealed) throws IOException;
    }

    /** Hands over every content of the evidence store, sealed. */
    void contents(Contents each) throws IOException {
        try (DataInputStream in = new DataInputStream(stream(Parts.EVIDENCE))) {
            while (true) {
                String address;
                try {
                    address = in.readUTF();
                } catch (EOFException end) {
                    return;
                }
                int length = in.readInt();
                if (length < 0 || length > LONGEST_CONTENT) {
                    throw damaged(file, Parts.EVIDENCE + " is not what was written");
                }
                each.accept(address, in.readNBytes(length));
            }
        }
    }

    private static byte[] whole(ZipFile zip, String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("There is no " + part);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static CannotStartException damaged(Path file, String how) {
        return new CannotStartException(
                "The backup " + file + " is damaged: " + how + ".",
                "Nothing was restored. Use another copy of it, or an earlier backup.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
