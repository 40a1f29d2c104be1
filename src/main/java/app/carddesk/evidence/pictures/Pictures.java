package app.carddesk.evidence.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws clean copies of pictures. Runs on a thread that may be given up: it holds nothing but what it was given. */
public final class Pictures {

    /** The longer edge of a kept copy, in pixels. */
    public static final int LONG_EDGE = 2500;

    /** The longer edge of a thumbnail, in pixels. */
    public static final int THUMBNAIL_EDGE = 480;

    /** Sixteen characters across a card that fills the picture are five pixels each then: too few to be read. */
    static final int FIRST_LOOK_EDGE = 160;

    /** Beyond this, larger steps are taken while reading: a picture in memory costs up to eight bytes a pixel. */
    private static final long MOST_DECODED_PIXELS = 16_000_000;

    private static final float COPY_QUALITY = 0.88f;
    private static final float THUMBNAIL_QUALITY = 0.8f;

    static {
        // Readers are found through the thread's own loader, which in a packaged application sees too little.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Pictures.class.getClassLoader());
        try {
            ImageIO.scanForPlugins();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Pictures() {}

    /**
     * Reads a picture and draws it upright.
     *
     * @param type JPEG or PNG
     * @param running told how to stop the decoder from outside, as soon as it begins
     * @throws UndrawableException if the header declares more than {@code maxPixels}; nothing was decoded then
     * @throws IOException if it cannot be read; decoders of broken pictures throw nearly anything else, too
     */
    static DrawnPage draw(Path file, FileType type, long maxPixels, Consumer<Runnable> running)
            throws IOException, UndrawableException {
        return new DrawnPage(1, upright(file, type, maxPixels, running, LONG_EDGE), List.of());
    }

    /** A first look at a picture, at most {@value #FIRST_LOOK_EDGE} pixels long; as {@link #draw} otherwise. */
    static byte[] firstLook(Path file, FileType type, long maxPixels, Consumer<Runnable> running)
            throws IOException, UndrawableException {
        return encode(upright(file, type, maxPixels, running, FIRST_LOOK_EDGE), THUMBNAIL_QUALITY);
    }

    private static BufferedImage upright(
            Path file, FileType type, long maxPixels, Consumer<Runnable> running, int longEdge)
            throws IOException, UndrawableException {
        if (type == FileType.JPEG && !JpegEnd.isThere(file)) {
            throw new IOException("The picture breaks off");
        }
        Orientation orientation = orientationOf(file, type);
        return orientation.apply(fitted(decode(file, type, maxPixels, running, longEdge), longEdge));
    }

    /** A kept copy with an area painted black, pixel by pixel: nothing of what stood there is left. */
    public static BufferedImage covered(byte[] copy, PageArea area) {
        BufferedImage page;
        try (ImageInputStream content = new MemoryCacheImageInputStream(new ByteArrayInputStream(copy))) {
            ImageReader reader = reader(FileType.JPEG);
            try {
                reader.setInput(content, true, true);
                BufferedImage kept = reader.read(0);
                page = drawn(kept, kept.getWidth(), kept.getHeight());
            } finally {
                reader.dispose();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("A kept copy cannot be read", broken);
        }
        Rectangle pixels = area.inPixels(page.getWidth(), page.getHeight());
        Graphics2D graphics = page.createGraphics();
        try {
            graphics.setColor(Color.BLACK);
            graphics.fill(pixels);
        } finally {
            graphics.dispose();
        }
        return page;
    }

    /** The copy that is kept of a page, a JPEG without any metadata. */
    public static byte[] copy(BufferedImage page) {
        return encode(page, COPY_QUALITY);
    }

    /** The thumbnail that is kept of a page, a JPEG at most {@value #THUMBNAIL_EDGE} pixels long. */
    public static byte[] thumbnail(BufferedImage page) {
        return encode(fitted(page, THUMBNAIL_EDGE), THUMBNAIL_QUALITY);
    }

    private static BufferedImage fitted(BufferedImage image, int longEdge) {
        return scaled(image, Math.min(1.0, (double) longEdge / Math.max(image.getWidth(), image.getHeight())));
    }

    /** Broken metadata never costs the picture: it is shown as it comes then. */
    private static Orientation orientationOf(Path file, FileType type) throws IOException {
        try {
            return Orientation.of(file, type);
        } catch (RuntimeException unreadable) {
            return Orientation.UPRIGHT;
        }
    }

    private static BufferedImage decode(
            Path file, FileType type, long maxPixels, Consumer<Runnable> running, int longEdge)
            throws IOException, UndrawableException {
        ImageReader reader = reader(type);
        try (ImageInputStream content = new FileImageInputStream(file.toFile())) {
            reader.setInput(content, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width < 1 || height < 1) {
                throw new IOException("A picture without extent");
            }
            if (width * height > maxPixels) {
                throw new UndrawableException(new Undrawable.TooManyPixels(width * height, maxPixels));
            }
            int step = (int) Math.max(1, Math.max(width, height) / longEdge);
            while ((width / step) * (height / step) > MOST_DECODED_PIXELS) {
                step++;
            }
            ImageReadParam param = reader.getDefaultReadParam();
            // Very thin pictures keep at least one column or row.
            param.setSourceSubsampling((int) Math.min(step, width), (int) Math.min(step, height), 0, 0);
            running.accept(reader::abort);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** TwelveMonkeys' reader takes the JPEGs people really have: CMYK, odd markers, broken colour profiles. */
    private static ImageReader reader(FileType type) throws IOException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(type.name().toLowerCase(Locale.ROOT));
        ImageReader found = null;
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (found == null || reader.getClass().getName().startsWith("com.twelvemonkeys.")) {
                found = reader;
            }
        }
        if (found == null) {
            throw new IOException("No reader for " + type);
        }
        return found;
    }

    /** A smaller copy on white, halved step by step so that fine print does not fall between the pixels. */
    private static BufferedImage scaled(BufferedImage image, double scale) {
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage from = image;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height && from.getWidth() > 2) {
            from = drawn(from, Math.max(1, from.getWidth() / 2), Math.max(1, from.getHeight() / 2));
        }
        return drawn(from, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB && image.getWidth() == width && image.getHeight() == height) {
            return image;
        }
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_SPEED);
            graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }

    private static byte[] encode(BufferedImage image, float quality) {
        ImageWriter writer = Writers.JPEG.get();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 6 + 1024);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A picture cannot be written to memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The platform's own writer: it writes exactly what it is given and nothing about it. */
    private static final class Writers {

        static final Supplier<ImageWriter> JPEG = () -> {
            ImageWriter found = null;
            Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
            while (writers.hasNext()) {
                ImageWriter writer = writers.next();
                if (found == null || writer.getClass().getName().startsWith("com.sun.")) {
                    found = writer;
                }
            }
            if (found == null) {
                throw new IllegalStateException("This Java has no JPEG writer");
            }
            return found;
        };
    }
}
