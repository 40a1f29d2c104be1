package app.carddesk.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pictures of an installation from before contents had addresses: plain files, two to a proof, by the random end of
 * its id.
 */
record LegacyPictures(Path folder) {

    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})-(?:full|thumb)\\.jpg");
    private static final int DEPTH = 3;

    /** A file that may be left over. */
    record Left(UUID proof, Path file) {}

    Optional<byte[]> read(UUID proof, PictureSize size) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(proof, size)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    void remove(UUID proof) throws IOException {
        for (PictureSize size : PictureSize.values()) {
            Files.deleteIfExists(file(proof, size));
        }
    }

    List<Left> left() throws IOException {
        List<Left> left = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return left;
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    left.add(new Left(UUID.fromString(name.group(1)), file));
                }
            }
        }
        return left;
    }

    private Path file(UUID proof, PictureSize size) {
        String id = proof.toString();
        return folder.resolve(id.substring(32, 34))
                .resolve(id.substring(34, 36))
                .resolve(id + "-" + size.path() + ".jpg");
    }
}
