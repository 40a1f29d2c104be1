package app.carddesk.evidence.reuse;

import boofcv.alg.filter.blur.BlurImageOps;
import boofcv.core.image.ConvertImage;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import georegression.struct.affine.Affine2D_F64;

/**
 * Two pictures laid on each other and compared block by block. A copy that was cut, turned, made smaller or written anew
 * differs nowhere; another receipt of the same shop differs in whole words.
 *
 * @param compared how many blocks show anything on either picture
 * @param different how many of them do not show the same
 * @param common how much of the picture with the larger pixels lies on the other, in percent
 */
record Comparison(int compared, int different, int common) {

    /** The edge of a block in pixels: about one letter of a receipt that fills the picture. */
    private static final int BLOCK = 16;

    /** How far off a block may lie, in pixels; laying pictures on each other is never exact to the pixel. */
    private static final int PLAY = 2;

    /** Blocks whose greys differ less among themselves show nothing but paper and noise. */
    private static final double LEAST_CONTRAST = 12;

    /** Copies of a block correlate above 0.75 after anything short of making them illegible, other print below 0.4. */
    private static final double LEAST_CORRELATION = 0.6;

    /** Fewer blocks are too little to call two pictures the same by. */
    private static final int LEAST_BLOCKS = 20;

    /** Beside one block by chance, one in so many may differ. Two receipts of one shop differ in ten or more. */
    private static final int ONE_IN = 500;

    /** A copy that was cut by a tenth on every side shows at least this much of the whole. */
    private static final int LEAST_COMMON = 50;

    /** Turning a picture leaves wedges at its edges, filled with anything; that far in, in percent, nothing counts. */
    private static final int FRAME = 6;

    private static final double SOFTNESS = 0.8;

    /** Whether this is one picture. */
    boolean isSame() {
        return compared >= LEAST_BLOCKS && common >= LEAST_COMMON && different <= 1 + compared / ONE_IN;
    }

    /** @param whole from the one picture to the other, both measured by their longer edges */
    static Comparison of(Greys one, Greys other, Affine2D_F64 whole) {
        double from = edge(one);
        double to = edge(other);
        Affine2D_F64 map = new Affine2D_F64(
                whole.a11 * to / from,
                whole.a12 * to / from,
                whole.a21 * to / from,
                whole.a22 * to / from,
                whole.tx * to,
                whole.ty * to);
        return size(map) < 1 ? laid(other, one, map.invert(null)) : laid(one, other, map);
    }

    /** Compares where pixels are larger, so that nothing is asked about details that one of the two cannot show. */
    private static Comparison laid(Greys coarse, Greys fine, Affine2D_F64 map) {
        double size = size(map);
        double softness = SOFTNESS * Math.max(1, Math.max(coarse.enlarged(), fine.enlarged() / size));
        Softened from = Softened.of(coarse.image(), softness);
        Softened to =
                Softened.of(fine.image(), softness * size).laidOut(map, coarse.image().width, coarse.image().height);
        int all = 0;
        int common = 0;
        int compared = 0;
        int different = 0;
        int width = from.width();
        int height = from.height();
        int frame = Math.max(PLAY, Math.max(width, height) * FRAME / 100);
        for (int top = frame; top + BLOCK + frame <= height; top += BLOCK) {
            for (int left = frame; left + BLOCK + frame <= width; left += BLOCK) {
                all++;
                if (!to.has(left - PLAY, top - PLAY, BLOCK + 2 * PLAY)) {
                    continue;
                }
                common++;
                if (Math.max(from.contrast(left, top, BLOCK), to.contrast(left, top, BLOCK)) < LEAST_CONTRAST) {
                    continue;
                }
                compared++;
                if (correlation(from, to, left, top) < LEAST_CORRELATION) {
                    different++;
                }
            }
        }
        return new Comparison(compared, different, all == 0 ? 0 : 100 * common / all);
    }

    private static double edge(Greys greys) {
        return Math.max(greys.image().width, greys.image().height);
    }

