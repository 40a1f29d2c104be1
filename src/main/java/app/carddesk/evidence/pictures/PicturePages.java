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
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A picture that is read within this process; of one with several frames, the first. */
final class PicturePages implements Pages {

    /** Beyond this, larger steps are taken while reading. */
    private static final long MOST_DECODED_BYTES = 64L << 20;

    /** Readers that decode whole pictures, whatever steps they are told to take, must not be given large ones. */
    private static final int COST_OF_WEBP = 4;

    /** Of a progressive JPEG only the last pass is drawn; every other would cost as much again. */
    private static final int LAST_PASS = Short.MAX_VALUE;

    private final Path file;
    private final FileType type;
    private final long maxPixels;
    private final boolean turned;
    private final AtomicReference<@Nullable ImageReader> running = new AtomicReference<>();
    private volatile Orientation orientation = Orientation.UPRIGHT;
    private volatile boolean plain;

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
        long pixels = DeclaredPixels.of(file, type);
        if (pixels < 1) {
            throw new IOException("A picture without extent");
        }
        if (pixels > maxPixels) {
            throw new UndrawableException(new Undrawable.TooManyPixels(pixels, maxPixels));
        }
        if (type == FileType.JPEG) {
            JpegMarkers markers = JpegMarkers.of(file);
            if (!markers.whole()) {
                throw new IOException("The picture breaks off");
            }
            plain = markers.plain();
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
    public DrawnPage draw(int number, int longEdge) throws IOException, UndrawableException {
        return new DrawnPage(number, orientation.apply(small(longEdge)), List.of());
    }

    private BufferedImage small(int longEdge) throws IOException, UndrawableException {
        if (plain) {
            Optional<BufferedImage> shrunken = shrunken(longEdge);
            if (shrunken.isPresent()) {
                return shrunken.get();
            }
        }
        return Scaling.fitted(decoded(longEdge), longEdge);
    }

    /** A photo as nearly all are, made smaller while it is read; empty if it is an odd or a small one. */
    private Optional<BufferedImage> shrunken(int longEdge) throws IOException {
        try {
            return read(Readers.plainJpeg(), reader -> {
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                double scale = (double) longEdge / Math.max(width, height);
                int smallWidth = (int) Math.round(width * scale);
                int smallHeight = (int) Math.round(height * scale);
                if (scale >= 1
                        || scale * ShrinkingRaster.MOST_SHRINKING <= 1
                        || smallWidth * ShrinkingRaster.MOST_SHRINKING < width
                        || smallHeight * ShrinkingRaster.MOST_SHRINKING < height) {
                    return Optional.empty();
                }
                ShrinkingRaster raster = ShrinkingRaster.of(width, height, smallWidth, smallHeight);
                ImageReadParam param = reader.getDefaultReadParam();
                param.setDestination(raster.destination());
                param.setSourceProgressivePasses(LAST_PASS, 1);
                reader.read(0, param);
                return Optional.of(raster.small());
            });
        } catch (IOException | RuntimeException odd) {
            return Optional.empty();
        }
    }

    private BufferedImage decoded(int longEdge) throws IOException, UndrawableException {
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
            if (type == FileType.JPEG) {
                param.setSourceProgressivePasses(LAST_PASS, 1);
            }
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
        try (ImageInputStream content = new FileImageInputStream(file.toFile())) {
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
        // Nothing is held between two pages.
    }
}
