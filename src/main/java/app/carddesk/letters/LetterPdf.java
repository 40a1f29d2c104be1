package app.carddesk.letters;

import app.carddesk.shared.CustomerTexts;
import app.carddesk.shared.Installation;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * A letter on paper: an A4 page as PDF/UA, with tags, title and language for screen readers, and the case number as a
 * bar code (Code 128) by which an answer finds its case.
 */
@Component
class LetterPdf {

    private static final int BAR_WIDTH = 520;
    private static final int BAR_HEIGHT = 120;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;
    private static final String POINT = "- ";

    /** The one typeface PDFBox brings along; it knows every letter of the four languages. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Template page;
    private final Clock clock;
    private final Installation installation;

    LetterPdf(Clock clock, Installation installation) {
        this.clock = clock;
        this.installation = installation;
        try (Reader source = new InputStreamReader(
                new ClassPathResource("letters/letter.html.mustache").getInputStream(), StandardCharsets.UTF_8)) {
            this.page = Mustache.compiler().compile(source);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Paragraph or list. */
    record Block(boolean list, List<String> lines) {}

    /**
     * @throws IllegalArgumentException for a letter with a code, which is never printed
     */
    byte[] of(LetterCopy copy) {
        Letter letter = copy.letter();
        if (letter.kind().carriesCode() || copy.text().body().contains(LetterText.CODE)) {
            throw new IllegalArgumentException("A letter with a code is never printed");
        }
        LocalDate day =
                LocalDate.ofInstant(letter.endedAt() == null ? clock.instant() : letter.endedAt(), installation.zone());
        String number = letter.caseNumber().toString();
        String html = page.execute(Map.of(
                "language", letter.language().locale().toLanguageTag(),
                "subject", copy.text().subject(),
                "caseLine", CustomerTexts.t(letter.language(), "letters.pdf.case", number),
                "date",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(letter.language().formats())
                                .format(day),
                "barCode", barCode(number),
                "blocks", blocks(copy.text().body())));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(LetterPdf::font, "Letter");
            // The bar code is all a letter shows; nothing is ever fetched.
            builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
            builder.withProducer("Carddesk");
            builder.withHtmlContent(html, null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return pdf.toByteArray();
    }

    static List<Block> blocks(String body) {
        List<Block> blocks = new ArrayList<>();
        for (String part : body.strip().split("\\R\\s*\\R")) {
            List<String> lines = part.strip().lines().toList();
            boolean list = lines.stream().allMatch(line -> line.startsWith(POINT));
            blocks.add(new Block(
                    list,
                    list
                            ? lines.stream()
                                    .map(line -> line.substring(POINT.length()))
                                    .toList()
                            : lines));
        }
        return blocks;
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
    }

    private static String barCode(String number) {
        BitMatrix bars = new Code128Writer()
                .encode(number, BarcodeFormat.CODE_128, BAR_WIDTH, BAR_HEIGHT, Map.of(EncodeHintType.MARGIN, 20));
        BufferedImage image = new BufferedImage(bars.getWidth(), bars.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < bars.getWidth(); x++) {
            for (int y = 0; y < bars.getHeight(); y++) {
                image.setRGB(x, y, bars.get(x, y) ? BLACK : WHITE);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
