package app.carddesk.evidence.pictures;

import static org.bytedeco.leptonica.global.leptonica.L_SEVERITY_NONE;
import static org.bytedeco.leptonica.global.leptonica.lept_free;
import static org.bytedeco.leptonica.global.leptonica.pixCreateNoInit;
import static org.bytedeco.leptonica.global.leptonica.pixDestroy;
import static org.bytedeco.leptonica.global.leptonica.pixGetData;
import static org.bytedeco.leptonica.global.leptonica.pixGetDepth;
import static org.bytedeco.leptonica.global.leptonica.pixGetHeight;
import static org.bytedeco.leptonica.global.leptonica.pixGetWidth;
import static org.bytedeco.leptonica.global.leptonica.pixGetWpl;
import static org.bytedeco.leptonica.global.leptonica.pixReadMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.pixWriteMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.readHeaderMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.setMsgSeverity;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and writes ordinary photos through libjpeg-turbo, which comes within the Leptonica library: several times as
 * fast as the platform's own reader and writer, which do the same wherever this one cannot be loaded or says no.
 *
 * <p>It cannot be stopped once it has begun. So it is only given what takes as long as its pixels take, and they are
 * counted once more here, by the very decoder that will read them.
 */
final class Leptonica {

    private static final Logger LOG = LoggerFactory.getLogger(Leptonica.class);

    /** The most its picture may take outside the heap before it is made smaller, in pixels of four bytes. */
    private static final long MOST_PIXELS = 16L << 20;

    /** Its decoder can leave out the finest waves of each block of eight by eight pixels: 1/8, 1/4 or 1/2 remain. */
    private static final int MOST_REDUCED = 8;

    private static final int DEPTH = 32;

    /** Its pixels are red, green, blue and a byte that means nothing, from the highest byte to the lowest. */
    private static final int UNUSED_BITS = 8;

    private static final boolean THERE = load();

    private Leptonica() {}

    private static boolean load() {
        try {
            // What it complains about would go to the standard error stream; its answer says enough.
            setMsgSeverity(L_SEVERITY_NONE);
            return true;
        } catch (LinkageError | RuntimeException missing) {
            LOG.warn("Photos are read and written more slowly here, because Leptonica cannot be loaded", missing);
            return false;
        }
    }

    static boolean isThere() {
        return THERE;
    }

    /**
     * A JPEG of one scan, three colours and no colour profile of its own, as it is stored, at most so long.
     *
     * @param pixels as many as were counted before
     * @return null if it cannot be read here; another reader may
     */
    static @Nullable BufferedImage jpeg(Path file, int longEdge, long pixels) throws IOException {
        if (!THERE) {
            return null;
        }
        try (Arena arena = Arena.ofConfined()) {
            ByteBuffer content = arena.allocate(Files.size(file)).asByteBuffer();
            try (FileChannel channel = FileChannel.open(file)) {
                while (content.hasRemaining() && channel.read(content) >= 0) {}
            }
            content.flip();
            int[] width = new int[1];
            int[] height = new int[1];
            if (readHeaderMemJpeg(
                                    content,
                                    content.limit(),
                                    IntBuffer.wrap(width),
                                    IntBuffer.wrap(height),
                                    null,
                                    null,
                                    null)
                            != 0
                    || (long) width[0] * height[0] != pixels) {
                return null;
            }
            Size whole = new Size(width[0], height[0]);
            int reduction = reduction(whole, longEdge);
            return whole.pixels() / reduction / reduction > MOST_PIXELS
                    ? null
                    : jpeg(content, whole.within(longEdge), reduction);
        }
    }

    private record Size(int width, int height) {

        long pixels() {
            return (long) width * height;
        }

        int longEdge() {
            return Math.max(width, height);
        }

        Size within(int longEdge) {
            double scale = Math.min(1.0, (double) longEdge / longEdge());
            return new Size(
                    (int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale)));
        }
    }

    /** As much as leaves twice what is wanted, so that it costs no sharpness. */
    private static int reduction(Size whole, int longEdge) {
        int reduction = MOST_REDUCED;
        while (reduction > 1 && whole.longEdge() / reduction < 2 * longEdge) {
            reduction /= 2;
        }
        return reduction;
    }

    private static @Nullable BufferedImage jpeg(ByteBuffer content, Size wanted, int reduction) {
        PIX pix = pixReadMemJpeg(content, content.limit(), 0, reduction, (IntBuffer) null, 0);
        if (pix == null) {
            return null;
        }
        try {
            return pixGetDepth(pix) == DEPTH ? fitted(pix, wanted) : null;
        } finally {
            pixDestroy(pix);
        }
    }

    private static BufferedImage fitted(PIX pix, Size wanted) {
        int width = pixGetWidth(pix);
        int height = pixGetHeight(pix);
        Shrinking shrinking = Shrinking.of(width, height, wanted.width(), wanted.height());
        if (shrinking != null) {
            rows(pix, shrinking::row);
            return shrinking.small();
        }
        BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        WritableRaster raster = whole.getRaster();
        rows(pix, (row, y) -> raster.setDataElements(0, y, width, 1, row));
        return Scaling.fitted(whole, wanted.longEdge());
    }

    private interface Rows {
        void take(int[] row, int y);
    }

    private static void rows(PIX pix, Rows rows) {
        int[] row = new int[pixGetWidth(pix)];
        int height = pixGetHeight(pix);
        long words = pixGetWpl(pix);
        IntPointer data = pixGetData(pix);
        for (int y = 0; y < height; y++) {
            data.position(y * words).get(row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                row[x] >>>= UNUSED_BITS;
            }
            rows.take(row, y);
        }
    }

    /**
     * Writes a JPEG without any metadata.
     *
     * @param quality from 1 to 100, as libjpeg scales it
     * @return null if it cannot be written here; another writer may
     */
    static byte @Nullable [] jpeg(BufferedImage image, int quality) {
        if (!THERE || image.getType() != BufferedImage.TYPE_INT_RGB) {
            return null;
        }
        PIX pix = pixCreateNoInit(image.getWidth(), image.getHeight(), DEPTH);
        if (pix == null) {
            return null;
        }
        try (BytePointer bytes = new BytePointer();
                SizeTPointer size = new SizeTPointer(1)) {
            fill(pix, image);
            try {
                if (pixWriteMemJpeg(bytes, size, pix, quality, 0) != 0) {
                    return null;
                }
                byte[] jpeg = new byte[Math.toIntExact(size.get())];
                bytes.get(jpeg);
                return jpeg;
            } finally {
                lept_free(bytes);
            }
        } finally {
            pixDestroy(pix);
        }
    }

    private static void fill(PIX pix, BufferedImage image) {
        int[] row = new int[image.getWidth()];
        long words = pixGetWpl(pix);
        IntPointer data = pixGetData(pix);
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getDataElements(0, y, row.length, 1, row);
            for (int x = 0; x < row.length; x++) {
                row[x] <<= UNUSED_BITS;
            }
            data.position(y * words).put(row, 0, row.length);
        }
    }
}
