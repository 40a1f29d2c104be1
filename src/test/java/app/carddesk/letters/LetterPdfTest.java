package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.cases.CaseNumber;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Language;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters on paper. */
class LetterPdfTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final LetterPdf pdf = new LetterPdf(
            Clock.fixed(NOW, ZoneOffset.UTC), new Installation(ZoneId.of("Europe/Copenhagen"), Path.of("target")));

    @ParameterizedTest
    @EnumSource
    void it_can_be_read_by_eye_by_scanner_and_by_screen_reader(Language language) throws Exception {
        byte[] bytes = pdf.of(copy(
                LetterKind.NEEDS_EVIDENCE,
                language,
                "Kære Søren Ångström & <b>co</b>\n\nVi mangler:\n\n- et billede\n- kvitteringen"));

        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getDocumentCatalog().getLanguage())
                    .isEqualTo(language.locale().toLanguageTag());
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("About your card");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Kære Søren Ångström & <b>co</b>", "kvitteringen", "C-2026-000123");
            assertThat(scanned(document)).isEqualTo("C-2026-000123");
        }
    }

    @Test
    void paragraphs_and_lists_are_told_apart() {
        assertThat(LetterPdf.blocks("One\ntwo\n\n- a\n- b\n\n\nThree"))
                .extracting(LetterPdf.Block::list)
                .containsExactly(false, true, false);
    }

    @Test
    void a_letter_with_a_code_is_never_printed() {
        assertThatThrownBy(() -> pdf.of(copy(LetterKind.REPLACEMENT_ISSUED, Language.EN, "Hello")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pdf.of(copy(LetterKind.NEEDS_FACTS, Language.EN, "Code " + LetterText.CODE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String scanned(PDDocument document) throws IOException, NotFoundException {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static LetterCopy copy(LetterKind kind, Language language, String body) {
        Letter letter = new Letter(
                UUID.randomUUID(),
                UUID.randomUUID(),
                CaseNumber.parse("C-2026-000123").orElseThrow(),
                kind,
                language,
                LetterState.PRINTED,
                false,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                NOW,
                null,
                NOW,
                null,
                null);
        return new LetterCopy(letter, null, new LetterText("About your card", body), null);
    }
}
