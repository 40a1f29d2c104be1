package app.carddesk.evidence.reuse.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.evidence.reuse.Copying;
import app.carddesk.evidence.reuse.ReuseFigures;
import app.carddesk.evidence.reuse.Shelf;
import app.carddesk.shared.Ids;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reused pictures are found and different receipts are not confused, in the numbers that were promised. */
@CarddeskTest
class ReuseProof {

    private static final int LEAST_FOUND = 95;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private Shelf shelf;
    private ReuseFigures figures;

    @BeforeEach
    void empty() {
        shelf = new Shelf(jdbc, ids, clock).in(folder);
        figures = new ReuseFigures(shelf);
    }

    @AfterEach
    void print() {
        figures.row("cpu for each look-up, in milliseconds", "%.0f".formatted(shelf.millisecondsEach()));
        figures.print();
        shelf.clear();
    }

    @Test
    void photographs_of_drawn_receipts_and_cards_are_found_again() {
        List<BufferedImage> pictures = ReuseFigures.drawn(100, 11);
        double each = pictures.stream()
                .mapToDouble(Shelf::millisecondsOfFingerprint)
                .average()
                .orElseThrow();
        figures.row("cpu for each fingerprint, in milliseconds", "%.0f".formatted(each));
        figures.row("bytes of a fingerprint", String.valueOf(Shelf.bytesOf(pictures.getFirst())));
        enough(figures.copies("drawn", pictures, 12));
    }

    @Test
    void pictures_of_the_corpus_are_found_again() {
        List<BufferedImage> pictures = ReuseFigures.corpus(Path.of("../shared/corpus"));
        Assumptions.assumeFalse(pictures.isEmpty(), "no corpus beside the project");
        enough(figures.copies("corpus", pictures, 13));
    }

    @Test
    void a_thousand_photographed_receipts_of_one_shop_are_told_apart() {
        assertThat(figures.confused("receipts photographed", 1000, ReuseFigures.Way.BY_HAND, 14))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void a_thousand_receipt_files_of_one_shop_are_told_apart() {
        assertThat(figures.confused("receipts as files", 1000, ReuseFigures.Way.AS_A_FILE, 15))
                .isLessThanOrEqualTo(1);
    }

    private static void enough(Map<Copying, int[]> found) {
        found.forEach(
                (copying, count) -> assertThat(count[0]).as(copying.label()).isGreaterThanOrEqualTo(LEAST_FOUND));
    }
}
