package app.carddesk.evidence.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A picture that is read within this process; of one with several frames, the first. */
final class PicturePages implements Pages {

    /** Beyond this, larger steps are taken while reading. */
    private static final long MOST_DECODED_BYTES = 64L << 20;

    /** Readers that decode whole pictures, whatever steps they are told to take, must not be given large ones. */
    private static final int COST_OF_WEBP = 4;

    private final Path file;
    private final FileType type;
    private final long maxPixels;
    private final boolean turned;
    private final AtomicReference<@Nullable ImageReader> running = new AtomicReference<>();
    private volatile Orientation orientation = Orientation.UPRIGHT;
    private volatile JpegMarkers markers = JpegMarkers.NONE;
    private volatile long pixels;
    private volatile @Nullable BufferedImage kept;

    private PicturePages(Path file, FileType type, long maxPixels, boolean turned) {
        this.file = file;
        this.type = type;
        this.maxPixels = type == FileType.WEBP ? maxPixels / COST_OF_WEBP : maxPixels;
        this.turned = turned;
    }

    PicturePages(Path file, FileType type, long maxPixels) {
        this(file, type, maxPixels, false);
    }

    /** A picture that stands upright, whatever its metadata says. */
    static PicturePages alreadyUpright(Path file, FileType type, long maxPixels) {
        return new PicturePages(file, type, maxPixels, true);
    }

    @Override
    public int open() throws IOException, UndrawableException {
        pixels = DeclaredPixels.of(file, type);
        if (pixels < 1) {
            throw new IOException("A picture without extent");
        }
        if (pixels > maxPixels) {
            throw new UndrawableException(new Undrawable.TooManyPixels(pixels, maxPixels));
        }
        if (type == FileType.JPEG) {
            JpegMarkers found = JpegMarkers.of(file);
            if (!found.whole()) {
                throw new IOException("The picture breaks off");
            }
            markers = found;
        }
        if (!turned) {
            orientation = declaredOrientation();
        }
        return 1;
    }

    /** Broken metadata never costs the picture: it is shown as it comes then. */
    private Orientation declaredOrientation() throws IOException {
        try {
            return Orientation.of(file, type);
        } catch (RuntimeException unreadable) {
            return Orientation.UPRIGHT;
        }
    }

    @Override
    public DrawnPage draw(int number, int longEdge) throws IOException {
        return new DrawnPage(number, longEdge < Pictures.LONG_EDGE ? look(longEdge) : large(), List.of());
    }

    /** An ordinary photo is read again later, which is cheaper than keeping it; reading others costs more. */
    private BufferedImage look(int longEdge) throws IOException {
        if (markers.plain() && !markers.progressive()) {
            return upright(longEdge);
        }
        BufferedImage whole = upright(Pictures.LONG_EDGE);
        kept = whole;
        return Scaling.fitted(whole, longEdge);
    }

    private BufferedImage large() throws IOException {
        BufferedImage whole = kept;
        kept = null;
        return whole == null ? upright(Pictures.LONG_EDGE) : whole;
    }

    private BufferedImage upright(int longEdge) throws IOException {
        BufferedImage image = markers.ordinary() ? Leptonica.jpeg(file, longEdge, pixels) : null;
        if (image == null && markers.plain()) {
            image = shrunken(longEdge);
        }
        return orientation.apply(image == null ? Scaling.fitted(decoded(longEdge), longEdge) : image);
    }

    /** A photo made smaller while it is read, in the memory of the smaller one; null if it cannot be, or need not. */
    private @Nullable BufferedImage shrunken(int longEdge) {
        try {
            return read(Readers.plainJpeg(), reader -> {
                        int high = reader.getHeight(0);
                        Shrinking shrinking = Shrinking.to(longEdge, reader.getWidth(0), high);
                        if (shrinking == null) {
                            return Optional.<BufferedImage>empty();
                        }
                        ImageReadParam param = reader.getDefaultReadParam();
                        param.setDestination(new ShrinkingRaster(shrinking, high).destination());
                        reader.read(0, param);
                        return Optional.of(shrinking.small());
                    })
                    .orElse(null);
        } catch (IOException | RuntimeException odd) {
            return null;
        }
    }

    private BufferedImage decoded(int longEdge) throws IOException {
        return read(Readers.of(type), reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long bytes = bytesOfPixel(reader);
            int step = Math.max(1, Math.max(width, height) / (2 * longEdge));
            while ((long) (width / step) * (height / step) * bytes > MOST_DECODED_BYTES) {
                step++;
            }
            ImageReadParam param = reader.getDefaultReadParam();
            // Very thin pictures keep at least one column or row.
            param.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
            return reader.read(0, param);
        });
    }

    private static long bytesOfPixel(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            return Integer.BYTES;
        }
        int bits = 0;
        for (int size : types.next().getSampleModel().getSampleSize()) {
            bits += size;
        }
        return Math.max(1, bits / Byte.SIZE);
    }

    private interface Reading<T> {
        T read(ImageReader reader) throws IOException;
    }

    private <T> T read(ImageReader reader, Reading<T> reading) throws IOException {
        try (ImageInputStream content = Readers.content(file)) {
            reader.setInput(content, true, true);
            running.set(reader);
            return reading.read(reader);
        } finally {
            running.set(null);
            reader.dispose();
        }
    }

    @Override
    public void abort() {
        ImageReader reader = running.get();
        if (reader != null) {
            reader.abort();
        }
    }

    @Override
    public void close() {
        kept = null;
    }
}
