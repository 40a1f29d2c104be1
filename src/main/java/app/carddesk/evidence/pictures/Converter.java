package app.carddesk.evidence.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The system's converter for HEIC and AVIF, {@code heif-convert} of libheif. */
public final class Converter {

    private static final String NAME = "heif-convert";
    private static final int MOST_OUTPUT = 64 * 1024;
    private static final long MEMORY = 2L << 30;
    private static final long MOST_FILE_BYTES = 512L << 20;

    private final OutsideProgram program;

    private Converter(OutsideProgram program) {
        this.program = program;
    }

    /** The converter of this machine; empty if it is not installed. */
    public static Optional<Converter> find(Duration time) {
        return OutsideProgram.find(NAME).map(path -> at(path, time));
    }

    static Converter at(Path program, Duration time) {
        return new Converter(
                new OutsideProgram(program, new OutsideProgram.Limits(time, MOST_OUTPUT, MEMORY, MOST_FILE_BYTES)));
    }

    /**
     * Converts a file. The converter itself turns and mirrors the picture as the file says, so the result is upright
     * whatever its metadata still claims.
     *
     * @param type what to make of it: JPEG, or PNG where parts of it can be seen through
     * @return the first picture in it
     * @throws UndrawableException if it took too long
     * @throws IOException if it cannot be converted
     */
    Path convert(Path file, FileType type, Path folder) throws IOException, UndrawableException {
        Path result = folder.resolve(type == FileType.PNG ? "picture.png" : "picture.jpg");
        OutsideProgram.Outcome outcome = program.run(
                List.of("--quiet", "-q", "95", file.toAbsolutePath().toString(), result.toString()), folder);
        return switch (outcome) {
            case OutsideProgram.Outcome.Ended(int status, byte[] output) -> {
                Path made = status == 0 ? made(result, folder) : null;
                if (made == null) {
                    throw new IOException("The converter ended with " + status);
                }
                yield made;
            }
            case OutsideProgram.Outcome.TookTooLong() -> throw new UndrawableException(new Undrawable.TookTooLong());
            case OutsideProgram.Outcome.SaidTooMuch() -> throw new IOException("The converter would not stop talking");
        };
    }

    /** A file of several pictures is written as several files, each with its number behind its name. */
    private static @Nullable Path made(Path result, Path folder) throws IOException {
        if (Files.exists(result)) {
            return result;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("picture-1\\.(?:jpg|png)"))
                    .findFirst()
                    .orElse(null);
        }
    }
}