    private static double correlation(Softened from, Softened to, int left, int top) {
        double best = from.correlation(to, left, top, left, top, BLOCK);
        for (int dy = -PLAY; dy <= PLAY && best < LEAST_CORRELATION; dy++) {
            for (int dx = -PLAY; dx <= PLAY && best < LEAST_CORRELATION; dx++) {
                best = Math.max(best, from.correlation(to, left, top, left + dx, top + dy, BLOCK));
            }
        }
        return best;
    }

    private static double size(Affine2D_F64 map) {
        return Math.sqrt(Math.abs(map.a11 * map.a22 - map.a12 * map.a21));
    }

    /** Greys with their finest differences smoothed away; what lies outside is not a number. */
    private record Softened(float[] greys, int width, int height) {

        static Softened of(GrayU8 image, double sigma) {
            GrayF32 in = ConvertImage.convert(image, (GrayF32) null);
            GrayF32 out = new GrayF32(image.width, image.height);
            BlurImageOps.gaussian(in, out, sigma, (int) Math.ceil(2 * sigma), null);
            return new Softened(out.data, image.width, image.height);
        }

        /** What a map shows of this, bilinear between pixels. */
        Softened laidOut(Affine2D_F64 map, int toWidth, int toHeight) {
            float[] laid = new float[toWidth * toHeight];
            for (int y = 0; y < toHeight; y++) {
                for (int x = 0; x < toWidth; x++) {
                    double u = map.a11 * x + map.a12 * y + map.tx;
                    double v = map.a21 * x + map.a22 * y + map.ty;
                    laid[y * toWidth + x] = at(u, v);
                }
            }
            return new Softened(laid, toWidth, toHeight);
        }

        private float at(double u, double v) {
            int left = (int) Math.floor(u);
            int top = (int) Math.floor(v);
            if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
                return Float.NaN;
            }
            float right = (float) (u - left);
            float down = (float) (v - top);
            int i = top * width + left;
            float above = greys[i] * (1 - right) + greys[i + 1] * right;
            float below = greys[i + width] * (1 - right) + greys[i + width + 1] * right;
            return above * (1 - down) + below * down;
        }

        /** Whether a square lies wholly inside; what is inside has straight edges, so its corners tell. */
        boolean has(int left, int top, int edge) {
            int right = left + edge - 1;
            int bottom = top + edge - 1;
            return !Float.isNaN(greys[top * width + left])
                    && !Float.isNaN(greys[top * width + right])
                    && !Float.isNaN(greys[bottom * width + left])
                    && !Float.isNaN(greys[bottom * width + right]);
        }

        /** The standard deviation of the greys in a square. */
        double contrast(int left, int top, int edge) {
            double sum = 0;
            double squares = 0;
            for (int y = top; y < top + edge; y++) {
                for (int x = left; x < left + edge; x++) {
                    float grey = greys[y * width + x];
                    sum += grey;
                    squares += grey * grey;
                }
            }
            int count = edge * edge;
            double mean = sum / count;
            return Math.sqrt(Math.max(0, squares / count - mean * mean));
        }

        /** The normalised correlation of a square here with one there; 0 where either is flat. */
        double correlation(Softened other, int left, int top, int otherLeft, int otherTop, int edge) {
            double ones = 0;
            double others = 0;
            double oneSquares = 0;
            double otherSquares = 0;
            double products = 0;
            for (int y = 0; y < edge; y++) {
                int i = (top + y) * width + left;
                int j = (otherTop + y) * other.width + otherLeft;
                for (int x = 0; x < edge; x++) {
                    float one = greys[i + x];
                    float two = other.greys[j + x];
                    ones += one;
                    others += two;
                    oneSquares += one * one;
                    otherSquares += two * two;
                    products += one * two;
                }
            }
            int count = edge * edge;
            double variance = oneSquares - ones * ones / count;
            double otherVariance = otherSquares - others * others / count;
            return variance < 1 || otherVariance < 1
                    ? 0
                    : (products - ones * others / count) / Math.sqrt(variance * otherVariance);
        }
    }
}
