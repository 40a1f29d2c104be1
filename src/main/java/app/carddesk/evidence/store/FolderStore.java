package app.carddesk.evidence.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Keeps objects as files in a folder, two levels deep so that no folder grows without end. */
final class FolderStore implements ObjectStore {

    private static final Pattern LEVEL = Pattern.compile("[0-9a-f]{2}");
    private static final String UNFINISHED = "unfinished";

    private final Path folder;

    /** Takes a folder into use; what a killed process left unfinished there goes. */
    FolderStore(Path folder) throws IOException {
        this.folder = folder;
        Path unfinished = folder.resolve(UNFINISHED);
        Files.createDirectories(unfinished);
        for (Path left : children(unfinished, name -> true)) {
            Files.deleteIfExists(left);
        }
    }

    @Override
    public void put(String address, byte[] bytes) throws IOException {
        Path file = path(address);
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(folder.resolve(UNFINISHED), "", "");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                // The row that names this file is durable once committed; so must the file be.
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
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

    @Override
    public List<StoredObject> list(String after, int limit) throws IOException {
        List<StoredObject> found = new ArrayList<>();
        for (Path first : children(folder, name -> isLevel(name) && !isBefore(name, after, 0))) {
            boolean edge = !after.isEmpty() && name(first).equals(after.substring(0, 2));
            for (Path second : children(first, name -> isLevel(name) && !(edge && isBefore(name, after, 2)))) {
                for (Path file : children(second, name -> Address.is(name) && name.compareTo(after) > 0)) {
                    if (found.size() == limit) {
                        return found;
                    }
                    add(found, file);
                }
            }
        }
        return found;
    }

    private static void add(List<StoredObject> found, Path file) throws IOException {
        try {
            found.add(
                    new StoredObject(name(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException meanwhile) {
            // Removed since the folder was read: then it is not kept.
        }
    }

    private static boolean isLevel(String name) {
        return LEVEL.matcher(name).matches();
    }

    private static boolean isBefore(String name, String after, int from) {
        return !after.isEmpty() && name.compareTo(after.substring(from, from + 2)) < 0;
    }

    private static List<Path> children(Path folder, Predicate<String> wanted) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, child -> wanted.test(name(child)))) {
            all.forEach(children::add);
        } catch (NoSuchFileException none) {
            return List.of();
        }
        children.sort(null);
        return children;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private Path path(String address) {
        Address.checked(address);
        return folder.resolve(address.substring(0, 2))
                .resolve(address.substring(2, 4))
                .resolve(address);
    }
}
