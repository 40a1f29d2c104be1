package app.carddesk.evidence.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws the pages of one document, in a process of its own that {@link DocumentPages} starts, asks and ends. Every
 * answer begins with one of the bytes below; whatever else may happen here, the answer is {@link #BROKEN} or none.
 */
final class DocumentProcess {

    static final byte DONE = 0;
    static final byte ENCRYPTED = 1;
    static final byte ACTIVE = 2;
    static final byte TOO_MANY_PAGES = 3;
    static final byte TOO_MANY_PIXELS = 4;
    static final byte BROKEN = 5;

    static final int MOST_WORDS = 10_000;

    /** Fine enough for the small print of a receipt; a page of A4 is 2339 pixels long then. */
    private static final float MOST_SCALE = 200f / 72;

    private final DataOutputStream answers;

    private DocumentProcess(DataOutputStream answers) {
        this.answers = answers;
    }

    /** Arguments: the file, the most pages and the most pixels of a picture on them. */
    public static void main(String[] arguments) throws IOException {
        // What libraries print must not get between the answers.
        DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        NoConnections.install();
        new DocumentProcess(answers)
                .answer(Path.of(arguments[0]).toFile(), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    }

    private void answer(File file, int maxPages, long maxPixels) throws IOException {
        try (PDDocument document = DocumentPolicy.open(file, maxPages, maxPixels)) {
            answers.writeByte(DONE);
            answers.writeInt(document.getNumberOfPages());
            answers.flush();
            answerEach(document, new DataInputStream(System.in));
        } catch (UndrawableException refused) {
            refuse(refused.why());
        } catch (IOException | RuntimeException | Error unreadable) {
            refuse(new Undrawable.Broken());
        }
    }

    private void answerEach(PDDocument document, DataInputStream requests) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        while (true) {
            int number;
            int longEdge;
            try {
                number = requests.readInt();
                longEdge = requests.readInt();
            } catch (EOFException nobodyAsks) {
                return;
            }
            try {
                answer(document, renderer, number - 1, longEdge);
            } catch (IOException | RuntimeException | Error unreadable) {
                refuse(new Undrawable.Broken());
            }
        }
    }

    private void answer(PDDocument document, PDFRenderer renderer, int index, int longEdge) throws IOException {
        PDPage page = document.getPage(index);
        float longest = Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
        BufferedImage image = renderer.renderImage(index, Math.min(MOST_SCALE, longEdge / longest), ImageType.RGB);
        List<Word> words = longEdge < Pictures.LONG_EDGE ? List.of() : DocumentWords.of(document, index);
        answers.writeByte(DONE);
        write(Scaling.fitted(image, longEdge));
        write(words);
        answers.flush();
    }

    private void write(BufferedImage image) throws IOException {
        int width = image.getWidth();
        answers.writeInt(width);
        answers.writeInt(image.getHeight());
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] row = new byte[width * 3];
        for (int y = 0, from = 0; y < image.getHeight(); y++) {
            for (int at = 0; at < row.length; from++) {
                row[at++] = (byte) (pixels[from] >> 16);
                row[at++] = (byte) (pixels[from] >> 8);
                row[at++] = (byte) pixels[from];
            }
            answers.write(row);
        }
    }

    private void write(List<Word> words) throws IOException {
        answers.writeInt(words.size());
        for (Word word : words) {
            answers.writeUTF(word.text());
            answers.writeInt(word.area().left());
            answers.writeInt(word.area().top());
            answers.writeInt(word.area().width());
            answers.writeInt(word.area().height());
        }
    }

    private void refuse(Undrawable why) throws IOException {
        switch (why) {
            case Undrawable.Encrypted() -> answers.writeByte(ENCRYPTED);
            case Undrawable.Active() -> answers.writeByte(ACTIVE);
            case Undrawable.TooManyPages(int pages, int limit) -> {
                answers.writeByte(TOO_MANY_PAGES);
                answers.writeInt(pages);
            }
            case Undrawable.TooManyPixels(long pixels, long limit) -> {
                answers.writeByte(TOO_MANY_PIXELS);
                answers.writeLong(pixels);
            }
            case Undrawable.Broken _, Undrawable.TookTooLong _, Undrawable.Busy _, Undrawable.NoConverter _ ->
                answers.writeByte(BROKEN);
        }
        answers.flush();
    }
}
