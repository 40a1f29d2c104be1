package app.carddesk.evidence.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.evidence.DrawnDocuments;
import app.carddesk.evidence.DrawnPictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files cut off and damaged at many places: each ends as a result, never as an {@link Error}. */
class HostileFilesTest {

    private static final int CUTS = 40;
    private static final int DAMAGES = 150;
    private static final int DAMAGED_DOCUMENTS = 6;

    /** A WebP picture of a few pixels, as no writer for that format is at hand. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRgICAABXRUJQVlA4WAoAAAAIAAAAFwAAFwAAVlA4ICIBAAAwCACdASoYABgAPpE+l0kloyGhKA1QsBIJbACd"
                    + "MoR1B4x+DXIGaX90MmL5aOUDeAKSQ9ADpdAExMz7IH78meKUIxN80xEmppIaAAD+5fB92UZP1ivSnrUjHMgKJfXH"
                    + "SDxA2dcECKh/8wPiuUAqfw7nrB7+OIJ/+GP7/6HgmUR+udPf7uN//9vApCn/47P5MAwxteM01Tycgx6AyYbk8Lh4"
                    + "zlgnE/9BX0f8/uxUP0pNqO/JhN1B/EoG0qzOv5eqvJVwD1vvAlSdGp7ZOger5qS6VCHzWi3W7fXnpvDiPqc/RMA3"
                    + "h39PNbz10zdtpaWLv+I/iWH/8wQ23o3mXgEmJxvyFnD+A3l+cWWX/7ehoaV+bSXePn79oP8+14V+KbBHtAAAAEVY"
                    + "SUa6AAAARXhpZgAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsBBQABAAAAXgAAACgBAwABAAAA"
                    + "AgAAABMCAwABAAAAAQAAAGmHBAABAAAAZgAAAAAAAAA4YwAA6AMAADhjAADoAwAABgAAkAcABAAAADAyMTABkQcA"
                    + "BAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAABgAAAADoAQAAQAAABgAAAAAAAAA");

    private final DecodeBench bench = new DecodeBench(new DrawingLimits(4_000_000, Duration.ofSeconds(20), 2));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "tiff", "bmp", "webp"})
    void a_picture_cut_off_anywhere_ends_as_a_result(String format) throws Exception {
        byte[] whole = whole(format);
        for (int cut = 0; cut < CUTS; cut++) {
            endsAsAResult(Arrays.copyOf(whole, (int) ((long) whole.length * cut / CUTS)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "tiff", "bmp", "webp"})
    void a_picture_damaged_anywhere_ends_as_a_result(String format) throws Exception {
        Random random = new Random(20261121);
        byte[] whole = whole(format);
        for (int i = 0; i < DAMAGES; i++) {
            endsAsAResult(damaged(whole, random));
        }
        assertThat(endsAsAResult(DrawnPictures.jpeg(30, 20))).isInstanceOf(DrawnPage.class);
    }

    @Test
    void a_damaged_document_ends_as_a_result() throws Exception {
        Random random = new Random(20261121);
        byte[] whole = DrawnDocuments.pages("Receipt of 2 May 2024");
        for (int i = 0; i < DAMAGED_DOCUMENTS; i++) {
            endsAsAResult(damaged(whole, random));
        }
        assertThat(endsAsAResult(whole)).isInstanceOf(DrawnPage.class);
    }

    @Test
    void what_else_a_picture_is_does_not_survive() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("payload.class"));
            entries.write("SECOND-FORMAT".getBytes(StandardCharsets.UTF_8));
        }
        byte[] page = "<html><script>SECOND-FORMAT</script></html>".getBytes(StandardCharsets.UTF_8);
        for (byte[] polyglot : new byte[][] {
            joined(DrawnPictures.jpeg(200, 100), zip.toByteArray()),
            joined(DrawnPictures.png(200, 100), page),
            joined(DrawnPictures.jpeg(200, 100), DrawnDocuments.pages("SECOND-FORMAT")),
            joined(DrawnPictures.encoded(DrawnPictures.fields(200, 100), "gif"), page),
            joined(DrawnDocuments.pages("Receipt"), DrawnPictures.heldAs(1, 200, 100)),
        }) {
            Object drawn = endsAsAResult(polyglot);
            assertThat(drawn).isInstanceOf(DrawnPage.class);
            BufferedImage image = ((DrawnPage) drawn).image();
            for (byte[] kept : new byte[][] {Pictures.copy(image), Pictures.thumbnail(image)}) {
                assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                        .startsWith("\u00FF\u00D8")
                        .endsWith("\u00FF\u00D9")
                        .doesNotContain("SECOND-FORMAT", "PK\u0003\u0004", "<script", "%PDF", DrawnPictures.TRACE);
            }
        }
    }

    /** The page, or why there is none. */
    private Object endsAsAResult(byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("given"), content);
        FileType type = FileType.of(file);
        if (!type.isTaken()) {
            return type;
        }
        try (Drawing drawing = bench.open(file, type)) {
            assertThat(drawing.firstLook()).isNotEmpty();
            return drawing.page(1);
        } catch (UndrawableException refused) {
            // A file of some hundred bytes is done with at once, whatever is in it.
            assertThat(refused.why()).isNotEqualTo(new Undrawable.TookTooLong());
            return refused.why();
        }
    }

    private static byte[] whole(String format) {
        return format.equals("webp") ? WEBP : DrawnPictures.encoded(DrawnPictures.fields(64, 48), format);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        for (int i = 0, flips = 1 + random.nextInt(6); i < flips; i++) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
