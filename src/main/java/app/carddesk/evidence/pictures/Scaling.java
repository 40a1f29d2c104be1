package app.carddesk.evidence.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller, on white where they can be seen through. */
final class Scaling {

    private Scaling() {}

    /** At most so long, of the type {@link BufferedImage#TYPE_INT_RGB}; the very same picture if it already is. */
    static BufferedImage fitted(BufferedImage image, int longEdge) {
        double scale = Math.min(1.0, (double) longEdge / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            Shrinking shrinking = Shrinking.of(image.getWidth(), image.getHeight(), width, height);
            if (shrinking != null) {
                return shrunken(image, shrinking);
            }
        }
        BufferedImage from = image;
        // Halved step by step, so that fine print does not fall between the pixels.
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height && from.getWidth() > 2) {
            from = drawn(from, Math.max(1, from.getWidth() / 2), Math.max(1, from.getHeight() / 2));
        }
        return drawn(from, width, height);
    }

    private static BufferedImage shrunken(BufferedImage image, Shrinking shrinking) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getDataElements(0, y, row.length, 1, row);
            shrinking.row(row, y);
        }
        return shrinking.small();
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
}
