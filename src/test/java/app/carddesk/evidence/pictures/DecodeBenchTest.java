package app.carddesk.evidence.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.evidence.DrawnPictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeBenchTest {

    private static final DrawingLimits LIMITS = new DrawingLimits(80_000_000, Duration.ofSeconds(5), 2);

    private final DecodeBench bench = new DecodeBench(LIMITS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_way_of_holding_a_camera_ends_upright(int orientation) throws Exception {
        PictureWork picture = clean(DrawnPictures.heldAs(orientation, 600, 400));

        assertThat(picture.width()).isEqualTo(600);
        assertThat(picture.height()).isEqualTo(400);
        for (byte[] copy : List.of(picture.copy(), picture.thumbnail())) {
            BufferedImage seen = DrawnPictures.decoded(copy);
            assertThat(colour(seen, 0.25, 0.25)).isEqualTo(Color.RED);
            assertThat(colour(seen, 0.75, 0.25)).isEqualTo(Color.GREEN);
            assertThat(colour(seen, 0.25, 0.75)).isEqualTo(Color.BLUE);
            assertThat(colour(seen, 0.75, 0.75)).isEqualTo(Color.WHITE);
        }
    }

    @Test
    void nothing_of_the_metadata_is_in_either_copy() throws Exception {
        byte[] given = DrawnPictures.heldAs(6, 600, 400);
        assertThat(text(given)).contains("Exif", DrawnPictures.TRACE);

        PictureWork picture = clean(given);

        assertThat(text(picture.copy())).doesNotContain("Exif", DrawnPictures.TRACE);
        assertThat(text(picture.thumbnail())).doesNotContain("Exif", DrawnPictures.TRACE);
    }

    @Test
    void a_large_picture_is_made_smaller_and_a_small_one_is_not_made_larger() throws Exception {
        PictureWork large = clean(DrawnPictures.jpeg(4000, 3000));
        assertThat(large.width()).isEqualTo(Pictures.LONG_EDGE);
        assertThat(large.height()).isEqualTo(1875);
        assertThat(DrawnPictures.decoded(large.thumbnail()).getWidth()).isEqualTo(Pictures.THUMBNAIL_EDGE);

        PictureWork small = clean(DrawnPictures.png(32, 20));
        assertThat(small.width()).isEqualTo(32);
        assertThat(DrawnPictures.decoded(small.thumbnail()).getHeight()).isEqualTo(20);
    }

    @Test
    void a_very_thin_picture_keeps_its_width() throws Exception {
        PictureWork thin = clean(DrawnPictures.png(1, 9000));
        assertThat(thin.width()).isEqualTo(1);
        assertThat(thin.height()).isLessThanOrEqualTo(Pictures.LONG_EDGE);
    }

    @Test
    void see_through_parts_become_white() throws Exception {
        BufferedImage clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        PictureWork picture = clean(DrawnPictures.encoded(clear, "png"));
        assertThat(colour(DrawnPictures.decoded(picture.copy()), 0.5, 0.5)).isEqualTo(Color.WHITE);
    }

    @Test
    void a_bomb_is_refused_by_its_header_without_being_decoded() throws Exception {
        long before = allocated();
        assertThat(failure(DrawnPictures.pngClaiming(65_536, 65_536)))
                .isEqualTo(new Undrawable.TooManyPixels(65_536L * 65_536L, 80_000_000));
        assertThat(allocated() - before).isLessThan(64 << 20);
    }

    @Test
    void a_picture_that_breaks_off_is_broken() throws Exception {
        byte[] jpeg = DrawnPictures.heldAs(1, 1200, 800);
        byte[] png = DrawnPictures.png(1200, 800);
        assertThat(failure(Arrays.copyOf(jpeg, jpeg.length * 2 / 3))).isEqualTo(new Undrawable.Broken());
        assertThat(failure(Arrays.copyOf(png, png.length / 2))).isEqualTo(new Undrawable.Broken());
    }

    @Test
    void what_takes_too_long_is_given_up_and_the_next_one_still_works() throws Exception {
        DecodeBench hasty = new DecodeBench(new DrawingLimits(80_000_000, Duration.ofNanos(1), 1));
        assertThat(failure(hasty, DrawnPictures.jpeg(3000, 2000)))
                .isIn(new Undrawable.TookTooLong(), new Undrawable.Busy());
        assertThat(clean(DrawnPictures.jpeg(300, 200)).width()).isEqualTo(300);
    }

    @Test
    void many_at_once_all_arrive() throws Exception {
        byte[] given = DrawnPictures.heldAs(8, 1600, 1200);
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            Callable<Integer> one = () -> clean(given).width();
            List<Future<Integer>> all = people.invokeAll(java.util.Collections.nCopies(24, one));
            for (Future<Integer> width : all) {
                assertThat(width.get()).isEqualTo(1600);
            }
        }
    }

    private PictureWork clean(byte[] content) throws Exception {
        Path file = file(content);
        return PictureWork.clean(bench, file, FileType.of(file));
    }

    private Undrawable failure(byte[] content) throws IOException {
        return failure(bench, content);
    }

    private Undrawable failure(DecodeBench at, byte[] content) throws IOException {
        Path file = file(content);
        try {
            PictureWork.clean(at, file, FileType.of(file));
        } catch (UndrawableException undrawable) {
            return undrawable.why();
        }
        throw new AssertionError("A picture was drawn");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "given", ""), content);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** The pure colour nearest to what is seen at a place, since JPEG shifts each a little. */
    private static Color colour(BufferedImage image, double x, double y) {
        Color seen = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
        return new Color(pure(seen.getRed()), pure(seen.getGreen()), pure(seen.getBlue()));
    }

    private static int pure(int value) {
        return value > 127 ? 255 : 0;
    }

    private static long allocated() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
