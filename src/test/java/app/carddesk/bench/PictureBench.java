package app.carddesk.bench;

import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.pictures.DecodeBench;
import app.carddesk.evidence.pictures.DrawingLimits;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.PictureWork;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a photo costs until both of its clean copies are there. */
@ExtendWith(Figures.class)
class PictureBench {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;

    private final DecodeBench bench = new DecodeBench(new DrawingLimits(80_000_000, Duration.ofSeconds(5), 2));

    @TempDir
    private Path folder;

    @Test
    void cleanCopyAndThumbnail() throws Exception {
        Path file = Files.write(folder.resolve("photo.jpg"), photo(4000, 3000));
        long[] used = new long[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long start = Figures.cpu();
            PictureWork.clean(bench, file, FileType.JPEG);
            if (i >= 0) {
                used[i] = Figures.cpu() - start;
            }
        }
        Figures.add(
                String.format(
                        Locale.ROOT, "clean copy and thumbnail of a 12 MP JPEG of %.1f MB", Files.size(file) / 1e6),
                Figures.milliseconds(Figures.median(used)) + " cpu");
    }

    /** Soft shades with the grain of a sensor. */
    private static byte[] photo(int width, int height) {
        Random random = new Random(20261121);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grain = random.nextInt(14);
                int red = 60 + x * 120 / width + grain;
                int green = 60 + y * 120 / height + grain;
                int blue = 80 + (x / 200 + y / 150) % 2 * 60 + grain;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return DrawnPictures.encoded(image, "jpeg");
    }
}
