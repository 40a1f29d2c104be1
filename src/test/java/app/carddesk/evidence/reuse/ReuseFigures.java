package app.carddesk.evidence.reuse;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, for each way of copying, how many of a hundred copies are found, and how often receipts are confused. */
public final class ReuseFigures {

    /** How many copies are made for each way of copying and each kind of picture. */
    public static final int COPIES = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ReuseFigures.class);

    /** Pictures of the corpus on which there is something to be seen. */
    private static final List<String> CORPUS = List.of(
            "01-exif-orientation/Landscape_1.jpg",
            "02-metadata/exif_gps_typeerror.jpg",
            "02-metadata/payload_in_all_known_metadata.jpg",
            "05-jpeg-unusual/eof-sos-segment-bug.jpg",
            "05-jpeg-unusual/jfif-bogus-empty-jfif-segment.jpg",
            "05-jpeg-unusual/jfif-jfxx-thumbnail-olympus-d320l.jpg",
            "05-jpeg-unusual/jfif-progressive-invalid-dht.jpg",
            "05-jpeg-unusual/adobe-unknown-rgb-ids.jpg",
            "05-jpeg-unusual/dnl-marker.jpg");

    private final Shelf shelf;
    private final List<String> rows = new ArrayList<>();

    public ReuseFigures(Shelf shelf) {
        this.shelf = shelf;
    }

    /** What is found of copies of some kept pictures, and what else was named, for each way of copying. */
    public Map<Copying, int[]> copies(String what, List<BufferedImage> pictures, long seed) {
        Random random = new Random(seed);
        List<UUID> kept = pictures.stream().map(shelf::keep).toList();
        Map<Copying, int[]> found = new LinkedHashMap<>();
        for (Copying copying : Copying.values()) {
            int[] count = new int[2];
            for (int i = 0; i < COPIES; i++) {
                var same = shelf.find(copying.of(pictures.get(i % pictures.size()), random));
                count[0] += same.contains(kept.get(i % kept.size())) ? 1 : 0;
                count[1] += same.stream().allMatch(kept.get(i % kept.size())::equals) ? 0 : 1;
            }
            found.put(copying, count);
            row(what + ": " + copying.label(), "%d of %d, %d wrong".formatted(count[0], COPIES, count[1]));
        }
        return found;
    }

    /** How many of so many different receipts of one shop are called the same as one before. */
    public int confused(String what, int count, Way way, long seed) {
        Random random = new Random(seed);
        int confused = 0;
        DrawnReceipts.Receipt last = DrawnReceipts.any(random);
        for (int i = 0; i < count; i++) {
            DrawnReceipts.Receipt receipt = i % 2 == 0 ? DrawnReceipts.any(random) : DrawnReceipts.nearly(last, random);
            last = receipt;
            confused += shelf.findAndKeep(way.of(DrawnReceipts.drawn(receipt), random))
                            .isEmpty()
                    ? 0
                    : 1;
        }
        row(what, confused + " false of " + count);
        return confused;
    }

    /** How a receipt comes. */
    public enum Way {
        /** Photographed by hand, each a little differently. */
        BY_HAND {
            @Override
            BufferedImage of(BufferedImage receipt, Random random) {
                return Camera.photograph(receipt, 1300, random);
            }
        },
        /** As the till sends it, every line where it is on all others. */
        AS_A_FILE {
            @Override
            BufferedImage of(BufferedImage receipt, Random random) {
                return receipt;
            }
        };

        abstract BufferedImage of(BufferedImage receipt, Random random);
    }

    /** Photographs of drawn receipts and cards, half and half. */
    public static List<BufferedImage> drawn(int count, long seed) {
        Random random = new Random(seed);
        List<BufferedImage> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(
                    i % 2 == 0
                            ? Way.BY_HAND.of(DrawnReceipts.drawn(DrawnReceipts.any(random)), random)
                            : Camera.photograph(Camera.card(random), 1300, random));
        }
        return pictures;
    }

    /** Pictures of the corpus; empty where there is none. */
    public static List<BufferedImage> corpus(Path folder) {
        List<BufferedImage> pictures = new ArrayList<>();
        for (String name : CORPUS) {
            if (Files.isReadable(folder.resolve(name))) {
                try {
                    BufferedImage read = ImageIO.read(folder.resolve(name).toFile());
                    BufferedImage plain =
                            new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
                    plain.createGraphics().drawImage(read, 0, 0, null);
                    pictures.add(plain);
                } catch (java.io.IOException damaged) {
                    throw new java.io.UncheckedIOException(damaged);
                }
            }
        }
        return pictures;
    }

    public void row(String what, String figure) {
        rows.add(String.format(Locale.ROOT, "| %-80s | %24s |", what, figure));
    }

    public void print() {
        LOG.info("Reuse{}{}", System.lineSeparator(), String.join(System.lineSeparator(), rows));
    }
}
