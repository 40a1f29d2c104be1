package app.carddesk.evidence.reading;

import java.awt.Rectangle;

/**
 * How far the bars of a linear bar code reach. Its reader tells one line across the bars; from there this follows the
 * bars both ways as long as they look as they do on that line, even if they lean a little.
 */
final class LinearExtent {

    private static final int LEAN = 2;
    private static final double ALIKE = 0.8;

    /** Bars are often interrupted by a scratch or a fold. */
    private static final int GAP = 6;

    private LinearExtent() {}

    /** @param across the line a reader told, as a rectangle of no height, or no width where the code is turned */
    static Rectangle of(GreyPicture page, Rectangle across) {
        boolean upright = across.width >= across.height;
        Line line = upright
                ? new Line(page, true, across.x, across.x + across.width)
                : new Line(page, false, across.y, across.y + across.height);
        int at = upright ? across.y + across.height / 2 : across.x + across.width / 2;
        int side = line.length() / 20 + 4;
        int from = follow(line, at, -1);
        int to = follow(line, at, 1);
        int least = Math.max(4, line.length() / 12);
        from = Math.min(from, at - least);
        to = Math.max(to, at + least);
        int start = line.from - side;
        int length = line.length() + 2 * side;
        return upright
                ? new Rectangle(start, from, length, to - from + 1)
                : new Rectangle(from, start, to - from + 1, length);
    }

    private static int follow(Line line, int at, int step) {
        boolean[] bars = line.dark(at, 0);
        int shift = 0;
        int last = at;
        int missed = 0;
        for (int next = at + step; next >= 0 && next < line.rows() && missed <= GAP; next += step) {
            int best = shift;
            double most = 0;
            for (int lean = -LEAN; lean <= LEAN; lean++) {
                double alike = alike(bars, line.dark(next, shift + lean));
                if (alike > most) {
                    most = alike;
                    best = shift + lean;
                }
            }
            if (most >= ALIKE) {
                shift = best;
                last = next;
                missed = 0;
            } else {
                missed++;
            }
        }
        return last;
    }

    private static double alike(boolean[] one, boolean[] other) {
        int same = 0;
        for (int i = 0; i < one.length; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return (double) same / Math.max(1, one.length);
    }

    /** The pixels of a row, or of a column, between two ends. */
    private record Line(GreyPicture page, boolean isRow, int from, int to) {

        int length() {
            return Math.max(1, to - from);
        }

        int rows() {
            return isRow ? page.getHeight() : page.getWidth();
        }

        boolean[] dark(int row, int shift) {
            int[] grey = new int[length()];
            int least = 255;
            int most = 0;
            int width = isRow ? page.getWidth() : page.getHeight();
            for (int i = 0; i < grey.length; i++) {
                int along = Math.clamp(from + i + shift, 0, width - 1);
                grey[i] = isRow ? page.at(along, row) : page.at(row, along);
                least = Math.min(least, grey[i]);
                most = Math.max(most, grey[i]);
            }
            boolean[] dark = new boolean[grey.length];
            for (int i = 0; i < dark.length; i++) {
                // A row without contrast has no bars.
                dark[i] = most - least > 40 && grey[i] < (least + most) / 2;
            }
            return dark;
        }
    }
}
