package app.carddesk.evidence.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes clean copies of pages. */
public final class Pictures {

    /** The longer edge of a kept copy, in pixels. */
    public static final int LONG_EDGE = 2500;

    /** The longer edge of a thumbnail, in pixels. */
    public static final int THUMBNAIL_EDGE = 480;

    /** Sixteen characters across a card that fills the picture are five pixels each then: too few to be read. */
    static final int FIRST_LOOK_EDGE = 160;

    private static final float COPY_QUALITY = 0.88f;
    private static final float THUMBNAIL_QUALITY = 0.8f;

    private Pictures() {}

    /** A first look at a page that was drawn small. */
    static byte[] firstLook(BufferedImage small) {
        return encode(small, THUMBNAIL_QUALITY);
    }

    /** A kept copy with an area painted black, pixel by pixel: nothing of what stood there is left. */
    public static BufferedImage covered(byte[] copy, PageArea area) {
        BufferedImage page;
        try (ImageInputStream content = new MemoryCacheImageInputStream(new ByteArrayInputStream(copy))) {
            ImageReader reader = Readers.plainJpeg();
            try {
                reader.setInput(content, true, true);
                BufferedImage kept = reader.read(0);
                page = Scaling.fitted(kept, LONG_EDGE);
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
        return encode(Scaling.fitted(page, THUMBNAIL_EDGE), THUMBNAIL_QUALITY);
    }

    private static byte[] encode(BufferedImage image, float quality) {
        byte[] jpeg = Leptonica.jpeg(image, Math.round(quality * 100));
        return jpeg == null ? encodeSlowly(image, quality) : jpeg;
    }

    private static byte[] encodeSlowly(BufferedImage image, float quality) {
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
