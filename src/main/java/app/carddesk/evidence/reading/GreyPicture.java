package app.carddesk.evidence.reading;

import com.google.zxing.LuminanceSource;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A page in shades of grey, for readers. Asked for pixels after its deadline it throws, which is how a reader of bar
 * codes that finds no end is stopped.
 */
final class GreyPicture extends LuminanceSource {

    private final byte[] pixels;
    private final Deadline deadline;

    private GreyPicture(byte[] pixels, int width, int height, Deadline deadline) {
        super(width, height);
        this.pixels = pixels;
        this.deadline = deadline;
    }

    /** A page drawn anew in grey, at most so long. */
    static GreyPicture of(BufferedImage page, int longEdge, Deadline deadline) {
        double scale = Math.min(1, (double) longEdge / Math.max(page.getWidth(), page.getHeight()));
        int width = (int) Math.max(1, Math.round(page.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(page.getHeight() * scale));
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(page, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return new GreyPicture(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), width, height, deadline);
    }

    static GreyPicture of(byte[] pixels, int width, int height, Deadline deadline) {
        return new GreyPicture(pixels, width, height, deadline);
    }

    byte[] pixels() {
        return pixels;
    }

    int at(int x, int y) {
        return pixels[y * getWidth() + x] & 0xff;
    }

    /** Whitens a rectangle, so that what was found there is not found again. */
    void blank(int left, int top, int right, int bottom) {
        for (int y = Math.max(0, top); y < Math.min(getHeight(), bottom); y++) {
            int from = y * getWidth() + Math.max(0, Math.min(getWidth(), left));
            int to = y * getWidth() + Math.max(0, Math.min(getWidth(), right));
            if (from < to) {
                Arrays.fill(pixels, from, to, (byte) 0xff);
            }
        }
    }

    /** How often dark and light meet along the rows; print makes many of them, a plain surface hardly any. */
    int edges(int enough) {
        int edges = 0;
        for (int y = 0; y < getHeight() && edges < enough; y++) {
            for (int x = 2; x < getWidth(); x++) {
                if (Math.abs(at(x, y) - at(x - 2, y)) > 40) {
                    edges++;
                }
            }
        }
        return edges;
    }

    @Override
    public byte[] getRow(int y, byte @Nullable [] row) {
        requireTime();
        byte[] to = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(pixels, y * getWidth(), to, 0, getWidth());
        return to;
    }

    @Override
    public byte[] getMatrix() {
        requireTime();
        return pixels;
    }

    @Override
    public boolean isCropSupported() {
        return true;
    }

    @Override
    public LuminanceSource crop(int left, int top, int width, int height) {
        byte[] part = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, (top + y) * getWidth() + left, part, y * width, width);
        }
        return new GreyPicture(part, width, height, deadline);
    }

    @Override
    public boolean isRotateSupported() {
        return true;
    }

    @Override
    public GreyPicture rotateCounterClockwise() {
        int width = getWidth();
        int height = getHeight();
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[(width - 1 - x) * height + y] = pixels[y * width + x];
            }
        }
        return new GreyPicture(turned, height, width, deadline);
    }

    private void requireTime() {
        if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Reading took too long");
        }
    }
}
