package app.carddesk.evidence.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps pictures as files in a folder, two levels deep so that no folder grows without end. */
public class FolderStore implements EvidenceStore {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".part";

    private final Path folder;

    public FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] content) throws IOException {
        String address = addressOf(content);
        Path file = path(address);
        Path parent = folder.resolve(address.substring(0, 2)).resolve(address.substring(2, 4));
        Files.createDirectories(parent);
        Path unfinished = Files.createTempFile(parent, "", UNFINISHED);
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                // The row that names this file is durable once committed; so must the file be.
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return address;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public Optional<byte[]> get(String address) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path(address)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String address) throws IOException {
        Files.deleteIfExists(path(address));
    }

    private Path path(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("Not an address of this store");
        }
        return folder.resolve(address.substring(0, 2))
                .resolve(address.substring(2, 4))
                .resolve(address);
    }

    private static String addressOf(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
