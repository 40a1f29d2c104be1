package app.carddesk.evidence.reuse;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/** Photographs drawn things: seen from a little aside, on a table, in uneven light, with the noise of a sensor. */
final class Camera {

    private Camera() {}

    /** A photograph of a flat thing, its longer edge {@code edge} pixels. */
    static BufferedImage photograph(BufferedImage thing, int edge, Random random) {
        double scale = (double) edge / Math.max(thing.getWidth(), thing.getHeight());
        int width = (int) (thing.getWidth() * scale);
        int height = (int) (thing.getHeight() * scale);
        BufferedImage photo = table(width, height, random);
        double[] corners = {
            width * at(random, 0.05), height * at(random, 0.04),
            width * (1 - at(random, 0.05)), height * at(random, 0.04),
            width * (1 - at(random, 0.05)), height * (1 - at(random, 0.04)),
            width * at(random, 0.05), height * (1 - at(random, 0.04))
        };
        double[] back = squareToQuad(corners);
        double[] inverse = adjugate(back);
        int[] to = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
        double shadeX = random.nextDouble() - 0.5;
        double shadeY = random.nextDouble() - 0.5;
        double warm = 1 + (random.nextDouble() - 0.5) * 0.08;
        double noise = 3 + random.nextDouble() * 3;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double w = inverse[6] * x + inverse[7] * y + inverse[8];
                double u = (inverse[0] * x + inverse[1] * y + inverse[2]) / w;
                double v = (inverse[3] * x + inverse[4] * y + inverse[5]) / w;
                int rgb = to[y * width + x];
                if (u >= 0 && v >= 0 && u < 1 && v < 1) {
                    rgb = sampled(thing, u * (thing.getWidth() - 1), v * (thing.getHeight() - 1), scale);
                }
                double light = 0.88 * (1 + shadeX * 0.3 * x / width + shadeY * 0.3 * y / height);
                double grain = random.nextGaussian() * noise;
                to[y * width + x] = clamp((rgb >> 16 & 0xFF) * light * warm + grain) << 16
                        | clamp((rgb >> 8 & 0xFF) * light + grain) << 8
                        | clamp((rgb & 0xFF) * light / warm + grain);
            }
        }
        return photo;
    }

    /** The front or back of a gift card, no two alike. */
    static BufferedImage card(Random random) {
        BufferedImage image = new BufferedImage(1200, 760, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, colour(random), 1200, 760, colour(random)));
        graphics.fillRect(0, 0, 1200, 760);
        for (int i = 0; i < 12; i++) {
            graphics.setColor(colour(random));
            int size = 40 + random.nextInt(240);
            graphics.fillOval(random.nextInt(1100), random.nextInt(700), size, size);
        }
        graphics.setColor(Color.WHITE);
        graphics.fillRect(80, 470, 760, 210);
        graphics.setColor(new Color(0x2A, 0x2F, 0x33));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 64));
        graphics.drawString("Gift Card", 90, 110);
        graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 40));
        graphics.drawString("Serial GCA" + (100_000_000 + random.nextInt(900_000_000)), 110, 540);
        graphics.drawString("Keep this card. No cash value.", 110, 610);
        graphics.dispose();
        return image;
    }

    private static BufferedImage table(int width, int height, Random random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        int base = 70 + random.nextInt(70);
        graphics.setColor(new Color(base + 25, base + 8, base - 20));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < 60; i++) {
            int shift = random.nextInt(30) - 15;
            graphics.setColor(new Color(base + 25 + shift, base + 8 + shift, base - 20 + shift));
            graphics.fillRect(0, random.nextInt(height), width, 2 + random.nextInt(12));
        }
        graphics.dispose();
        return image;
    }

    private static Color colour(Random random) {
        return new Color(60 + random.nextInt(196), 60 + random.nextInt(196), 60 + random.nextInt(196));
    }

    private static double at(Random random, double middle) {
        return middle * (0.4 + 1.2 * random.nextDouble());
    }

    /** The mean of a few points of the pixel's area. */
    private static int sampled(BufferedImage thing, double u, double v, double scale) {
        int steps = scale < 0.75 ? 2 : 1;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int j = 0; j < steps; j++) {
            for (int i = 0; i < steps; i++) {
                double x = Math.min(thing.getWidth() - 1.001, u + (i - (steps - 1) / 2.0) / scale / steps);
                double y = Math.min(thing.getHeight() - 1.001, v + (j - (steps - 1) / 2.0) / scale / steps);
                int left = (int) Math.max(0, x);
                int top = (int) Math.max(0, y);
                double dx = Math.max(0, x - left);
                double dy = Math.max(0, y - top);
                for (int k = 0; k < 4; k++) {
                    int rgb = thing.getRGB(left + (k & 1), top + (k >> 1));
                    double weight = ((k & 1) == 0 ? 1 - dx : dx) * (k >> 1 == 0 ? 1 - dy : dy);
                    red += weight * (rgb >> 16 & 0xFF);
                    green += weight * (rgb >> 8 & 0xFF);
                    blue += weight * (rgb & 0xFF);
                }
            }
        }
        int n = steps * steps;
        return clamp(red / n) << 16 | clamp(green / n) << 8 | clamp(blue / n);
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    /** The projective map of the unit square to four corners; Heckbert, "Fundamentals of Texture Mapping", 1989. */
    private static double[] squareToQuad(double[] p) {
        double dx1 = p[2] - p[4];
        double dx2 = p[6] - p[4];
        double dx3 = p[0] - p[2] + p[4] - p[6];
        double dy1 = p[3] - p[5];
        double dy2 = p[7] - p[5];
        double dy3 = p[1] - p[3] + p[5] - p[7];
        double det = dx1 * dy2 - dx2 * dy1;
        double g = (dx3 * dy2 - dx2 * dy3) / det;
        double h = (dx1 * dy3 - dx3 * dy1) / det;
        return new double[] {
            p[2] - p[0] + g * p[2],
            p[6] - p[0] + h * p[6],
            p[0],
            p[3] - p[1] + g * p[3],
            p[7] - p[1] + h * p[7],
            p[1],
            g,
            h,
            1
        };
    }

    private static double[] adjugate(double[] m) {
        return new double[] {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
    }
}
