package app.carddesk.evidence.reading;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Card backs and receipts drawn by code as telephones photograph them: several layouts and typefaces, slightly turned,
 * unevenly lit, noisy and soft. What stands on each is known, and the same number always gives the same picture.
 */
public final class DrawnPapers {

    private static final String LETTERS = "BCDFGHJKLMNPQRTVWXYZ";
    static final List<String> FACES = List.of(Font.SANS_SERIF, Font.MONOSPACED, Font.SERIF);
    private static final List<String> PREFIXES = List.of("GCA", "60", "PBH", "EPY");

    private DrawnPapers() {}

    /**
     * The back of a card.
     *
     * @param code what is printed as the redemption code, in groups or not; empty if it is still hidden
     * @param codeArea where it is, in pixels; empty if it is hidden
     */
    record CardBack(BufferedImage image, String serial, String code, Rectangle2D codeArea, Rectangle2D serialArea) {}

    /**
     * A receipt.
     *
     * @param total the amount in minor units
     */
    record Receipt(BufferedImage image, String serial, LocalDate bought, String number, long total, String currency) {}

    /** A card's back whose code is scratched free. */
    static CardBack cardBack(int seed) {
        return card(seed, true);
    }

    /** A card's back whose code nobody has uncovered. */
    static CardBack unscratched(int seed) {
        return card(seed, false);
    }

    private static CardBack card(int seed, boolean open) {
        Random random = new Random(7919L * seed + 17);
        return new CardDrawing(random, seed, serial(random)).draw(open);
    }

    /** A till's receipt, in one of eight layouts of five countries. */
    static Receipt receipt(int seed) {
        Random random = new Random(104729L * seed + 5);
        LocalDate bought = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1700));
        long total = 10_000L + 5_000L * random.nextInt(20);
        String number = String.valueOf(100_000 + random.nextInt(899_999));
        String serial = serial(random);
        String time = "%02d:%02d".formatted(9 + random.nextInt(12), random.nextInt(60));
        ReceiptText text = ReceiptText.values()[seed % 8];
        List<String> lines = text.lines(number, serial, bought, time, total);
        boolean thermal = seed % 3 == 0;
        int size = 30 + random.nextInt(10);
        int height = 260 + lines.size() * (size + 16);
        int width = 1000;
        double scale = 0.9 + random.nextDouble() * 0.6;
        BufferedImage image =
                new BufferedImage((int) (width * scale), (int) (height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setColor(new Color(0x5d6a70));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(scale, scale);
        g.rotate(Math.toRadians((random.nextDouble() - 0.5) * 5), width / 2.0, height / 2.0);
        g.shear((random.nextDouble() - 0.5) * 0.04, 0);
        g.setColor(new Color(0xf6f4ee));
        g.fillRect(80, 50, width - 160, height - 100);
        g.setColor(thermal ? new Color(0x55555c) : new Color(0x1d1d22));
        g.setFont(new Font(FACES.get((seed + seed / 8) % 3), Font.PLAIN, size));
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), 130, 140 + i * (size + 16));
        }
        g.dispose();
        return new Receipt(worn(image, random), serial, bought, number, total, text.currency());
    }

    /** A bar code alone on a sheet, turned by so many quarter turns. */
    public static BufferedImage barCode(BarcodeFormat format, String content, int quarterTurns) {
        BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setColor(new Color(0xe6e6e0));
        g.fillRect(0, 0, 1200, 900);
        g.setColor(Color.WHITE);
        g.fillRect(220, 220, 760, 460);
        boolean square =
                format == BarcodeFormat.QR_CODE || format == BarcodeFormat.AZTEC || format == BarcodeFormat.DATA_MATRIX;
        barCode(g, format, content, square ? 440 : 300, square ? 290 : 330, square ? 320 : 600, square ? 320 : 200);
        g.dispose();
        return turned(image, quarterTurns);
    }

    /** The same picture turned clockwise by so many quarter turns. */
    public static BufferedImage turned(BufferedImage image, int quarterTurns) {
        BufferedImage from = image;
        for (int i = 0; i < quarterTurns; i++) {
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

    static void barCode(Graphics2D g, BarcodeFormat format, String content, int x, int y, int width, int height) {
        try {
            BitMatrix bits = new MultiFormatWriter().encode(content, format, width, height);
            g.setColor(Color.BLACK);
            double stepX = (double) width / bits.getWidth();
            double stepY = (double) height / bits.getHeight();
            for (int row = 0; row < bits.getHeight(); row++) {
                for (int column = 0; column < bits.getWidth(); column++) {
                    if (bits.get(column, row)) {
                        g.fill(new Rectangle2D.Double(x + column * stepX, y + row * stepY, stepX, stepY));
                    }
                }
            }
        } catch (WriterException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** What a telephone makes of it: light from one side, a soft lens, and noise. */
    static BufferedImage worn(BufferedImage image, Random random) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage soft = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(soft);
        double shift = 0.4 + random.nextDouble() * 0.5;
        g.drawImage(image, 0, 0, null);
        g.setComposite(java.awt.AlphaComposite.SrcOver.derive(0.4f));
        g.drawImage(image, AffineTransform.getTranslateInstance(shift, shift), null);
        g.dispose();
        double across = (random.nextDouble() - 0.5) * 70;
        double down = (random.nextDouble() - 0.5) * 50;
        double noise = 3 + random.nextDouble() * 9;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = soft.getRGB(x, y);
                double light = across * (x / (double) width - 0.5)
                        + down * (y / (double) height - 0.5)
                        + noise * random.nextGaussian();
                soft.setRGB(
                        x,
                        y,
                        clamp((rgb >> 16 & 255) + light) << 16
                                | clamp((rgb >> 8 & 255) + light) << 8
                                | clamp((rgb & 255) + light));
            }
        }
        return soft;
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g;
    }

    private static String serial(Random random) {
        String prefix = PREFIXES.get(random.nextInt(PREFIXES.size()));
        StringBuilder serial = new StringBuilder(prefix);
        while (serial.length() < 16) {
            serial.append(
                    random.nextInt(4) == 0
                            ? LETTERS.charAt(random.nextInt(LETTERS.length()))
                            : (char) ('0' + random.nextInt(10)));
        }
        return serial.toString();
    }
}
