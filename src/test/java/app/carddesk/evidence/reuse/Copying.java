package app.carddesk.evidence.reuse;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What people do to a picture before they give it again. Each is written as a JPEG of quality 85 unless it says more. */
public enum Copying {
    /** Each of the four sides loses up to a tenth of the width or height, and one of them the whole tenth. */
    CROP("crop, up to 10 % off each side") {
        @Override
        BufferedImage draw(BufferedImage picture, Random random) {
            double[] off = new double[4];
            for (int i = 0; i < off.length; i++) {
                off[i] = 0.1 * random.nextDouble();
            }
            off[random.nextInt(4)] = 0.1;
            int x = (int) (off[0] * picture.getWidth());
            int y = (int) (off[1] * picture.getHeight());
            return picture.getSubimage(
                    x,
                    y,
                    picture.getWidth() - x - (int) (off[2] * picture.getWidth()),
                    picture.getHeight() - y - (int) (off[3] * picture.getHeight()));
        }
    },
    QUALITY("JPEG quality 40 to 60") {
        @Override
        BufferedImage draw(BufferedImage picture, Random random) {
            return reread(picture, 0.4f + (random.nextInt(3) == 0 ? 0.2f * random.nextFloat() : 0));
        }
    },
    SCALE("scale 50 to 75 %") {
        @Override
        BufferedImage draw(BufferedImage picture, Random random) {
            double scale = 0.5 + (random.nextInt(3) == 0 ? 0.25 * random.nextDouble() : 0);
            int width = (int) Math.round(picture.getWidth() * scale);
            int height = (int) Math.round(picture.getHeight() * scale);
            BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = smaller.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, width, height, null);
            graphics.dispose();
            return smaller;
        }
    },
    QUARTER("quarter turns") {
        @Override
        BufferedImage draw(BufferedImage picture, Random random) {
            return turned(picture, 1 + random.nextInt(3));
        }
    },
    TILT("turned by up to 3 degrees") {
        @Override
        BufferedImage draw(BufferedImage picture, Random random) {
            double degrees =
                    (random.nextBoolean() ? 1 : -1) * (random.nextBoolean() ? 3 : 0.5 + 2.5 * random.nextDouble());
            BufferedImage tilted =
                    new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = tilted.createGraphics();
            graphics.setColor(Color.BLACK);
            graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(
                    picture,
                    AffineTransform.getRotateInstance(
                            Math.toRadians(degrees), picture.getWidth() / 2.0, picture.getHeight() / 2.0),
                    null);
            graphics.dispose();
            return tilted;
        }
    },
    ALL("all of these at once, half as strong") {
        @Override
        BufferedImage draw(BufferedImage picture, Random random) {
            BufferedImage cut = picture.getSubimage(
                    picture.getWidth() / 20,
                    picture.getHeight() / 20,
                    picture.getWidth() * 9 / 10,
                    picture.getHeight() * 9 / 10);
            return reread(QUARTER.draw(SCALE.draw(TILT.draw(cut, random), random), random), 0.6f);
        }
    };

    private final String label;

    Copying(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    abstract BufferedImage draw(BufferedImage picture, Random random);

    /** The picture done to, as it is read from the file it was written to. */
    BufferedImage of(BufferedImage picture, Random random) {
        BufferedImage drawn = draw(picture, random);
        return this == QUALITY || this == ALL ? drawn : reread(drawn, 0.85f);
    }

    static BufferedImage turned(BufferedImage picture, int quarters) {
        BufferedImage from = picture;
        for (int i = 0; i < quarters; i++) {
            BufferedImage to = new BufferedImage(from.getHeight(), from.getWidth(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < from.getHeight(); y++) {
                for (int x = 0; x < from.getWidth(); x++) {
                    to.setRGB(from.getHeight() - 1 - y, x, from.getRGB(x, y));
                }
            }
            from = to;
        }
        return from;
    }

    static BufferedImage reread(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
            BufferedImage rgb = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            rgb.createGraphics().drawImage(read, 0, 0, null);
            return rgb;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
