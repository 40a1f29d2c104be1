package app.carddesk.evidence.reading;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Card backs and receipts drawn by code as telephones photograph them: several layouts and typefaces, slightly turned,
 * unevenly lit, noisy and soft. What stands on each is known, and the same number always gives the same picture.
 */
public final class DrawnPapers {

    private static final String LETTERS = "BCDFGHJKLMNPQRTVWXYZ";
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
    private static final List<String> FACES = List.of(Font.SANS_SERIF, Font.MONOSPACED, Font.SERIF);
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
        String serial = serial(random);
        String code = "X" + characters(random, LETTERS_AND_DIGITS, 15);
        String printed = switch (seed % 4) {
            case 0 -> code;
            case 1 -> grouped(code, " ");
            case 2 -> grouped(code, "-");
            default -> code.substring(0, 8) + " " + code.substring(8);
        };
        boolean dark = seed % 7 == 3;
        boolean boxed = seed % 3 == 0;
        String face = FACES.get(seed % 3);
        double scale = 0.75 + random.nextDouble() * 0.9;
        int width = (int) (1600 * scale);
        int height = (int) (1150 * scale);
        double angle = Math.toRadians((random.nextDouble() - 0.5) * 6);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setColor(new Color(0x6B5B4B));
        g.fillRect(0, 0, width, height);
        g.scale(scale, scale);
        g.rotate(angle, 800, 575);
        g.setColor(dark ? new Color(0x23262d) : seed % 2 == 0 ? new Color(0xf4f2ee) : new Color(0xcfd8e3));
        g.fillRoundRect(90, 110, 1420, 930, 70, 70);
        Color ink = dark ? new Color(0xe8e8ee) : new Color(0x22242a);
        g.setColor(ink);
        g.setFont(new Font(FACES.get((seed + 1) % 3), Font.PLAIN, 24));
        String[] terms = {
            "This card can be used in the country where it was bought.",
            "Treat it like cash. Terms apply, see the website for details.",
            "To use it, scratch off the label on the back and enter the code.",
        };
        for (int i = 0; i < terms.length; i++) {
            g.drawString(terms[i], 150, 190 + i * 36);
        }
        Rectangle2D codeArea = new Rectangle2D.Double();
        int codeY = 430;
        if (open) {
            int size = 40 + random.nextInt(28);
            g.setFont(new Font(face, seed % 5 == 0 ? Font.BOLD : Font.PLAIN, size));
            int codeX = 170 + random.nextInt(120);
            Rectangle2D bounds = g.getFontMetrics().getStringBounds(printed, g);
            if (boxed) {
                g.setStroke(new BasicStroke(5));
                g.drawRect(codeX - 26, codeY - size - 14, (int) bounds.getWidth() + 52, size + 52);
            }
            g.drawString(printed, codeX, codeY);
            codeArea = g.getTransform()
                    .createTransformedShape(
                            new Rectangle2D.Double(codeX, codeY - size * 0.74, bounds.getWidth(), size * 0.76))
                    .getBounds2D();
        } else {
            g.setColor(new Color(0x9a9aa2));
            g.fillRoundRect(170, codeY - 60, 640, 90, 14, 14);
            g.setColor(ink);
        }
        int serialSize = 30 + random.nextInt(14);
        g.setFont(new Font(FACES.get((seed + 2) % 3), Font.PLAIN, serialSize));
        String label = switch (seed % 4) {
            case 0 -> "Serial number: ";
            case 1 -> "Serienummer ";
            case 2 -> "S/N ";
            default -> "";
        };
        int serialX = 150 + random.nextInt(300);
        int serialY = 640 + random.nextInt(120);
        int labelWidth = g.getFontMetrics().stringWidth(label);
        int serialWidth = g.getFontMetrics().stringWidth(serial);
        g.drawString(label + serial, serialX, serialY);
        Rectangle2D serialArea = g.getTransform()
                .createTransformedShape(new Rectangle2D.Double(
                        serialX + labelWidth, serialY - serialSize * 0.74, serialWidth, serialSize * 0.76))
                .getBounds2D();
        if (seed % 2 == 0) {
            g.setColor(Color.WHITE);
            g.fillRect(130, 800, 640, 190);
            barCode(g, BarcodeFormat.CODE_128, serial, 160, 815, 580, 120);
            g.setColor(Color.BLACK);
            g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 26));
            g.drawString(serial, 260, 970);
            g.setColor(ink);
        }
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        g.drawString("Made in Denmark  0" + (100 + seed) + "-2023/B", 1050, 1000);
        g.dispose();
        return new CardBack(worn(image, random), serial, open ? printed : "", codeArea, serialArea);
    }

    /** A till's receipt, in one of eight layouts of five countries. */
    static Receipt receipt(int seed) {
        Random random = new Random(104729L * seed + 5);
        LocalDate bought = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1700));
        long total = 10_000L + 5_000L * random.nextInt(20);
        String number = String.valueOf(100_000 + random.nextInt(899_999));
        String serial = serial(random);
        String time = "%02d:%02d".formatted(9 + random.nextInt(12), random.nextInt(60));
        String comma = "%d,%02d".formatted(total / 100, total % 100);
        String point = "%d.%02d".formatted(total / 100, total % 100);
        List<String> lines = new ArrayList<>();
        String currency;
        switch (seed % 8) {
            case 0 -> {
                currency = "DKK";
                lines.addAll(List.of(
                        "SUPERMARKED ODENSE",
                        "Vestergade 12, 5000 Odense C",
                        "CVR 12345678",
                        "",
                        "Bon nr. " + number,
                        "Dato: " + of(bought, "dd.MM.yyyy") + "  Kl. " + time,
                        "",
                        "GAVEKORT",
                        serial,
                        "1 x " + comma,
                        "",
                        "I ALT            " + comma,
                        "Dankort          " + comma,
                        "",
                        "Tak for besøget"));
            }
            case 1 -> {
                currency = "SEK";
                lines.addAll(List.of(
                        "Bensinmacken Umeå AB",
                        "Org.nr 556677-8899",
                        "",
                        "KVITTO",
                        "Kvittonr: " + number,
                        of(bought, "yyyy-MM-dd") + " " + time,
                        "Kassa 2  Kassör 114",
                        "",
                        "Presentkort      " + comma,
                        serial,
                        "",
                        "Att betala:   " + comma + " SEK",
                        "Moms 0%",
                        "Tack och välkommen åter"));
            }
            case 2 -> {
                currency = "NOK";
                lines.addAll(List.of(
                        "LEKEBUTIKKEN STAVANGER",
                        "Org. nr. 987 654 321 MVA",
                        "Salgskvittering " + number,
                        of(bought, "dd.MM.yy") + " " + time,
                        "",
                        "Gavekort",
                        serial,
                        "   1 stk    kr " + comma,
                        "",
                        "TOTALT  NOK " + comma,
                        "Bank: " + comma,
                        "Takk for handelen"));
            }
            case 3 -> {
                currency = "DKK";
                lines.addAll(List.of(
                        "Kiosken Aarhus",
                        "Banegårdspladsen 1",
                        "",
                        "Nota: " + number,
                        "Gavekort til brug online",
                        "Serienr. " + serial,
                        "",
                        "TOTAL DKK    " + comma,
                        "KONTANT      " + comma,
                        "",
                        of(bought, "d/M-yyyy") + "   " + time,
                        "Du blev betjent af Mette"));
            }
            case 4 -> {
                currency = "SEK";
                lines.addAll(List.of(
                        "ELEKTRONIKHUSET",
                        "Storgatan 4  903 26 Umeå",
                        "Tel 090-123 45 67",
                        "",
                        "Kvitto nr " + number,
                        "Köpdatum " + swedish(bought),
                        "",
                        "Presentkort digitalt",
                        serial,
                        "Summa:       " + comma + " kr",
                        "Varav moms      0,00",
                        "Öppet köp 30 dagar"));
            }
            case 5 -> {
                currency = "EUR";
                lines.addAll(List.of(
                        "MARCHE DU PORT",
                        "13002 Marseille",
                        "TICKET " + number,
                        "Le " + of(bought, "dd/MM/yyyy") + " a " + time,
                        "",
                        "CARTE CADEAU",
                        serial,
                        "TOTAL A PAYER  " + comma + " EUR",
                        "CB   " + comma,
                        "Merci de votre visite"));
            }
            case 6 -> {
                currency = "EUR";
                lines.addAll(List.of(
                        "KAUPPA HELSINKI OY",
                        "Mannerheimintie 5",
                        "KUITTI " + number,
                        of(bought, "d.M.yyyy") + " " + time,
                        "",
                        "Lahjakortti",
                        serial,
                        "YHTEENSÄ   " + comma + " EUR",
                        "Pankkikortti",
                        "Kiitos käynnistä"));
            }
            default -> {
                currency = "USD";
                lines.addAll(List.of(
                        "CORNER STORE",
                        "12 High Street",
                        "Receipt no: " + number,
                        "Date " + of(bought, "d MMM yyyy") + "  " + time,
                        "",
                        "Gift card",
                        serial,
                        "TOTAL     $ " + point,
                        "Card 4571 **** **** 0042",
                        "Thank you for shopping"));
            }
        }
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
        return new Receipt(worn(image, random), serial, bought, number, total, currency);
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
    private static BufferedImage worn(BufferedImage image, Random random) {
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

    private static Graphics2D graphics(BufferedImage image) {
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

    private static String characters(Random random, String from, int count) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            characters.append(from.charAt(random.nextInt(from.length())));
        }
        return characters.toString();
    }

    private static String grouped(String code, String by) {
        return String.join(by, code.substring(0, 4), code.substring(4, 8), code.substring(8, 12), code.substring(12));
    }

    private static String of(LocalDate date, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
    }

    private static String swedish(LocalDate date) {
        List<String> months = List.of(
                "januari",
                "februari",
                "mars",
                "april",
                "maj",
                "juni",
                "juli",
                "augusti",
                "september",
                "oktober",
                "november",
                "december");
        return date.getDayOfMonth() + " " + months.get(date.getMonthValue() - 1) + " " + date.getYear();
    }
}
