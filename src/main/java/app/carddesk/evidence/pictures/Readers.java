package app.carddesk.evidence.pictures;

import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStreamSpi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The readers of pictures there are in this process. */
final class Readers {

    private static final String TOLERANT = "com.twelvemonkeys.";
    private static final String PLATFORM = "com.sun.";

    static {
        // Readers are found through the thread's own loader, which in a packaged application sees too little.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Readers.class.getClassLoader());
        try {
            ImageIO.scanForPlugins();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Readers() {}

    /** A file as readers like it: buffered, since some of them read byte by byte. */
    static ImageInputStream content(Path file) throws IOException {
        return new BufferedFileImageInputStreamSpi().createInputStreamInstance(file.toFile(), false, null);
    }

    /** TwelveMonkeys' reader takes the pictures people really have: CMYK, odd markers, broken colour profiles. */
    static ImageReader of(FileType type) throws IOException {
        return first(type, TOLERANT);
    }

    /** The platform's reader, which hands over row after row. */
    static ImageReader plainJpeg() throws IOException {
        return first(FileType.JPEG, PLATFORM);
    }

    private static ImageReader first(FileType type, String preferred) throws IOException {
        List<ImageReader> found = new ArrayList<>();
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(type.name().toLowerCase(Locale.ROOT));
        readers.forEachRemaining(found::add);
        return found.stream()
                .filter(reader -> reader.getClass().getName().startsWith(preferred))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .orElseThrow(() -> new IOException("No reader for " + type));
    }
}
