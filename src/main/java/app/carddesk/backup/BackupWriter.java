package app.carddesk.backup;

import app.carddesk.backup.Manifest.Part;
import app.carddesk.backup.Table.Column;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup under a name that says it is unfinished. Only once it is on the disk, and every part of it was read
 * again and is what was written, it gets its own name.
 */
final class BackupWriter implements AutoCloseable {

    static final String UNFINISHED = ".unfinished";

    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Part> parts = new ArrayList<>();

    BackupWriter(Path file) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly(file));
        this.channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
    }

    /** Writes what a part holds; how many things it holds. */
    interface Content {
        long write(DataOutputStream to) throws IOException, SQLException;
    }

    void part(String name, List<Column> columns, boolean compressed, Content content) throws IOException, SQLException {
        zip.setLevel(compressed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = Hash.sha256();
        Counted counted = new Counted(new DigestOutputStream(new KeptOpen(zip), digest));
        DataOutputStream out = new DataOutputStream(counted);
        long count = content.write(out);
        out.flush();
        zip.closeEntry();
        parts.add(new Part(name, counted.bytes, HexFormat.of().formatHex(digest.digest()), count, columns));
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Ends with the manifest, makes sure of all of it, and gives it its name. */
    void finish(Manifest manifest) throws IOException {
        byte[] text = JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(manifest)
                .getBytes(StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(Parts.MANIFEST));
        zip.write(text);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry(Parts.MANIFEST_HASH));
        zip.write(Hash.hex(text).getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        try (BackupFile written = BackupFile.open(unfinished)) {
            written.verify();
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves nothing behind that is not finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A part ends before the file does. */
    private static final class KeptOpen extends FilterOutputStream {

        private KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static final class Counted extends FilterOutputStream {

        private long bytes;

        private Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] written, int from, int length) throws IOException {
            out.write(written, from, length);
            bytes += length;
        }
    }
}
