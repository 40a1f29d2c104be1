package app.carddesk.evidence.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.carddesk.evidence.DrawnPictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of picture that is taken: known by its content, drawn upright, and refused by its header if too large. */
class FormatsTest {

    private static final DrawingLimits LIMITS = new DrawingLimits(80_000_000, Duration.ofSeconds(30), 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "tiff", "bmp"})
    void is_known_by_its_content_and_drawn(String format) throws Exception {
        Path file = file(DrawnPictures.encoded(DrawnPictures.fields(600, 400), format));
        assertThat(FileType.of(file).name()).isEqualToIgnoringCase(format);
        showsTheFields(draw(file));
    }

    @ParameterizedTest
    @MethodSource("waysOfHolding")
    void stands_upright_however_it_was_held(String format, int orientation) throws Exception {
        showsTheFields(draw(file(DrawnPictures.heldAs(orientation, 600, 400, format))));
    }

    static Stream<Arguments> waysOfHolding() {
        return Stream.of("png", "tiff")
                .flatMap(format ->
                        Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map(orientation -> Arguments.of(format, orientation)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "8, 1", "3, 2", "6, 3"})
    void the_phones_own_format_is_turned_once_only_although_it_says_so_twice(int orientation, int quarters)
            throws Exception {
        Path encoder = OutsideProgram.find("heif-enc").orElse(null);
        assumeConverter();
        assumeThat(encoder).isNotNull();
        Path jpeg = Files.write(folder.resolve("held.jpg"), DrawnPictures.heldAs(orientation, 640, 480));
        Path heic = folder.resolve("held.heic");
        OutsideProgram.Outcome made = new OutsideProgram(
                        encoder, new OutsideProgram.Limits(Duration.ofSeconds(60), 100_000, 4L << 30, 10 << 20))
                .run(List.of(jpeg.toString(), "-o", heic.toString()), folder);
        assumeThat(made)
                .isInstanceOfSatisfying(
                        OutsideProgram.Outcome.Ended.class,
                        ended -> assertThat(ended.status()).isZero());
        turn(heic, quarters);
        assertThat(FileType.of(heic)).isEqualTo(FileType.HEIC);
        BufferedImage drawn = draw(heic);
        assertThat(drawn.getWidth()).isEqualTo(640);
        showsTheFields(drawn);
    }

    /** Makes the property that tells the depth of colour, which nobody needs, one that turns the picture. */
    private static void turn(Path heic, int quarters) throws Exception {
        byte[] bytes = Files.readAllBytes(heic);
        int property = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pixi");
        assertThat(property).isPositive();
        System.arraycopy(ascii("irot"), 0, bytes, property, 4);
        bytes[property + 4] = (byte) quarters;
        Files.write(heic, bytes);
    }

    @Test
    void without_a_converter_the_phones_own_format_is_known_but_not_drawn() throws Exception {
        DecodeBench bare = new DecodeBench(LIMITS, null, folder);
        for (FileType type : List.of(FileType.HEIC, FileType.AVIF)) {
            assertThatThrownBy(() -> bare.open(file(new byte[10]), type))
                    .isInstanceOfSatisfying(
                            UndrawableException.class,
                            refused -> assertThat(refused.why()).isEqualTo(new Undrawable.NoConverter(type)));
        }
        assertThat(bare.open(file(DrawnPictures.png(20, 20)), FileType.PNG).pages())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void a_bomb_is_refused_by_its_header(FileType type, byte[] content) throws Exception {
        Path file = file(content);
        assertThat(FileType.of(file)).isEqualTo(type);
        assumeConverterFor(type);
        assertThatThrownBy(() -> draw(file))
                .isInstanceOfSatisfying(
                        UndrawableException.class,
                        refused -> assertThat(refused.why()).isInstanceOf(Undrawable.TooManyPixels.class));
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                        List.of(FileType.PNG, DrawnPictures.pngClaiming(65_536, 65_536)),
                        List.of(FileType.JPEG, jpegClaiming(65_500, 65_500)),
                        List.of(FileType.GIF, DrawnPictures.gifClaiming(65_535, 65_535, 10, 10)),
                        List.of(FileType.GIF, DrawnPictures.gifClaiming(10, 10, 65_535, 65_535)),
                        List.of(FileType.BMP, bmpClaiming(65_536, -65_536)),
                        List.of(FileType.TIFF, tiffClaiming(65_536, 65_536)),
                        List.of(FileType.WEBP, webpClaiming(65_536, 65_536)),
                        List.of(FileType.HEIC, heifClaiming("heic", 65_536, 65_536)),
                        List.of(FileType.AVIF, heifClaiming("avif", 65_536, 65_536)))
                .map(bomb -> Arguments.of(bomb.get(0), bomb.get(1)));
    }

    @Test
    void a_frame_beyond_its_screen_counts() throws Exception {
        assertThat(DeclaredPixels.of(file(DrawnPictures.gifClaiming(10, 10, 30, 20)), FileType.GIF))
                .isEqualTo(600);
    }

    @Test
    void a_large_photo_is_shrunk_to_the_mean_of_its_parts() throws Exception {
        BufferedImage stripes = new BufferedImage(5000, 3000, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 3000; y++) {
            for (int x = 0; x < 5000; x += 2) {
                stripes.setRGB(x, y, 0xFFFFFF);
            }
        }
        BufferedImage drawn = draw(file(DrawnPictures.encoded(stripes, "jpeg")));
        assertThat(drawn.getWidth()).isEqualTo(2500);
        for (int x = 100; x < 2400; x += 371) {
            assertThat(drawn.getRGB(x, 700) & 0xFF).isBetween(117, 138);
        }
        showsTheFields(draw(file(DrawnPictures.heldAs(6, 4001, 2999))));
        showsTheFields(draw(file(DrawnPictures.jpeg(3333, 2600))));
    }

    private BufferedImage draw(Path file) throws Exception {
        try (Drawing drawing = new DecodeBench(
                        LIMITS, Converter.find(LIMITS.time()).orElse(null), folder)
                .open(file, FileType.of(file))) {
            drawing.firstLook();
            return drawing.page(1).image();
        }
    }

    private static void assumeConverterFor(FileType type) {
        if (type == FileType.HEIC || type == FileType.AVIF) {
            assumeConverter();
        }
    }

    /** Where everything is installed it must be found; elsewhere its tests are skipped. */
    private static void assumeConverter() {
        if (!"true".equals(System.getenv("CI"))) {
            assumeThat(Converter.find(LIMITS.time())).isPresent();
        }
    }

    private static void showsTheFields(BufferedImage image) {
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
        assertThat(colour(image, 0.25, 0.25)).isEqualTo(Color.RED);
        assertThat(colour(image, 0.75, 0.25)).isEqualTo(Color.GREEN);
        assertThat(colour(image, 0.25, 0.75)).isEqualTo(Color.BLUE);
        assertThat(colour(image, 0.75, 0.75)).isEqualTo(Color.WHITE);
    }

    /** The pure colour nearest to what is seen at a place. */
    private static Color colour(BufferedImage image, double x, double y) {
        Color seen = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
        return new Color(pure(seen.getRed()), pure(seen.getGreen()), pure(seen.getBlue()));
    }

    private static int pure(int value) {
        return value > 127 ? 255 : 0;
    }

    private Path file(byte[] content) throws Exception {
        return Files.write(Files.createTempFile(folder, "given", ""), content);
    }

    private static byte[] jpegClaiming(int width, int height) {
        byte[] jpeg = DrawnPictures.jpeg(16, 16);
        for (int at = 2; at + 9 < jpeg.length; at++) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return jpeg;
            }
        }
        throw new AssertionError("A JPEG without a frame");
    }

    private static byte[] bmpClaiming(int width, int height) {
        byte[] bmp = DrawnPictures.encoded(DrawnPictures.fields(16, 16), "bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
        return bmp;
    }

    private static byte[] tiffClaiming(int width, int height) {
        byte[] tiff = DrawnPictures.encoded(DrawnPictures.fields(16, 16), "tiff");
        ByteBuffer bytes = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = bytes.getInt(4);
        for (int i = 0; i < bytes.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            int tag = bytes.getShort(entry);
            if (tag == 256 || tag == 257) {
                bytes.putShort(entry + 2, (short) 4).putInt(entry + 8, tag == 256 ? width : height);
            }
        }
        return tiff;
    }

    private static byte[] webpClaiming(int width, int height) {
        return ByteBuffer.allocate(30)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(22)
                .put(ascii("WEBPVP8X"))
                .putInt(10)
                .putInt(0)
                .put((byte) (width - 1))
                .putShort((short) (width - 1 >> 8))
                .put((byte) (height - 1))
                .putShort((short) (height - 1 >> 8))
                .array();
    }

    private static byte[] heifClaiming(String brand, int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(24 + 12 + 8 + 8 + 20);
        bytes.putInt(24).put(ascii("ftyp" + brand)).putInt(0).put(ascii("mif1" + brand));
        bytes.putInt(48).put(ascii("meta")).putInt(0);
        bytes.putInt(36).put(ascii("iprp"));
        bytes.putInt(28).put(ascii("ipco"));
        bytes.putInt(20).put(ascii("ispe")).putInt(0).putInt(width).putInt(height);
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
