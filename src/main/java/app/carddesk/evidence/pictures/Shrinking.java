package app.carddesk.evidence.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes a picture smaller that comes row by row: each pixel of the smaller one is the mean of the area it stands for. A
 * photo of twelve million pixels then needs the memory of its copy alone, and fine print does not fall between the
 * pixels that subsampling keeps.
 */
final class Shrinking {

    /** A picture is made smaller by this factor at most, which keeps every sum within its 32 bits. */
    private static final int MOST_SHRINKING = 15;

    /** Parts into which a pixel is divided where the border between two smaller pixels runs through it. */
    private static final int PARTS = 256;

    private final int wide;
    private final int high;
    private final int smallWide;
    private final int smallHigh;
    private final BufferedImage small;
    private final int[] pixels;
    /** The last column of each smaller pixel, and how much of that column belongs to it. */
    private final int[] ends;

    private final int[] tails;
    // What the rows of one smaller row add up to, column by column; apart, so that a processor adds several at once.
    private final int[] reds;
    private final int[] greens;
    private final int[] blues;

    private Shrinking(int wide, int high, int smallWide, int smallHigh) {
        this.wide = wide;
        this.high = high;
        this.smallWide = smallWide;
        this.smallHigh = smallHigh;
        this.small = new BufferedImage(smallWide, smallHigh, BufferedImage.TYPE_INT_RGB);
        this.pixels = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
        this.ends = new int[smallWide];
        this.tails = new int[smallWide];
        int to = 0;
        for (int x = 0; x < wide; x++) {
            int share = share(x, wide, smallWide);
            if (share < 0) {
                ends[to] = x;
                tails[to] = -share;
                to++;
            }
        }
        this.reds = new int[wide];
        this.greens = new int[wide];
        this.blues = new int[wide];
    }

    /** From a size to so long an edge at most; null if it is not longer already, or too much so. */
    static @Nullable Shrinking to(int longEdge, int wide, int high) {
        double scale = (double) longEdge / Math.max(wide, high);
        return scale >= 1 ? null : of(wide, high, (int) Math.round(wide * scale), (int) Math.round(high * scale));
    }

    /** From one size to another; null if that is not smaller, or too much so. */
    static @Nullable Shrinking of(int wide, int high, int smallWide, int smallHigh) {
        return smallWide < 1
                        || smallHigh < 1
                        || smallWide > wide
                        || smallHigh > high
                        || smallWide == wide && smallHigh == high
                        || wide > MOST_SHRINKING * smallWide
                        || high > MOST_SHRINKING * smallHigh
                ? null
                : new Shrinking(wide, high, smallWide, smallHigh);
    }

    int wide() {
        return wide;
    }

    /** The smaller picture, of the type {@link BufferedImage#TYPE_INT_RGB}; what did not arrive is black. */
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

    /**
     * Takes the next row; the first one begins anew.
     *
     * @param row red, green and blue in the lower 24 bits of each number
     * @param y which row it is, one more than that before
     */
    void row(int[] row, int y) {
        if (y == 0) {
            Arrays.fill(reds, 0);
            Arrays.fill(greens, 0);
            Arrays.fill(blues, 0);
        }
        int share = share(y, high, smallHigh);
        add(row, reds, 16, Math.abs(share));
        add(row, greens, 8, Math.abs(share));
        add(row, blues, 0, Math.abs(share));
        if (share < 0) {
            write((int) ((long) y * smallHigh / high));
            set(row, reds, 16, PARTS + share);
            set(row, greens, 8, PARTS + share);
            set(row, blues, 0, PARTS + share);
        }
    }

    private static void add(int[] row, int[] sums, int shift, int share) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += (row[x] >> shift & 0xFF) * share;
        }
    }

    private static void set(int[] row, int[] sums, int shift, int share) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = (row[x] >> shift & 0xFF) * share;
        }
    }

    private void write(int y) {
        // The area of a smaller pixel in parts of a larger one, as a factor to multiply by instead of dividing.
        long area = (long) PARTS * PARTS * wide * high / smallWide / smallHigh;
        long factor = (1L << 40) / area;
        int red = 0;
        int green = 0;
        int blue = 0;
        int x = 0;
        int at = y * smallWide;
        for (int to = 0; to < smallWide; to++) {
            int end = ends[to];
            int tail = tails[to];
            for (; x < end; x++) {
                red += reds[x] * PARTS;
                green += greens[x] * PARTS;
                blue += blues[x] * PARTS;
            }
            x++;
            int lastRed = reds[end];
            int lastGreen = greens[end];
            int lastBlue = blues[end];
            pixels[at + to] = mean(red + lastRed * tail, factor) << 16
                    | mean(green + lastGreen * tail, factor) << 8
                    | mean(blue + lastBlue * tail, factor);
            red = lastRed * (PARTS - tail);
            green = lastGreen * (PARTS - tail);
            blue = lastBlue * (PARTS - tail);
        }
    }

    private static int mean(int sum, long factor) {
        return (int) Math.min(0xFF, Integer.toUnsignedLong(sum) * factor + (1L << 39) >> 40);
    }
}
