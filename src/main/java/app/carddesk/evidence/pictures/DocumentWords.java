package app.carddesk.evidence.pictures;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Collects the words of a page's own text with their places on the page as it is seen, turned if it says so. */
final class DocumentWords extends PDFTextStripper {

    private static final int LONGEST_WORD = 1000;

    /** Parts of a character's height by which its area reaches above that height and below the line. */
    private static final double ABOVE = 1.4;

    private static final double BELOW = 0.4;

    private final List<Word> words = new ArrayList<>();
    private final double width;
    private final double height;
    private final int rotation;

    private DocumentWords(PDPage page) {
        PDRectangle box = page.getCropBox();
        this.width = box.getWidth();
        this.height = box.getHeight();
        this.rotation = page.getRotation();
    }

    /** @param index counted from 0 */
    static List<Word> of(PDDocument document, int index) throws IOException {
        DocumentWords collector = new DocumentWords(document.getPage(index));
        collector.setSortByPosition(true);
        collector.setStartPage(index + 1);
        collector.setEndPage(index + 1);
        collector.writeText(document, Writer.nullWriter());
        return collector.words;
    }

    /** A text without a gap; where blanks are written in it, it is several words. */
    @Override
    protected void writeString(String text, List<TextPosition> characters) {
        StringBuilder word = new StringBuilder();
        Rectangle2D area = null;
        for (TextPosition character : characters) {
            String written = character.getUnicode();
            if (written == null || written.isBlank()) {
                add(word, area);
                word.setLength(0);
                area = null;
            } else {
                word.append(written);
                Rectangle2D box = seen(character);
                area = area == null ? box : area.createUnion(box);
            }
        }
        add(word, area);
    }

    private void add(CharSequence word, @Nullable Rectangle2D area) {
        Rectangle2D page = new Rectangle2D.Double(0, 0, seenWidth(), seenHeight());
        if (area == null || !area.intersects(page) || words.size() >= DocumentProcess.MOST_WORDS) {
            return;
        }
        words.add(new Word(
                word.subSequence(0, Math.min(LONGEST_WORD, word.length())).toString(),
                PageArea.ofPixels(
                        area.getX(),
                        area.getY(),
                        area.getWidth(),
                        area.getHeight(),
                        Math.max(1, (int) Math.round(seenWidth())),
                        Math.max(1, (int) Math.round(seenHeight())))));
    }

    /** From where a character begins to where the next one does, with room for accents and what hangs below. */
    private Rectangle2D seen(TextPosition character) {
        Matrix matrix = character.getTextMatrix();
        double x = matrix.getTranslateX();
        double y = matrix.getTranslateY();
        double length = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        double high = character.getHeight();
        double upX = length == 0 ? 0 : matrix.getShearX() / length * high;
        double upY = length == 0 ? high : matrix.getScaleY() / length * high;
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(onPage(x - BELOW * upX, y - BELOW * upY), onPage(x + ABOVE * upX, y + ABOVE * upY));
        box.add(onPage(character.getEndX() - BELOW * upX, character.getEndY() - BELOW * upY));
        box.add(onPage(character.getEndX() + ABOVE * upX, character.getEndY() + ABOVE * upY));
        return box;
    }

    /** Where a point of the document, whose origin is below on the left, is seen from above on the left. */
    private Point2D onPage(double x, double y) {
        return switch (Math.floorMod(rotation, 360)) {
            case 90 -> new Point2D.Double(y, x);
            case 180 -> new Point2D.Double(width - x, y);
            case 270 -> new Point2D.Double(height - y, width - x);
            default -> new Point2D.Double(x, height - y);
        };
    }

    private boolean isOnItsSide() {
        return Math.floorMod(rotation, 180) == 90;
    }

    private double seenWidth() {
        return isOnItsSide() ? height : width;
    }

    private double seenHeight() {
        return isOnItsSide() ? width : height;
    }
}
