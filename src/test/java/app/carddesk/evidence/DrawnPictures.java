package app.carddesk.evidence;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures drawn by code, so that tests know what must be seen on them. */
public final class DrawnPictures {

    /** A text that stands in the metadata of every picture made with an orientation. */
    public static final String TRACE = "CANARY-CAMERA";

    private DrawnPictures() {}

    /** Four fields of different colours: red top left, green top right, blue bottom left, white bottom right. */
    public static BufferedImage fields(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width - width / 2, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width / 2, height - height / 2);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width / 2, height / 2, width - width / 2, height - height / 2);
        graphics.dispose();
        return image;
    }

    /**
     * The four fields, where left and right pass into one another instead of meeting: a surface on which nobody looks for
     * print, for tests that are about anything else.
     */
    public static BufferedImage softFields(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        float from = width / 2f - 30;
        float to = width / 2f + 30;
        graphics.setPaint(new GradientPaint(from, 0, Color.RED, to, 0, Color.GREEN));
        graphics.fillRect(0, 0, width, height / 2);
        graphics.setPaint(new GradientPaint(from, 0, Color.BLUE, to, 0, Color.WHITE));
        graphics.fillRect(0, height / 2, width, height - height / 2);
        graphics.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return encoded(fields(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encoded(fields(width, height), "png");
    }

    public static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static BufferedImage decoded(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The four fields as a camera held in one of the eight ways stores them, with the tag that says so, a position and
     * a maker's name. Follows the words of the standard: which visual side the first row and the first column are.
     */
    public static byte[] heldAs(int orientation, int width, int height) {
        return heldAs(orientation, fields(width, height));
    }

    /** Any picture as a camera held in one of the eight ways stores it, with the same metadata. */
    public static byte[] heldAs(int orientation, BufferedImage upright) {
        return withExif(encoded(stored(orientation, upright), "jpeg"), exif(orientation));
    }

    private static BufferedImage stored(int orientation, BufferedImage upright) {
        int width = upright.getWidth();
        int height = upright.getHeight();
        boolean rowsAreColumns = orientation >= 5;
        BufferedImage stored = new BufferedImage(
                rowsAreColumns ? height : width, rowsAreColumns ? width : height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int x;
                int y;
                if (rowsAreColumns) {
                    boolean firstRowIsRight = orientation == 6 || orientation == 7;
                    boolean firstColumnIsBottom = orientation == 7 || orientation == 8;
                    x = firstRowIsRight ? width - 1 - row : row;
                    y = firstColumnIsBottom ? height - 1 - column : column;
                } else {
                    boolean firstRowIsBottom = orientation == 3 || orientation == 4;
                    boolean firstColumnIsRight = orientation == 2 || orientation == 3;
                    x = firstColumnIsRight ? width - 1 - column : column;
                    y = firstRowIsBottom ? height - 1 - row : row;
                }
                stored.setRGB(column, row, upright.getRGB(x, y));
            }
        }
        return stored;
    }

    /** A PNG that declares a size and holds next to nothing. */
    public static byte[] pngClaiming(int width, int height) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(out);
            data.writeLong(0x89504E470D0A1A0AL);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(data, "IHDR", header.toByteArray());
            chunk(data, "IDAT", new byte[] {0x78, (byte) 0x9c, 0x63, 0, 0, 0, 1, 0, 1});
            chunk(data, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt((int) sum.getValue());
    }

    /** The four fields as a PNG, a TIFF or a WebP file of a camera held in one of the eight ways. */
    public static byte[] heldAs(int orientation, int width, int height, String format) {
        BufferedImage stored = stored(orientation, fields(width, height));
        return switch (format) {
            case "png" -> withChunk(encoded(stored, "png"), tiff(orientation));
            case "tiff" -> withTag(encoded(stored, "tiff"), orientation);
            default -> throw new IllegalArgumentException(format);
        };
    }

    /** Puts an eXIf chunk right behind the header of a PNG. */
    private static byte[] withChunk(byte[] png, byte[] exif) {
        try {
            int header = 8 + 25;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(png, 0, header);
            chunk(new DataOutputStream(out), "eXIf", exif);
            out.write(png, header, png.length - header);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Rewrites the one directory of a little TIFF behind its end, with the tag in its place. */
    private static byte[] withTag(byte[] tiff, int orientation) {
        ByteBuffer from = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = from.getInt(4);
        int count = from.getShort(directory);
        ByteBuffer to = ByteBuffer.allocate(tiff.length + 2 + 12 * (count + 1) + 4)
                .order(from.order())
                .put(tiff);
        to.putInt(4, tiff.length);
        to.putShort((short) (count + 1));
        boolean written = false;
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + 12 * i;
            if (!written && Short.toUnsignedInt(from.getShort(entry)) > 0x0112) {
                to.putShort((short) 0x0112).putShort((short) 3).putInt(1);
                to.putShort((short) orientation).putShort((short) 0);
                written = true;
            }
            to.put(tiff, entry, 12);
        }
        return to.putInt(0).array();
    }

    /** An empty GIF of a size with a frame of another size. */
    public static byte[] gifClaiming(int width, int height, int frameWidth, int frameHeight) {
        return ByteBuffer.allocate(13 + 10 + 5)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GIF89a".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) width)
                .putShort((short) height)
                .put(new byte[3])
                .put((byte) 0x2C)
                .putInt(0)
                .putShort((short) frameWidth)
                .putShort((short) frameHeight)
                .put(new byte[] {0, 2, 1, 0x4C, 0, 0x3B})
                .array();
    }

    private static byte[] withExif(byte[] jpeg, byte[] exif) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(0xE1);
        out.write(exif.length + 2 >> 8);
        out.write(exif.length + 2 & 0xFF);
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] exif(int orientation) {
        byte[] tiff = tiff(orientation);
        byte[] exif = Arrays.copyOf("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 6 + tiff.length);
        System.arraycopy(tiff, 0, exif, 6, tiff.length);
        return exif;
    }

    private static byte[] tiff(int orientation) {
        try {
            byte[] maker = (TRACE + "\0").getBytes(StandardCharsets.US_ASCII);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(out);
            data.writeBytes("MM");
            data.writeShort(42);
            data.writeInt(8);
            data.writeShort(3);
            int ifdEnd = 8 + 2 + 3 * 12 + 4;
            entry(data, 0x010F, 2, maker.length, ifdEnd);
            data.writeShort(0x0112);
            data.writeShort(3);
            data.writeInt(1);
            data.writeShort(orientation);
            data.writeShort(0);
            entry(data, 0x8825, 4, 1, ifdEnd + maker.length);
            data.writeInt(0);
            data.write(maker);
            data.writeShort(1);
            data.writeShort(0x0001);
            data.writeShort(2);
            data.writeInt(2);
            data.writeBytes("N\0\0\0");
            data.writeInt(0);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void entry(DataOutputStream data, int tag, int type, int count, int value) throws IOException {
        data.writeShort(tag);
        data.writeShort(type);
        data.writeInt(count);
        data.writeInt(value);
    }
}
