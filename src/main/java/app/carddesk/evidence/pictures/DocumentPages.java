package app.carddesk.evidence.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document whose pages are drawn by a {@link DocumentProcess}: what reads PDFs can neither be stopped from outside nor
 * kept from running out of stack or memory, so it does that where it harms nobody.
 */
final class DocumentPages implements Pages {

    private static final String HEAP = "-Xmx320m";

    private final Path file;
    private final DrawingLimits limits;
    private final Path workFolder;

    private volatile @Nullable WorkFolder folder;
    private volatile @Nullable Process process;
    private @Nullable DataInputStream answers;
    private @Nullable DataOutputStream requests;

    DocumentPages(Path file, DrawingLimits limits, Path workFolder) {
        this.file = file;
        this.limits = limits;
        this.workFolder = workFolder;
    }

    @Override
    public int open() throws IOException, UndrawableException {
        WorkFolder here = WorkFolder.in(workFolder);
        folder = here;
        Process started = OutsideProgram.prepared(command(), here.path())
                .redirectError(Redirect.DISCARD)
                .start();
        process = started;
        requests = new DataOutputStream(started.getOutputStream());
        DataInputStream from = new DataInputStream(new BufferedInputStream(started.getInputStream(), 1 << 16));
        answers = from;
        refuse(from);
        int count = from.readInt();
        if (count < 1 || count > limits.maxPages()) {
            throw new IOException("An answer that cannot be");
        }
        return count;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                // No name can be looked up, whatever a document would like to fetch.
                "-Djdk.net.hosts.file=/dev/null",
                "-Dpdfbox.fontcache=" + workFolder.toAbsolutePath(),
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog"));
        command.addAll(ClassPath.launching(DocumentProcess.class));
        command.addAll(List.of(
                file.toAbsolutePath().toString(),
                String.valueOf(limits.maxPages()),
                String.valueOf(limits.maxPixels())));
        return command;
    }

    @Override
    public DrawnPage draw(int number, int longEdge) throws IOException, UndrawableException {
        DataInputStream from = answers;
        DataOutputStream to = requests;
        if (from == null || to == null) {
            throw new IOException("It was not opened");
        }
        to.writeInt(number);
        to.writeInt(longEdge);
        to.flush();
        refuse(from);
        BufferedImage image = image(from, longEdge);
        return new DrawnPage(number, image, words(from));
    }

    private static BufferedImage image(DataInputStream from, int longEdge) throws IOException {
        int width = from.readInt();
        int height = from.readInt();
        if (width < 1 || height < 1 || width > longEdge || height > longEdge) {
            throw new IOException("An answer that cannot be");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] row = new byte[width * 3];
        for (int y = 0, to = 0; y < height; y++) {
            from.readFully(row);
            for (int at = 0; at < row.length; at += 3) {
                pixels[to++] = (row[at] & 0xFF) << 16 | (row[at + 1] & 0xFF) << 8 | row[at + 2] & 0xFF;
            }
        }
        return image;
    }

    private static List<Word> words(DataInputStream from) throws IOException {
        int count = from.readInt();
        if (count < 0 || count > DocumentProcess.MOST_WORDS) {
            throw new IOException("An answer that cannot be");
        }
        List<Word> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.add(new Word(
                    from.readUTF(), new PageArea(from.readInt(), from.readInt(), from.readInt(), from.readInt())));
        }
        return words;
    }

    private void refuse(DataInputStream from) throws IOException, UndrawableException {
        switch (from.readByte()) {
            case DocumentProcess.DONE -> {}
            case DocumentProcess.ENCRYPTED -> throw new UndrawableException(new Undrawable.Encrypted());
            case DocumentProcess.ACTIVE -> throw new UndrawableException(new Undrawable.Active());
            case DocumentProcess.TOO_MANY_PAGES ->
                throw new UndrawableException(new Undrawable.TooManyPages(from.readInt(), limits.maxPages()));
            case DocumentProcess.TOO_MANY_PIXELS ->
                throw new UndrawableException(new Undrawable.TooManyPixels(from.readLong(), limits.maxPixels()));
            default -> throw new IOException("The document cannot be read");
        }
    }

    @Override
    public void abort() {
        Process running = process;
        if (running != null) {
            OutsideProgram.end(running);
        }
    }

    @Override
    public void close() throws IOException {
        abort();
        WorkFolder here = folder;
        if (here != null) {
            here.close();
        }
    }
}
