package app.carddesk.evidence.pictures;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Hashtable;
import org.jspecify.annotations.Nullable;

/**
 * Takes a picture row by row from its reader and keeps only a smaller one: each of its pixels is the mean of the area it
 * stands for. A photo of twelve million pixels then needs the memory of its copy alone, and fine print does not fall
 * between the pixels that subsampling keeps.
 */
final class ShrinkingRaster extends WritableRaster {

    /** A picture is made smaller by this factor at most, which keeps every sum within its bits. */
    private static final int MOST_SHRINKING = 8;

    private static final int BANDS = 3;

    /** Parts into which a pixel is divided where the border between two smaller pixels runs through it. */
    private static final int PARTS = 256;

    /** The three bands of a pixel are added up in one number, so far apart that no sum reaches the next. */
    private static final int BAND_BITS = 21;

    private static final long BAND_MASK = (1L << BAND_BITS) - 1;

    private final int wide;
    private final int high;
    private final int smallWide;
    private final int smallHigh;
    private final BufferedImage small;
    private final int[] pixels;
    /** How much of each column belongs to the smaller pixel that began before it; negative if that one ends there. */
    private final short[] shares;

    private int[] sums;
    private int[] nextSums;
    private int nextRow;

    private ShrinkingRaster(int wide, int high, int smallWide, int smallHigh) {
        super(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE, wide, high, BANDS, wide * BANDS, new int[] {0, 1, 2}),
                new DataBufferByte(1),
                new Point(0, 0));
        this.wide = wide;
        this.high = high;
        this.smallWide = smallWide;
        this.smallHigh = smallHigh;
        this.small = new BufferedImage(smallWide, smallHigh, BufferedImage.TYPE_INT_RGB);
        this.pixels = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
        this.shares = new short[wide];
        for (int x = 0; x < wide; x++) {
            shares[x] = (short) share(x, wide, smallWide);
        }
        this.sums = new int[smallWide * BANDS];
        this.nextSums = new int[smallWide * BANDS];
    }

    /** For a picture that is to be so long at most; null if it is not longer already, or too much so. */
    static @Nullable ShrinkingRaster to(int longEdge, int wide, int high) {
        double scale = (double) longEdge / Math.max(wide, high);
        int smallWide = (int) Math.round(wide * scale);
        int smallHigh = (int) Math.round(high * scale);
        return scale >= 1 || wide > MOST_SHRINKING * smallWide || high > MOST_SHRINKING * smallHigh
                ? null
                : new ShrinkingRaster(wide, high, smallWide, smallHigh);
    }

    /** What a reader writes to; it must bring whole rows from the first to the last, and may begin anew. */
    BufferedImage destination() {
        ColorSpace colours = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        return new BufferedImage(
                new ComponentColorModel(colours, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                this,
                false,
                new Hashtable<>());
    }

    /** The smaller picture; what did not arrive is black. */
    BufferedImage small() {
        return small;
    }

    /** The part of a line that belongs to the smaller line it begins in, negative if that one ends with it. */
    private static int share(int line, int lines, int smallLines) {
        long begin = (long) line * smallLines;
        long end = begin + smallLines;
        long border = (begin / lines + 1) * lines;
        return end < border ? PARTS : -(int) Math.max(1, (border - begin) * PARTS / smallLines);
    }

    @Override
    public void setRect(int dx, int dy, Raster from) {
        if (dx != 0 || from.getWidth() != wide || from.getHeight() != 1 || dy != 0 && dy != nextRow) {
            throw new IllegalStateException("The reader does not bring row after row");
        }
        if (dy == 0) {
            Arrays.fill(sums, 0);
            Arrays.fill(nextSums, 0);
        }
        nextRow = dy + 1;
        int share = share(dy, high, smallHigh);
        add(((DataBufferByte) from.getDataBuffer()).getData(), Math.abs(share));
        if (share < 0) {
            write((int) ((long) dy * smallHigh / high));
        }
    }

    private void add(byte[] row, int share) {
        int rest = PARTS - share;
        int to = 0;
        int at = 0;
        long sum = 0;
        for (int x = 0; x < wide; x++) {
            long pixel = row[at] & 0xFFL | (row[at + 1] & 0xFFL) << BAND_BITS | (row[at + 2] & 0xFFL) << 2 * BAND_BITS;
            at += BANDS;
            int part = shares[x];
            if (part > 0) {
                sum += pixel * PARTS;
                continue;
            }
            sum += pixel * -part;
            int first = (int) (sum & BAND_MASK);
            int second = (int) (sum >>> BAND_BITS & BAND_MASK);
            int third = (int) (sum >>> 2 * BAND_BITS);
            sums[to] += first * share;
            sums[to + 1] += second * share;
            sums[to + 2] += third * share;
            if (rest > 0) {
                nextSums[to] += first * rest;
                nextSums[to + 1] += second * rest;
                nextSums[to + 2] += third * rest;
            }
            to += BANDS;
            sum = pixel * (PARTS + part);
        }
    }

    private void write(int y) {
        // The area of a smaller pixel in parts of a larger one, as a factor to multiply by instead of dividing.
        long area = (long) PARTS * PARTS * wide * high / smallWide / smallHigh;
        long factor = (1L << 40) / area;
        int at = 0;
        for (int to = y * smallWide, end = to + smallWide; to < end; to++) {
            pixels[to] = mean(sums[at], factor) << 16 | mean(sums[at + 1], factor) << 8 | mean(sums[at + 2], factor);
            at += BANDS;
        }
        int[] done = sums;
        sums = nextSums;
        nextSums = done;
        Arrays.fill(nextSums, 0);
    }

    private static int mean(int sum, long factor) {
        return (int) Math.min(0xFF, Integer.toUnsignedLong(sum) * factor + (1L << 39) >> 40);
    }
}
