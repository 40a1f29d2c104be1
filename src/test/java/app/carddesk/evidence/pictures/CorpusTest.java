package app.carddesk.evidence.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.evidence.DrawnPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real, odd, broken and hostile files, where the collection stands beside the project. */
class CorpusTest {

    private static final DrawingLimits LIMITS = new DrawingLimits(80_000_000, Duration.ofSeconds(5), 2);

    private final DecodeBench bench = new DecodeBench(LIMITS);

    @TempDir
    Path folder;

    private @Nullable Path corpus;

    @BeforeEach
    void findCorpus() {
        for (Path at = Path.of("").toAbsolutePath(); at != null && corpus == null; at = at.getParent()) {
            if (Files.exists(at.resolve("shared/corpus/index.csv"))) {
                corpus = at.resolve("shared/corpus");
            }
        }
        Assumptions.assumeTrue(corpus != null, "no collection of files beside the project");
    }

    @Test
    void photosOfEveryOrientationLookAlike() throws Exception {
        BufferedImage upright = thumbnail("01-exif-orientation/Landscape_1.jpg");
        for (int orientation = 2; orientation <= 8; orientation++) {
            BufferedImage turned = thumbnail("01-exif-orientation/Landscape_" + orientation + ".jpg");
            assertThat(turned.getWidth()).isEqualTo(upright.getWidth());
            assertThat(difference(upright, turned))
                    .as("orientation %d", orientation)
                    .isLessThan(12);
        }
    }

    @Test
    void picturesWithOddMetadataAreTakenAndCleaned() throws Exception {
        for (Path file : files("02-metadata")) {
            assertThat(result(file)).as(file.toString()).isInstanceOfSatisfying(PictureWork.class, clean -> {
                String copy = new String(clean.copy(), StandardCharsets.ISO_8859_1);
                assertThat(copy).doesNotContain("Exif", "<script", "onmouseover", "alert(");
            });
        }
    }

    @Test
    void everyValidPngIsTaken() throws Exception {
        for (Path file : files("03-pngsuite-valid")) {
            assertThat(result(file)).as(file.toString()).isInstanceOf(PictureWork.class);
        }
    }

    @Test
    void corruptPngsAreRefused() throws Exception {
        for (Path file : files("04-pngsuite-corrupt")) {
            // Only a checksum is wrong in this one; it is drawn anew.
            boolean readable = file.endsWith("xhdn0g08.png");
            assertThat(result(file) instanceof PictureWork).as(file.toString()).isEqualTo(readable);
        }
    }

    @Test
    void unusualJpegsAreTaken() throws Exception {
        for (Path file : files("05-jpeg-unusual")) {
            assertThat(result(file)).as(file.toString()).isInstanceOf(PictureWork.class);
        }
    }

    @Test
    void brokenJpegsAreRefused() throws Exception {
        for (Path file : files("06-jpeg-broken")) {
            assertThat(result(file)).as(file.toString()).isEqualTo(new Undrawable.Broken());
        }
    }

    @Test
    void everythingElseIsRefusedByItsRealNameEvenIfItIsCalledAPicture() throws Exception {
        Set<FileType> seen = EnumSet.noneOf(FileType.class);
        for (String of : List.of(
                "07-webp-avif-heic",
                "08-other-types",
                "13-bombs",
                "14-pdf-valid",
                "15-pdf-encrypted",
                "16-pdf-active",
                "17-pdf-broken",
                "18-text")) {
            for (Path file : files(of)) {
                Path renamed = Files.copy(file, folder.resolve("picture.jpg"), StandardCopyOption.REPLACE_EXISTING);
                FileType type = FileType.of(renamed);
                assertThat(type.isTaken()).as("%s: %s", file, type).isEqualTo(file.endsWith("jpg.jpg"));
                if (!file.toString().endsWith(".fuzz")) {
                    assertThat(type).as(file.toString()).isNotEqualTo(FileType.UNKNOWN);
                }
                seen.add(type);
            }
        }
        assertThat(seen)
                .contains(
                        FileType.WEBP,
                        FileType.HEIC,
                        FileType.AVIF,
                        FileType.GIF,
                        FileType.TIFF,
                        FileType.BMP,
                        FileType.ICON,
                        FileType.PHOTOSHOP,
                        FileType.SEVEN_ZIP,
                        FileType.RAR,
                        FileType.HTML,
                        FileType.SVG,
                        FileType.PDF,
                        FileType.PROGRAM,
                        FileType.TEXT);
    }

    private BufferedImage thumbnail(String name) throws IOException {
        Object result = result(java.util.Objects.requireNonNull(corpus).resolve(name));
        assertThat(result).isInstanceOf(PictureWork.class);
        return DrawnPictures.decoded(((PictureWork) result).thumbnail());
    }

    /** What is kept of a file, or why nothing is. */
    private Object result(Path file) throws IOException {
        try {
            return PictureWork.clean(bench, file, FileType.of(file));
        } catch (UndrawableException undrawable) {
            return undrawable.why();
        }
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files =
                Files.list(java.util.Objects.requireNonNull(corpus).resolve(name))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).isNotEmpty();
            return all;
        }
    }

    /** The mean difference of brightness over all pixels. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 0xFF) - (other.getRGB(x, y) >> 8 & 0xFF));
            }
        }
        return (double) sum / one.getWidth() / one.getHeight();
    }
}
