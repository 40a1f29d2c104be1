package app.carddesk.evidence.reading;

import com.google.zxing.BarcodeFormat;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** One back of a card while it is drawn: its number chooses the layout, chance the places and sizes. */
final class CardDrawing {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
    private static final int CODE_BASE_LINE = 430;

    private final Random random;
    private final int seed;
    private final String serial;
    private final String printedCode;
    private final Color ink;
    private final BufferedImage image;
    private final Graphics2D g;

    CardDrawing(Random random, int seed, String serial) {
        this.random = random;
        this.seed = seed;
        this.serial = serial;
        this.printedCode = printed("X" + characters(15));
        boolean dark = seed % 7 == 3;
        double scale = 0.75 + random.nextDouble() * 0.9;
        int width = (int) (1600 * scale);
        int height = (int) (1150 * scale);
        double angle = Math.toRadians((random.nextDouble() - 0.5) * 6);
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        g = DrawnPapers.graphics(image);
        g.setColor(new Color(0x6B5B4B));
        g.fillRect(0, 0, width, height);
        g.scale(scale, scale);
        g.rotate(angle, 800, 575);
        g.setColor(dark ? new Color(0x23262d) : seed % 2 == 0 ? new Color(0xf4f2ee) : new Color(0xcfd8e3));
        g.fillRoundRect(90, 110, 1420, 930, 70, 70);
        ink = dark ? new Color(0xe8e8ee) : new Color(0x22242a);
    }

    /** @param open whether the code is scratched free */
    DrawnPapers.CardBack draw(boolean open) {
        terms();
        Rectangle2D codeArea = open ? code() : label();
        Rectangle2D serialArea = serialNumber();
        if (seed % 2 == 0) {
            barCode();
        }
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        g.drawString("Made in Denmark  0" + (100 + seed) + "-2023/B", 1050, 1000);
        g.dispose();
        BufferedImage worn = DrawnPapers.worn(image, random);
        return new DrawnPapers.CardBack(worn, serial, open ? printedCode : "", codeArea, serialArea);
    }

    private void terms() {
        g.setColor(ink);
        g.setFont(new Font(face(1), Font.PLAIN, 24));
        String[] terms = {
            "This card can be used in the country where it was bought.",
            "Treat it like cash. Terms apply, see the website for details.",
            "To use it, scratch off the label on the back and enter the code.",
        };
        for (int i = 0; i < terms.length; i++) {
            g.drawString(terms[i], 150, 190 + i * 36);
        }
    }

    /** The code, on every third card in a box; where it stands. */
    private Rectangle2D code() {
        int size = 40 + random.nextInt(28);
        g.setFont(new Font(face(0), seed % 5 == 0 ? Font.BOLD : Font.PLAIN, size));
        int x = 170 + random.nextInt(120);
        Rectangle2D bounds = g.getFontMetrics().getStringBounds(printedCode, g);
        if (seed % 3 == 0) {
            g.setStroke(new BasicStroke(5));
            g.drawRect(x - 26, CODE_BASE_LINE - size - 14, (int) bounds.getWidth() + 52, size + 52);
        }
        g.drawString(printedCode, x, CODE_BASE_LINE);
        return inPicture(x, CODE_BASE_LINE, bounds.getWidth(), size);
    }

    /** The label that hides the code; nowhere is anything to be read. */
    private Rectangle2D label() {
        g.setColor(new Color(0x9a9aa2));
        g.fillRoundRect(170, CODE_BASE_LINE - 60, 640, 90, 14, 14);
        g.setColor(ink);
        return new Rectangle2D.Double();
    }

    /** The serial number behind what it is called; where it stands. */
    private Rectangle2D serialNumber() {
        int size = 30 + random.nextInt(14);
        g.setFont(new Font(face(2), Font.PLAIN, size));
        String label = switch (seed % 4) {
            case 0 -> "Serial number: ";
            case 1 -> "Serienummer ";
            case 2 -> "S/N ";
            default -> "";
        };
        int x = 150 + random.nextInt(300);
        int y = 640 + random.nextInt(120);
        g.drawString(label + serial, x, y);
        int labelWidth = g.getFontMetrics().stringWidth(label);
        return inPicture(x + labelWidth, y, g.getFontMetrics().stringWidth(serial), size);
    }

    private void barCode() {
        g.setColor(Color.WHITE);
        g.fillRect(130, 800, 640, 190);
        DrawnPapers.barCode(g, BarcodeFormat.CODE_128, serial, 160, 815, 580, 120);
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 26));
        g.drawString(serial, 260, 970);
        g.setColor(ink);
    }

    /** Where capitals and digits on a line come to stand in the turned picture. */
    private Rectangle2D inPicture(int x, int baseLine, double width, int size) {
        return g.getTransform()
                .createTransformedShape(new Rectangle2D.Double(x, baseLine - size * 0.74, width, size * 0.76))
                .getBounds2D();
    }

    private String face(int next) {
        return DrawnPapers.FACES.get((seed + next) % 3);
    }

    private String printed(String code) {
        return switch (seed % 4) {
            case 0 -> code;
            case 1 -> grouped(code, " ");
            case 2 -> grouped(code, "-");
            default -> code.substring(0, 8) + " " + code.substring(8);
        };
    }

    private static String grouped(String code, String by) {
        return String.join(by, code.substring(0, 4), code.substring(4, 8), code.substring(8, 12), code.substring(12));
    }

    private String characters(int count) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            characters.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return characters.toString();
    }
}
