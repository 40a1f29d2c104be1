package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.DrawnPage;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.pictures.Word;
import app.carddesk.shared.RedemptionCodes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a page and covers the redemption codes on it, before anything of it is kept. Bar codes are always read; print
 * is read from what the file itself says, or else through Tesseract where it is installed. Neither may take longer than
 * a page is worth, and what a reader throws at a hostile page ends with the page unread.
 */
public class PageReader {

    private static final Logger LOG = LoggerFactory.getLogger(PageReader.class);

    /** On a smaller page nothing can be read: sixteen characters across it have a few pixels each. */
    private static final int SMALLEST_EDGE = 200;

    /** Bar codes are read as large as a page is kept. */
    private static final int BAR_CODE_EDGE = 2500;

    /** Larger costs time and reads no better, measured on drawn receipts and cards. */
    private static final int TEXT_EDGE = 1800;

    /** Fewer edges than a dozen characters have. */
    private static final int FEWEST_EDGES = 250;

    private final ReadingSettings settings;
    private final Function<String, Optional<String>> serials;
    private final Supplier<LocalDate> today;
    private final @Nullable Tesseract tesseract;

    /**
     * @param serials what serial number a text is, if it is one
     * @param today the day it is where the desk stands
     */
    public PageReader(ReadingSettings settings, Function<String, Optional<String>> serials, Supplier<LocalDate> today) {
        this(settings, serials, today, Tesseract.installed().orElse(null));
        if (tesseract == null) {
            LOG.warn(
                    "Print in pictures is not read, and redemption codes in print are not covered, because Tesseract is"
                            + " not installed; bar codes are read all the same. Install (Debian's names): {}",
                    Tesseract.packages());
        } else {
            LOG.info("Print in pictures is read by Tesseract in {}", tesseract.languages());
        }
    }

    PageReader(
            ReadingSettings settings,
            Function<String, Optional<String>> serials,
            Supplier<LocalDate> today,
            @Nullable Tesseract tesseract) {
        this.settings = settings;
        this.serials = serials;
        this.today = today;
        this.tesseract = tesseract;
    }

    /** Whether print is read here at all. */
    public boolean readsPrint() {
        return tesseract != null;
    }

    /** Reads a page and paints over the redemption codes on its image. */
    public PageReading read(DrawnPage page) {
        BufferedImage image = page.image();
        if (Math.max(image.getWidth(), image.getHeight()) < SMALLEST_EDGE) {
            return tesseract == null ? PageReading.NOTHING : PageReading.SOUGHT_IN_VAIN;
        }
        Deadline deadline = Deadline.in(settings.readTime());
        FutureTask<List<Word>> print = start(() -> words(page, deadline));
        FutureTask<List<BarCode>> bars = start(() -> BarCodes.of(GreyPicture.of(image, BAR_CODE_EDGE, deadline)));
        List<BarCode> barCodes = await(bars, deadline);
        List<Word> words = await(print, deadline);
        boolean whole = barCodes != null && words != null;
        PageReading reading = judge(
                barCodes == null ? List.of() : barCodes,
                words == null ? List.of() : words,
                image.getWidth(),
                image.getHeight(),
                whole);
        cover(image, reading.covered());
        return reading;
    }

    private List<Word> words(DrawnPage page, Deadline deadline) throws IOException {
        if (!page.words().isEmpty()) {
            return page.words();
        }
        return tesseract == null ? List.of() : read(tesseract, page.image(), deadline);
    }

    private List<Word> read(Tesseract reader, BufferedImage image, Deadline deadline) throws IOException {
        GreyPicture grey = GreyPicture.of(image, TEXT_EDGE, deadline);
        if (grey.edges(FEWEST_EDGES) < FEWEST_EDGES) {
            return List.of();
        }
        List<Word> words = new ArrayList<>(reader.read(grey, deadline));
        if (deadline.leftNanos() < settings.readTime().toNanos() / 4
                || !codes(words, grey).isEmpty()) {
            return words;
        }
        GreyPicture left = Leftovers.of(grey, words, FEWEST_EDGES, deadline);
        if (left != null) {
            words.addAll(readTurned(
                    reader, left, PrintedLines.quarters(words, grey.getWidth(), grey.getHeight()), deadline));
        }
        return words;
    }

