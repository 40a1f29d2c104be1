package app.carddesk.evidence.reuse;

import boofcv.alg.filter.blur.BlurImageOps;
import boofcv.core.image.ConvertImage;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import java.util.Random;

/**
 * Reads words off a picture: what is seen in the square frame that two points span. Each bit says on which side of a
 * plane the greys in the frame lie (Charikar, "Similarity Estimation Techniques from Rounding Algorithms", 2002); the
 * planes are such that neither light nor contrast matters.
 */
final class Frames {

    private static final int BITS = 24;
    private static final int EDGE = 8;
    private static final int CELLS = EDGE * EDGE;

    /** The edge of a frame, measured by the distance of its two points. */
    private static final double EXTENT = 1.5;

    private static final double[] SOFTNESSES = {0.8, 1.6, 3.2, 6.4};
    private static final int[][] PLANES = planes();

    private final GrayF32[] softened = new GrayF32[SOFTNESSES.length];

    Frames(GrayU8 greys) {
        GrayF32 exact = ConvertImage.convert(greys, (GrayF32) null);
        for (int i = 0; i < SOFTNESSES.length; i++) {
            softened[i] = new GrayF32(greys.width, greys.height);
            BlurImageOps.gaussian(exact, softened[i], SOFTNESSES[i], (int) Math.ceil(2 * SOFTNESSES[i]), null);
        }
    }

    /** The word of the frame around the middle between two points, upright along the line from one to the other. */
    int word(double fromX, double fromY, double toX, double toY) {
        double step = EXTENT / EDGE;
        double alongX = (toX - fromX) * step;
        double alongY = (toY - fromY) * step;
        double middleX = (fromX + toX) / 2;
        double middleY = (fromY + toY) / 2;
        GrayF32 greys = softened[softness(Math.hypot(alongX, alongY))];
        float[] seen = new float[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            double u = cell % EDGE - (EDGE - 1) / 2.0;
            double v = Math.floorDiv(cell, EDGE) - (EDGE - 1) / 2.0;
            seen[cell] = at(greys, middleX + u * alongX - v * alongY, middleY + u * alongY + v * alongX);
        }
        int word = 0;
        for (int[] plane : PLANES) {
            float side = 0;
            for (int cell = 0; cell < CELLS; cell++) {
                side += plane[cell] * seen[cell];
            }
            word = word << 1 | (side > 0 ? 1 : 0);
        }
        return mixed(word);
    }

    /** Spreads words evenly, so that the smallest of them are a fair sample. */
    private static int mixed(int word) {
        int mixed = word * 0x9E3779B1;
        mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }

    private static int softness(double step) {
        int best = 0;
        for (int i = 1; i < SOFTNESSES.length; i++) {
            if (Math.abs(Math.log(SOFTNESSES[i] / (0.6 * step)))
                    < Math.abs(Math.log(SOFTNESSES[best] / (0.6 * step)))) {
                best = i;
            }
        }
        return best;
    }

    /** Bilinear between pixels; beyond the edge the picture goes on as it ends. */
    private static float at(GrayF32 greys, double x, double y) {
        double inX = Math.clamp(x, 0, greys.width - 1.01);
        double inY = Math.clamp(y, 0, greys.height - 1.01);
        int left = (int) inX;
        int top = (int) inY;
        float right = (float) (inX - left);
        float down = (float) (inY - top);
        int i = top * greys.width + left;
        float above = greys.data[i] * (1 - right) + greys.data[i + 1] * right;
        float below = greys.data[i + greys.width] * (1 - right) + greys.data[i + greys.width + 1] * right;
        return above * (1 - down) + below * down;
    }

    private static int[][] planes() {
        // The seed is part of what is kept: another one would read all words kept so far as different ones.
        Random random = new Random(5);
        int[][] planes = new int[BITS][CELLS];
        for (int[] plane : planes) {
            int left = CELLS / 2;
            for (int cell = 0; cell < CELLS; cell++) {
                boolean added = random.nextInt(CELLS - cell) < left;
                plane[cell] = added ? 1 : -1;
                left -= added ? 1 : 0;
            }
        }
        return planes;
    }
}
