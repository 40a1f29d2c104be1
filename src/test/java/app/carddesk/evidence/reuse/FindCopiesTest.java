package app.carddesk.evidence.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.shared.Ids;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small form of what the proof of reuse shows with hundreds of pictures. */
@CarddeskTest
@Tag("database")
class FindCopiesTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void empty() {
        shelf = new Shelf(jdbc, ids, clock).in(folder);
    }

    @AfterEach
    void clear() {
        shelf.clear();
    }

    @Test
    void copies_are_found_and_other_receipts_of_the_shop_are_not() {
        Random random = new Random(41);
        Map<UUID, BufferedImage> kept = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            DrawnReceipts.Receipt receipt = DrawnReceipts.any(random);
            BufferedImage photo = Camera.photograph(DrawnReceipts.drawn(receipt), 1300, random);
            BufferedImage another =
                    Camera.photograph(DrawnReceipts.drawn(DrawnReceipts.nearly(receipt, random)), 1300, random);
            assertThat(shelf.find(photo)).isEmpty();
            kept.put(shelf.keep(photo), photo);
            assertThat(shelf.findAndKeep(another)).isEmpty();
        }
        BufferedImage card = Camera.photograph(Camera.card(random), 1300, random);
        kept.put(shelf.keep(card), card);
        for (Copying copying : Copying.values()) {
            Map<UUID, BufferedImage> copies = new LinkedHashMap<>();
            kept.forEach((proof, picture) -> copies.put(proof, copying.of(picture, random)));
            // Looked up side by side, on all the processors there are.
            copies.entrySet().parallelStream()
                    .forEach(copy -> assertThat(shelf.find(copy.getValue()))
                            .as(copying.label())
                            .containsExactly(copy.getKey()));
        }
    }

    @Test
    void receipts_sent_as_files_are_told_apart_by_their_number() {
        Random random = new Random(42);
        DrawnReceipts.Receipt receipt = DrawnReceipts.any(random);
        UUID kept = shelf.keep(DrawnReceipts.drawn(receipt));
        for (int i = 0; i < 3; i++) {
            assertThat(shelf.find(DrawnReceipts.drawn(DrawnReceipts.nearly(receipt, random))))
                    .isEmpty();
        }
        assertThat(shelf.find(Copying.reread(DrawnReceipts.drawn(receipt), 0.4f)))
                .containsExactly(kept);
    }

    @Test
    void pages_with_next_to_nothing_on_them_are_never_the_same() {
        shelf.keep(paper(1));
        shelf.keep(paper(2));
        assertThat(shelf.find(paper(1))).isEmpty();
        assertThat(shelf.find(paper(3))).isEmpty();
    }

    @Test
    void what_is_no_wider_than_a_pixel_is_taken_too() {
        shelf.keep(new BufferedImage(1, 900, BufferedImage.TYPE_INT_RGB));
        assertThat(shelf.find(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    /** A sheet of paper with a little noise. */
    private static BufferedImage paper(int seed) {
        BufferedImage paper = new BufferedImage(800, 1100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(new Color(0xF2, 0xF0, 0xEC));
        graphics.fillRect(0, 0, 800, 1100);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int grey = 225 + random.nextInt(25);
            paper.setRGB(random.nextInt(800), random.nextInt(1100), grey << 16 | grey << 8 | grey);
        }
        graphics.dispose();
        return paper;
    }
}
