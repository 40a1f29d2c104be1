package app.carddesk.evidence.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.carddesk.evidence.DrawnPictures;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos that are read the fast way: what they are made into is as good as slow and exact arithmetic makes it. */
class PhotosTest {

    private static final DrawingLimits LIMITS = new DrawingLimits(80_000_000, Duration.ofSeconds(30), 2);

    @TempDir
    Path folder;

    /** Where everything is installed it must be loaded; on a system it was not built for, its tests are skipped. */
    @BeforeEach
    void isThere() {
        if (!"true".equals(System.getenv("CI"))) {
            assumeThat(Leptonica.isThere()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"2500, 900, 60", "4000, 900, 48", "4990, 1000, 48", "5010, 1000, 48", "10100, 700, 36"})
    void the_copy_is_the_mean_of_the_areas_of_the_photo(int width, int height, double leastDecibels) throws Exception {
        byte[] photo = DrawnPictures.encoded(print(width, height), "jpeg");
        BufferedImage page = fast(photo, Pictures.LONG_EDGE);
        assertThat(page.getWidth()).isEqualTo(2500);
        BufferedImage exact = mean(DrawnPictures.decoded(photo), page.getWidth(), page.getHeight());
        assertThat(decibels(page, exact)).isGreaterThan(leastDecibels);
    }

    @Test
    void the_first_look_is_as_sharp_as_its_size_allows() throws Exception {
        byte[] photo = DrawnPictures.encoded(print(4000, 900), "jpeg");
        BufferedImage look = fast(photo, Pictures.FIRST_LOOK_EDGE);
        BufferedImage exact = mean(DrawnPictures.decoded(photo), look.getWidth(), look.getHeight());
        assertThat(decibels(look, exact)).isGreaterThan(36);
    }

    @Test
    void the_copy_loses_no_more_than_the_platforms_writer_would_lose() throws Exception {
        BufferedImage page = print(1200, 800);
        ByteArrayOutputStream platforms = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(platforms)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0.88f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, null), param);
        } finally {
            writer.dispose();
        }
        byte[] copy = Leptonica.jpeg(page, 88);
        assertThat(copy).isNotNull().hasSizeLessThan(platforms.size() * 11 / 10);
        assertThat(decibels(DrawnPictures.decoded(copy), page))
                .isGreaterThan(decibels(DrawnPictures.decoded(platforms.toByteArray()), page) - 0.1);
    }

    @Test
    void colours_of_a_profile_are_those_it_means() throws Exception {
        byte[] photo = DrawnPictures.encoded(plain(new Color(0x80, 0x40, 0x20)), "jpeg");
        byte[] linear = withProfile(photo, ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB));
        assertThat(JpegMarkers.of(file(photo)).ordinary()).isTrue();
        assertThat(JpegMarkers.of(file(linear)).ordinary()).isFalse();
        assertThat(green(drawn(photo))).isBetween(0x3C, 0x44);
        assertThat(green(drawn(linear))).isBetween(0x80, 0x90);
    }

    @Test
    void what_takes_several_scans_is_left_to_the_reader_that_can_be_stopped() throws Exception {
        byte[] photo = DrawnPictures.jpeg(64, 64);
        for (int at = 2; at + 4 < photo.length; at++) {
            if (photo[at] == (byte) 0xFF && photo[at + 1] == (byte) 0xDA) {
                assertThat(photo[at + 4]).isEqualTo((byte) 3);
                photo[at + 4] = 1;
                break;
            }
        }
        assertThat(JpegMarkers.of(file(photo)))
                .extracting(JpegMarkers::plain, JpegMarkers::ordinary)
                .containsExactly(true, false);
    }

    @Test
    void a_photo_of_other_than_the_counted_pixels_is_not_read() throws Exception {
        Path file = file(DrawnPictures.jpeg(64, 48));
        assertThat(Leptonica.jpeg(file, 2500, 64 * 48)).isNotNull();
        assertThat(Leptonica.jpeg(file, 2500, 64 * 47)).isNull();
    }

    @Test
    void what_is_no_photo_is_not_read() throws Exception {
        assertThat(Leptonica.jpeg(file(new byte[0]), 2500, 1)).isNull();
        assertThat(Leptonica.jpeg(file("not a picture".getBytes(StandardCharsets.US_ASCII)), 2500, 1))
                .isNull();
    }

    private BufferedImage fast(byte[] photo, int longEdge) throws IOException {
        Path file = file(photo);
        BufferedImage image = Leptonica.jpeg(file, longEdge, DeclaredPixels.of(file, FileType.JPEG));
        assertThat(image).isNotNull();
        return image;
    }

    private BufferedImage drawn(byte[] photo) throws Exception {
        try (Drawing drawing = new DecodeBench(LIMITS).open(file(photo), FileType.JPEG)) {
            return drawing.page(1).image();
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "photo", ""), content);
    }

    private static int green(BufferedImage image) {
        return image.getRGB(100, 100) >> 8 & 0xFF;
    }

    private static BufferedImage plain(Color colour) {
        BufferedImage image = new BufferedImage(2600, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        return image;
    }

    /** Puts a profile behind the JFIF marker that the platform's writer begins with. */
    private static byte[] withProfile(byte[] jpeg, ICC_Profile profile) {
        byte[] data = profile.getData();
        byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);
        int behind = 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
        return ByteBuffer.allocate(jpeg.length + 4 + name.length + data.length)
                .put(jpeg, 0, behind)
                .putShort((short) 0xFFE2)
                .putShort((short) (2 + name.length + data.length))
                .put(name)
                .put(data)
                .put(jpeg, behind, jpeg.length - behind)
                .array();
    }

    /** Fine print on shaded paper, in two colours, with a little grain. */
    private static BufferedImage print(int width, int height) {
        Random random = new Random(20261121);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int shade = 200 + 40 * x / width - 30 * y / height + random.nextInt(9);
                image.setRGB(x, y, shade << 16 | shade << 8 | shade - 20);
            }
        }
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 40));
        for (int line = 1; line * 60 < height; line++) {
            graphics.setColor(line % 5 == 0 ? new Color(160, 20, 30) : Color.DARK_GRAY);
            graphics.drawString("Receipt 0048213  21.11.2026  14:07  total 500,00  ".repeat(9), 20, line * 60);
        }
        graphics.dispose();
        return image;
    }

    /** The mean of every area, in floating point, taken pixel by pixel. */
    private static BufferedImage mean(BufferedImage from, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double wide = (double) from.getWidth() / width;
        double high = (double) from.getHeight() / height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] sums = new double[3];
                for (int v = (int) (y * high); v < Math.min(from.getHeight(), (y + 1) * high); v++) {
                    for (int u = (int) (x * wide); u < Math.min(from.getWidth(), (x + 1) * wide); u++) {
                        double part = (Math.min(u + 1, (x + 1) * wide) - Math.max(u, x * wide))
                                * (Math.min(v + 1, (y + 1) * high) - Math.max(v, y * high));
                        int pixel = from.getRGB(u, v);
                        for (int band = 0; band < 3; band++) {
                            sums[band] += part * (pixel >> 8 * band & 0xFF);
                        }
                    }
                }
                int pixel = 0;
                for (int band = 0; band < 3; band++) {
                    pixel |= (int) Math.clamp(Math.round(sums[band] / wide / high), 0, 255) << 8 * band;
                }
                to.setRGB(x, y, pixel);
            }
        }
        return to;
    }

    /** The ratio of the highest value to the usual error (PSNR). */
    private static double decibels(BufferedImage image, BufferedImage reference) {
        long squares = 0;
        for (int y = 0; y < reference.getHeight(); y++) {
            for (int x = 0; x < reference.getWidth(); x++) {
                int one = image.getRGB(x, y);
                int other = reference.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    int error = (one >> shift & 0xFF) - (other >> shift & 0xFF);
                    squares += (long) error * error;
                }
            }
        }
        double mean = squares / 3.0 / reference.getWidth() / reference.getHeight();
        return 10 * Math.log10(255 * 255 / Math.max(mean, 1e-9));
    }
}
