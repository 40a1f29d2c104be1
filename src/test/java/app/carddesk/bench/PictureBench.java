package app.carddesk.bench;

import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.pictures.DecodeBench;
import app.carddesk.evidence.pictures.Drawing;
import app.carddesk.evidence.pictures.DrawingLimits;
import app.carddesk.evidence.pictures.DrawnPage;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.OutsideProgram;
import app.carddesk.evidence.pictures.Pictures;
import com.sun.management.OperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a photo costs until it can be seen, and until its clean copies are there: of the whole process, in processor time. */
@ExtendWith(Figures.class)
class PictureBench {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;
    private static final int PARALLEL = 4;

    private final DecodeBench bench = new DecodeBench(new DrawingLimits(80_000_000, Duration.ofSeconds(60), PARALLEL));

    @TempDir
    private Path folder;

    @Test
    void clean_copy_and_thumbnail() throws Exception {
        Path file = Files.write(folder.resolve("photo.jpg"), photo(4000, 3000));
        String what = String.format(Locale.ROOT, " of a 12 MP JPEG of %.1f MB", Files.size(file) / 1e6);
        double look = 0;
        double copies = 0;
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            try (Drawing drawing = bench.open(file, FileType.JPEG)) {
                long start = cpu();
                drawing.firstLook();
                long seen = cpu();
                copies(drawing);
                if (i >= 0) {
                    look += (seen - start) / 1e6 / ROUNDS;
                    copies += (cpu() - seen) / 1e6 / ROUNDS;
                }
            }
        }
        Path thumbnailer = OutsideProgram.find("vipsthumbnail").orElse(null);
        if (thumbnailer == null) {
            Figures.add("first look" + what, Figures.milliseconds(look) + " cpu");
        } else {
            Figures.add("first look" + what + ", beside vipsthumbnail", look, other(thumbnailer, file));
        }
        Figures.add("clean copy and thumbnail after it", Figures.milliseconds(copies) + " cpu");
        Figures.add("heap for that, " + PARALLEL + " in parallel", heapInParallel(file) + " MB");
    }

    private static void copies(Drawing drawing) throws Exception {
        DrawnPage page = drawing.page(1);
        Pictures.copy(page.image());
        Pictures.thumbnail(page.image());
    }

    /** The most that was in use at once beyond what was before, however long the collector waited. */
    private long heapInParallel(Path file) throws Exception {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        Callable<Boolean> one = () -> {
            try (Drawing drawing = bench.open(file, FileType.JPEG)) {
                drawing.firstLook();
                copies(drawing);
                return true;
            }
        };
        try (ExecutorService people = Executors.newFixedThreadPool(PARALLEL)) {
            people.invokeAll(Collections.nCopies(PARALLEL, one)).forEach(done -> done.resultNow());
        }
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return (peak - before) >> 20;
    }

    /** What another program uses of a processor for the same file, in milliseconds, by the shell that waits for it. */
    private double other(Path thumbnailer, Path file) throws Exception {
        String script = "for i in $(seq " + ROUNDS + "); do '" + thumbnailer + "' -s 320 '" + file + "'; done; times";
        OutsideProgram.Outcome outcome = new OutsideProgram(
                        OutsideProgram.find("sh").orElseThrow(),
                        new OutsideProgram.Limits(Duration.ofMinutes(2), 10_000, 8L << 30, 1L << 30))
                .run(List.of("-c", script), folder);
        if (!(outcome instanceof OutsideProgram.Outcome.Ended(int status, byte[] output)) || status != 0) {
            throw new IllegalStateException("vipsthumbnail: " + outcome);
        }
        String children =
                new String(output, StandardCharsets.UTF_8).lines().toList().getLast();
        double seconds = 0;
        for (String time : children.split("\\s+")) {
            int minutes = time.indexOf('m');
            seconds += 60 * Double.parseDouble(time.substring(0, minutes))
                    + Double.parseDouble(time.substring(minutes + 1, time.length() - 1));
        }
        return seconds * 1000 / ROUNDS;
    }

    /** Of the whole process, its compiler and its collector included. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Soft shades with the grain of a sensor. */
    private static byte[] photo(int width, int height) {
        Random random = new Random(20261121);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grain = random.nextInt(30);
                int red = 60 + x * 120 / width + grain;
                int green = 60 + y * 120 / height + grain;
                int blue = 80 + (x / 200 + y / 150) % 2 * 60 + grain;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return DrawnPictures.encoded(image, "jpeg");
    }
}
