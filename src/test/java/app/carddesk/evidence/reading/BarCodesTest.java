package app.carddesk.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.evidence.pictures.DrawnPage;
import app.carddesk.evidence.pictures.PageArea;
import com.google.zxing.BarcodeFormat;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarCodesTest {

    private static final String SERIAL = "GCA629120831Y880";
    private static final String CODE = "XABC1DEFG2HJKL3M";

    @ParameterizedTest
    @CsvSource({
        "CODE_128, GCA629120831Y880",
        "CODE_39, GCA629120831Y880",
        "CODE_93, GCA629120831Y880",
        "CODABAR, 60123348764533",
        "ITF, 60123348764533",
        "EAN_13, 5701234567899",
        "EAN_8, 55123457",
        "UPC_A, 012345678905",
        "QR_CODE, GCA629120831Y880",
        "DATA_MATRIX, GCA629120831Y880",
        "AZTEC, GCA629120831Y880",
        "PDF_417, GCA629120831Y880",
    })
    void bar_codes_of_all_usual_kinds_are_read_however_the_page_is_turned(BarcodeFormat format, String content) {
        for (int quarters = 0; quarters < 4; quarters++) {
            assertThat(read(DrawnPapers.barCode(format, content, quarters)))
                    .as("%s turned by %d quarters", format, quarters)
                    .extracting(BarCode::content)
                    .contains(content);
        }
    }

    @Test
    void several_bar_codes_on_one_page_are_all_read() {
        BufferedImage page = DrawnPapers.barCode(BarcodeFormat.CODE_128, SERIAL, 0);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(100, 20, 1000, 190);
        DrawnPapers.barCode(g, BarcodeFormat.EAN_13, "5701234567899", 140, 40, 400, 130);
        DrawnPapers.barCode(g, BarcodeFormat.QR_CODE, "https://example.com/", 840, 20, 180, 180);
        g.dispose();

        assertThat(read(page))
                .extracting(BarCode::content)
                .containsExactlyInAnyOrder(SERIAL, "5701234567899", "https://example.com/");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_code_in_a_bar_code_is_covered_with_all_its_bars_and_the_print_beside(int quarters) {
        BufferedImage page = DrawnPapers.barCode(BarcodeFormat.CODE_128, CODE, 0);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 40));
        g.drawString(CODE, 340, 580);
        g.dispose();
        BufferedImage turned = DrawnPapers.turned(page, quarters);

        PageReading reading = reader().read(new DrawnPage(1, turned, List.of()));

        assertThat(reading.covered()).hasSize(1);
        assertThat(reading.serials()).isEmpty();
        assertThat(read(turned)).isEmpty();
        BufferedImage upright = DrawnPapers.turned(turned, (4 - quarters) % 4);
        for (int x = 350; x < 850; x += 7) {
            for (int y = 332; y < 582; y += 7) {
                assertThat(upright.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(Color.DARK_GRAY.getRGB());
            }
        }
        assertThat(upright.getRGB(60, 60)).isNotEqualTo(Color.DARK_GRAY.getRGB());
    }

    @ParameterizedTest
    @ValueSource(strings = {"QR_CODE", "DATA_MATRIX", "AZTEC", "PDF_417"})
    void a_code_in_a_square_is_covered_too(BarcodeFormat format) {
        BufferedImage page = DrawnPapers.barCode(format, "https://example.com/redeem?code=" + CODE, 0);

        assertThat(reader().read(new DrawnPage(1, page, List.of())).covered()).hasSize(1);
        assertThat(read(page)).isEmpty();
    }

    @Test
    void a_serial_in_a_bar_code_is_found_and_not_covered() {
        PageReading reading =
                reader().read(new DrawnPage(1, DrawnPapers.barCode(BarcodeFormat.CODE_128, SERIAL, 0), List.of()));

        assertThat(reading.covered()).isEmpty();
        assertThat(reading.serials()).singleElement().satisfies(found -> {
            assertThat(found.value()).isEqualTo(SERIAL);
            assertThat(found.source()).isEqualTo(Found.Source.BARCODE);
            PageArea area = found.area();
            assertThat(area.left()).isBetween(2000, 3000);
            assertThat(area.top()).isBetween(3400, 3800);
            assertThat(area.top() + area.height()).isBetween(5700, 6100);
        });
    }

    @Test
    void a_product_number_is_no_serial_number() {
        PageReading reading = reader().read(
                        new DrawnPage(1, DrawnPapers.barCode(BarcodeFormat.EAN_13, "6012345678909", 0), List.of()));

        assertThat(reading.serials()).isEmpty();
    }

    @Test
    void a_page_is_left_unread_when_its_time_is_over() {
        PageReader hurried = new PageReader(
                new ReadingSettings(Duration.ofNanos(1)), PrintedText::serial, () -> LocalDate.EPOCH, null);
        BufferedImage page = DrawnPapers.barCode(BarcodeFormat.CODE_128, SERIAL, 0);

        PageReading reading = hurried.read(new DrawnPage(1, page, List.of()));

        assertThat(reading.isWhole()).isFalse();
        assertThat(reading.serials()).isEmpty();
    }

    @Test
    void a_reader_that_fails_in_whatever_way_leaves_the_page_unread() {
        PageReader failing = new PageReader(
                new ReadingSettings(Duration.ofSeconds(60)),
                PrintedText::serial,
                () -> LocalDate.EPOCH,
                new Tesseract("no-such-language", false));
        BufferedImage page = DrawnPapers.receipt(1).image();

        assertThat(failing.read(new DrawnPage(1, page, List.of())).isWhole()).isFalse();
    }

    private static PageReader reader() {
        return new PageReader(
                new ReadingSettings(Duration.ofSeconds(60)), PrintedText::serial, () -> LocalDate.EPOCH, null);
    }

    private static List<BarCode> read(BufferedImage page) {
        return BarCodes.of(GreyPicture.of(page, 2500, Deadline.in(Duration.ofSeconds(60))));
    }
}