    /** Reads a page that is turned clockwise by so many quarters; what was read before is no worse for failing. */
    private static List<Word> readTurned(Tesseract reader, GreyPicture page, int quarters, Deadline deadline) {
        GreyPicture upright = page;
        for (int i = 0; i < quarters; i++) {
            upright = upright.rotateCounterClockwise();
        }
        try {
            return reader.readScattered(upright, deadline).stream()
                    .map(word -> new Word(word.text(), Areas.turned(word.area(), quarters)))
                    .toList();
        } catch (IOException notInTime) {
            return List.of();
        }
    }

    private List<List<PageArea>> codes(List<Word> words, GreyPicture page) {
        return codes(PrintedLines.of(words, page.getWidth(), page.getHeight()), page.getWidth(), page.getHeight());
    }

    private List<List<PageArea>> codes(List<PrintedLine> lines, int width, int height) {
        return new PrintedCodes(text -> serials.apply(text).isPresent(), width, height).in(lines);
    }

    private PageReading judge(List<BarCode> barCodes, List<Word> words, int width, int height, boolean whole) {
        List<PageArea> covered = new ArrayList<>();
        Map<String, Found> found = new LinkedHashMap<>();
        for (BarCode barCode : barCodes) {
            if (RedemptionCodes.containsCode(barCode.content())
                    || RedemptionCodes.startsLikeCode(barCode.content())
                            && barCode.content().length() >= 15) {
                covered.add(barCode.withPrint());
            } else if (!barCode.isOfGoods()) {
                serials.apply(barCode.content())
                        .ifPresent(serial ->
                                found.putIfAbsent(serial, new Found(serial, Found.Source.BARCODE, barCode.area())));
            }
        }
        List<PrintedLine> lines = PrintedLines.of(words, width, height);
        codes(lines, width, height).forEach(covered::addAll);
        new PrintedSerials(serials).in(lines).forEach(serial -> found.putIfAbsent(serial.value(), serial));
        List<Folded> folded = lines.stream().map(Folded::new).toList();
        return new PageReading(
                whole,
                covered,
                List.copyOf(found.values()),
                new PrintedDates(today.get()).in(folded),
                PrintedReceiptNumbers.in(folded),
                PrintedSums.in(folded),
                tesseract != null,
                false);
    }

    private static void cover(BufferedImage image, List<PageArea> areas) {
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.DARK_GRAY);
            for (PageArea area : areas) {
                int left = (int) ((long) area.left() * image.getWidth() / PageArea.WHOLE);
                int top = (int) ((long) area.top() * image.getHeight() / PageArea.WHOLE);
                int width = (int) ((long) area.width() * image.getWidth() / PageArea.WHOLE) + 2;
                int height = (int) ((long) area.height() * image.getHeight() / PageArea.WHOLE) + 2;
                graphics.fillRect(left, top, width, height);
            }
        } finally {
            graphics.dispose();
        }
    }

    /**
     * Begins a piece of work on a thread of its own, so that one which never ends holds nobody up and one that ends in an
     * {@link Error} takes nobody down.
     */
    private static <T> FutureTask<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().name("evidence-reader").daemon(true).start(task);
        return task;
    }

    /** What a piece of work came to; null if it failed or was not done in time. */
    private static <T> @Nullable T await(FutureTask<T> task, Deadline deadline) {
        try {
            return task.get(Math.max(0, deadline.leftNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException over) {
            task.cancel(true);
            LOG.debug("A page was not read in time");
            return null;
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException failed) {
            // Its message may repeat what stands on the page, so only its kind is told.
            Throwable cause = failed.getCause();
            LOG.debug("A page could not be read: {}", cause == null ? "" : cause.getClass());
            return null;
        }
    }
}
