package app.carddesk.evidence.reuse;

import boofcv.struct.image.GrayU8;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture as greys of a handy size, which is all that comparing needs.
 *
 * @param enlarged how many pixels each pixel of the picture became; at most 1 unless it was small
 */
record Greys(GrayU8 image, double enlarged) {

    /** The longer edge at which two pictures are compared, in pixels: the print of a receipt is still legible there. */
    static final int LONG_EDGE = 1000;

    /** Up to this, pictures are drawn twice as large, so that there are enough blocks to compare. */
    private static final int SMALL_EDGE = 320;

    /** For comparing: never larger than {@value #LONG_EDGE} pixels. */
    static Greys toCompare(BufferedImage picture) {
        int edge = Math.max(picture.getWidth(), picture.getHeight());
        return scaled(picture, Math.min(edge <= SMALL_EDGE ? 2 : 1, (double) LONG_EDGE / edge));
    }

    /** With a longer edge of exactly so many pixels. */
    static Greys ofEdge(BufferedImage picture, int edge) {
        return scaled(picture, (double) edge / Math.max(picture.getWidth(), picture.getHeight()));
    }

    /** Halved for as long as the longer edge keeps so many pixels; scaling it further gives the same as from the whole. */
    static BufferedImage halved(BufferedImage picture, int edge) {
        BufferedImage from = picture;
        while (Math.max(from.getWidth(), from.getHeight()) >= 2 * edge
                && Math.min(from.getWidth(), from.getHeight()) > 1) {
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return from;
    }

    private static Greys scaled(BufferedImage picture, double scale) {
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        BufferedImage from = picture;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return new Greys(greys(drawn(from, width, height)), scale);
    }

    private static GrayU8 greys(BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        GrayU8 greys = new GrayU8(picture.getWidth(), picture.getHeight());
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            // The luma of ITU-R BT.601, as in JPEG itself.
            greys.data[i] = (byte) ((77 * (rgb >> 16 & 0xFF) + 150 * (rgb >> 8 & 0xFF) + 29 * (rgb & 0xFF)) >> 8);
        }
        return greys;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }
}
