package app.carddesk.evidence.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.evidence.DrawnDocuments;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    @TempDir
    Path folder;

    @Test
    void every_page_is_drawn_with_its_words() throws Exception {
        byte[] document = DrawnDocuments.pages("Total 300.00 DKK", "Second page");
        try (Drawing drawing = bench(20).open(file(document), FileType.PDF)) {
            assertThat(drawing.pages()).isEqualTo(2);
            assertThat(drawing.firstLook()).isNotEmpty();
            DrawnPage first = drawing.page(1);
            assertThat(first.image().getHeight()).isBetween(2300, Pictures.LONG_EDGE);
            assertThat(first.words()).extracting(Word::text).containsExactly("Total", "300.00", "DKK");
            assertThat(drawing.page(2).words()).extracting(Word::text).containsExactly("Second", "page");
            assertThatThrownBy(() -> drawing.page(3)).isInstanceOf(IllegalArgumentException.class);
        }
        try (Stream<Path> left = Files.list(folder.resolve("work"))) {
            assertThat(left).noneMatch(Files::isDirectory);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void a_word_stands_where_it_is_seen_however_the_page_is_turned(int degrees) throws Exception {
        try (Drawing drawing = bench(20).open(file(DrawnDocuments.turned("WWWW", degrees)), FileType.PDF)) {
            DrawnPage page = drawing.page(1);
            assertThat(page.words()).hasSize(1);
            PageArea area = page.words().getFirst().area();
            assertThat(inkWithin(page.image(), area)).isGreaterThan(inkWithin(page.image(), whole()) * 9 / 10);
            assertThat((long) area.width() * area.height()).isLessThan(1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/receipt",
                "http://example.com",
                "mailto:help@example.com",
                "tel:+4512345678",
                "www.example.com"
            })
    void links_to_pages_and_people_are_harmless(String address) throws Exception {
        assertThat(result(DrawnDocuments.linkingTo(address))).isEqualTo("drawn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "javascript:alert(1)", "\\\\server\\share\\a", "//server/a", "smb://s/a"})
    void other_addresses_are_not(String address) throws Exception {
        assertThat(result(DrawnDocuments.linkingTo(address))).isEqualTo(new Undrawable.Active());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JavaScript", "Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Rendition"})
    void documents_that_act_are_refused(String kind) throws Exception {
        assertThat(result(DrawnDocuments.acting(kind))).isEqualTo(new Undrawable.Active());
    }

    @Test
    void scripts_behind_a_link_are_found_too() throws Exception {
        assertThat(result(DrawnDocuments.scripted())).isEqualTo(new Undrawable.Active());
    }

    @Test
    void any_encryption_is_refused_even_if_it_opens_without_a_password() throws Exception {
        assertThat(result(DrawnDocuments.protectedFromChanges())).isEqualTo(new Undrawable.Encrypted());
    }

    @Test
    void long_documents_are_refused_by_their_number_of_pages() throws Exception {
        assertThatThrownBy(() -> bench(2).open(file(DrawnDocuments.pages("1", "2", "3")), FileType.PDF))
                .isInstanceOfSatisfying(
                        UndrawableException.class,
                        refused -> assertThat(refused.why()).isEqualTo(new Undrawable.TooManyPages(3, 2)));
    }

    @Test
    void broken_documents_end_as_broken() throws Exception {
        byte[] whole = DrawnDocuments.pages("Receipt");
        assertThat(result("%PDF-1.7\n".getBytes())).isEqualTo(new Undrawable.Broken());
        for (int part = 1; part < 5; part++) {
            assertThat(result(Arrays.copyOf(whole, whole.length * part / 5)))
                    .as("%d fifths", part)
                    .isIn("drawn", new Undrawable.Broken());
        }
    }

    @Test
    void a_process_that_is_not_done_in_time_is_ended() throws Exception {
        DecodeBench hasty =
                new DecodeBench(new DrawingLimits(80_000_000, Duration.ofMillis(20), 1), null, folder.resolve("work"));
        assertThatThrownBy(() -> hasty.open(file(DrawnDocuments.pages("Receipt")), FileType.PDF))
                .isInstanceOfSatisfying(
                        UndrawableException.class,
                        refused -> assertThat(refused.why()).isEqualTo(new Undrawable.TookTooLong()));
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .filter(child -> child.info().commandLine().orElse("").contains("DocumentProcess"))
                        .peek(child -> child.onExit().join()))
                .allMatch(child -> !child.isAlive());
    }

    private DecodeBench bench(int maxPages) {
        return new DecodeBench(
                new DrawingLimits(80_000_000, Duration.ofSeconds(30), 2, maxPages), null, folder.resolve("work"));
    }

    private Object result(byte[] content) throws Exception {
        try (Drawing drawing = bench(20).open(file(content), FileType.PDF)) {
            drawing.page(1);
            return "drawn";
        } catch (UndrawableException refused) {
            return refused.why();
        }
    }

    private Path file(byte[] content) throws Exception {
        return Files.write(Files.createTempFile(folder, "given", ""), content);
    }

    private static PageArea whole() {
        return new PageArea(0, 0, PageArea.WHOLE, PageArea.WHOLE);
    }

    private static long inkWithin(BufferedImage image, PageArea area) {
        long ink = 0;
        int left = area.left() * image.getWidth() / PageArea.WHOLE;
        int right = (area.left() + area.width()) * image.getWidth() / PageArea.WHOLE;
        int top = area.top() * image.getHeight() / PageArea.WHOLE;
        int bottom = (area.top() + area.height()) * image.getHeight() / PageArea.WHOLE;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                ink += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return ink;
    }
}
