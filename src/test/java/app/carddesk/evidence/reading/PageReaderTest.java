package app.carddesk.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.carddesk.evidence.pictures.DrawnPage;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.pictures.Word;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reading drawn cards and receipts through the real reader of print. The thresholds are what is really reached. */
class PageReaderTest {

    private static final int SAMPLES = 8;

    private static Tesseract tesseract;

    @BeforeAll
    static void needsTesseract() {
        Optional<Tesseract> installed = Tesseract.installed();
        if (System.getenv("CI") != null) {
            assertThat(installed).as("Tesseract must be installed here").isPresent();
        }
        assumeTrue(installed.isPresent(), "Tesseract is not installed");
        tesseract = installed.orElseThrow();
    }

    @Test
    void every_uncovered_code_is_covered_and_no_serial() {
        List<Read<DrawnPapers.CardBack>> cards = read(DrawnPapers::cardBack, DrawnPapers.CardBack::image);
        for (int i = 0; i < SAMPLES; i++) {
            DrawnPapers.CardBack card = cards.get(i).paper();
            PageReading reading = cards.get(i).reading();
            assertThat(coveredShare(reading, card.codeArea(), card.image()))
                    .as("code of card %d", i)
                    .isGreaterThan(0.98);
            assertThat(coveredShare(reading, card.serialArea(), card.image()))
                    .as("serial of card %d", i)
                    .isZero();
        }
    }

    /** A box around the code makes readers of print take it for a picture. */
    @Test
    void a_code_in_a_box_is_covered() {
        DrawnPapers.CardBack card = DrawnPapers.cardBack(39);

        assertThat(coveredShare(read(card.image()), card.codeArea(), card.image()))
                .isGreaterThan(0.98);
    }

    @Test
    void nothing_is_covered_where_there_is_no_code() {
        List<Read<DrawnPapers.CardBack>> cards = read(DrawnPapers::unscratched, DrawnPapers.CardBack::image);
        assertThat(IntStream.range(0, SAMPLES)
                        .filter(i -> !cards.get(i).reading().covered().isEmpty()))
                .as("cards with something covered")
                .isEmpty();
    }

    @Test
    void receipts_are_read() {
        int dates = 0;
        int numbers = 0;
        int totals = 0;
        List<Read<DrawnPapers.Receipt>> receipts = read(DrawnPapers::receipt, DrawnPapers.Receipt::image);
        for (int i = 0; i < SAMPLES; i++) {
            DrawnPapers.Receipt receipt = receipts.get(i).paper();
            PageReading reading = receipts.get(i).reading();
            dates += first(reading.dates()).equals(receipt.bought().toString()) ? 1 : 0;
            numbers += first(reading.receiptNumbers()).equals(receipt.number()) ? 1 : 0;
            String sum = "%s %d.%02d".formatted(receipt.currency(), receipt.total() / 100, receipt.total() % 100);
            totals += first(reading.totals()).equals(sum) ? 1 : 0;
            assertThat(reading.covered()).as("receipt %d", i).isEmpty();
            assertThat(reading.isWhole()).isTrue();
        }
        assertThat(dates).as("dates").isGreaterThanOrEqualTo(SAMPLES - 1);
        assertThat(numbers).as("numbers").isGreaterThanOrEqualTo(SAMPLES - 1);
        assertThat(totals).as("totals").isGreaterThanOrEqualTo(SAMPLES - 1);
    }

    @Test
    void a_sideways_card_is_read_and_covered_too() {
        assumeTrue(tesseract.turns(), "Tesseract's data for turned pages is not installed");
        DrawnPapers.CardBack card = DrawnPapers.cardBack(1);
        BufferedImage turned = DrawnPapers.turned(card.image(), 1);

        PageReading reading = read(turned);

        Rectangle2D upright = card.codeArea();
        Rectangle2D area = new Rectangle2D.Double(
                card.image().getHeight() - upright.getMaxY(),
                upright.getMinX(),
                upright.getHeight(),
                upright.getWidth());
        assertThat(coveredShare(reading, area, turned)).isGreaterThan(0.98);
        assertThat(reading.serials()).extracting(Found::value).contains(card.serial());
    }

    /** What a file itself says is written on a page is believed; nothing is read from its picture then. */
    @Test
    void the_print_of_a_document_is_taken_from_the_document() {
        BufferedImage blank = new BufferedImage(900, 1200, BufferedImage.TYPE_INT_RGB);
        List<Word> words = PrintedText.words("Kvittonr: 988801", "2025-01-14 16:13", "XABC 1DEF G2HJ KL3M");

        PageReading reading = reader().read(new DrawnPage(1, blank, words));

        assertThat(first(reading.dates())).isEqualTo("2025-01-14");
        assertThat(first(reading.receiptNumbers())).isEqualTo("988801");
        assertThat(reading.covered()).hasSize(1);
        assertThat(blank.getRGB(150, 150)).isNotEqualTo(0);
    }

    private record Read<T>(T paper, PageReading reading) {}

    /** All samples, drawn and read on all the processors there are, in their order. */
    private static <T> List<Read<T>> read(IntFunction<T> drawn, Function<T, BufferedImage> image) {
        return IntStream.range(0, SAMPLES)
                .parallel()
                .mapToObj(drawn)
                .map(paper -> new Read<>(paper, read(image.apply(paper))))
                .toList();
    }

    private static PageReading read(BufferedImage image) {
        return reader().read(new DrawnPage(1, image, List.of()));
    }

    private static PageReader reader() {
        return new PageReader(
                new ReadingSettings(Duration.ofSeconds(60)),
                PrintedText::serial,
                () -> LocalDate.of(2026, 3, 20),
                tesseract);
    }

    private static String first(List<Found> found) {
        return found.isEmpty() ? "" : found.getFirst().value();
    }

    /** Which share of an area, in pixels, was painted over. */
    private static double coveredShare(PageReading reading, Rectangle2D area, BufferedImage image) {
        Area left = new Area(area);
        for (PageArea covered : reading.covered()) {
            double x = (double) image.getWidth() / PageArea.WHOLE;
            double y = (double) image.getHeight() / PageArea.WHOLE;
            left.subtract(new Area(new Rectangle2D.Double(
                    covered.left() * x, covered.top() * y, covered.width() * x, covered.height() * y)));
        }
        Rectangle2D rest = left.getBounds2D();
        return 1 - rest.getWidth() * rest.getHeight() / (area.getWidth() * area.getHeight());
    }
}
