package app.carddesk.evidence.reuse;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Receipts of one shop, drawn by code: the same head, foot and print on all of them. */
final class DrawnReceipts {

    private static final int WIDTH = 1000;
    private static final int LINE = 44;
    private static final String[] GOODS = {
        "MILK 1.5%", "RYE BREAD", "COFFEE 500 G", "BUTTER", "APPLES KG", "TOMATOES", "GIFT CARD", "CHEESE MILD",
        "WASHING-UP", "BATTERIES AA", "PASTA 500 G", "RICE 1 KG", "ORANGE JUICE", "YOGHURT", "EGGS 10", "OAT FLAKES",
        "CHOCOLATE", "PAPER TOWELS", "TOOTHPASTE", "HAM SLICED"
    };

    private DrawnReceipts() {}

    /** What stands on a receipt. */
    record Receipt(int number, int minutes, int day, List<Line> lines) {

        int total() {
            return lines.stream().mapToInt(Line::price).sum();
        }
    }

    record Line(String text, int price) {}

    /** Any receipt of the shop. */
    static Receipt any(Random random) {
        int count = 6 + random.nextInt(5);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(random));
        }
        return new Receipt(10_000 + random.nextInt(90_000), random.nextInt(900), 1 + random.nextInt(28), lines);
    }

    /** The hard case: only number, time and one of the goods differ, and with it the amount. */
    static Receipt nearly(Receipt one, Random random) {
        List<Line> lines = new ArrayList<>(one.lines());
        lines.set(random.nextInt(lines.size()), line(random));
        return new Receipt(10_000 + random.nextInt(90_000), random.nextInt(900), one.day(), lines);
    }

    private static Line line(Random random) {
        return new Line(GOODS[random.nextInt(GOODS.length)], 500 + random.nextInt(29_500));
    }

    /** The receipt as a till prints it or sends it as a file. */
    static BufferedImage drawn(Receipt receipt) {
        int height = LINE * (24 + receipt.lines().size());
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, height);
        graphics.setColor(new Color(0x20, 0x20, 0x24));
        graphics.fill(new Ellipse2D.Double(120, 40, 150, 150));
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(160, 70, 90, 90));
        graphics.setColor(new Color(0x20, 0x20, 0x24));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 78));
        graphics.drawString("NORDMARK", 310, 145);
        graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 34));
        List<String> text = new ArrayList<>(List.of(
                "Nordmark Supermarket, Vestergade 12",
                "5000 Odense C   Tel. 66 00 00 00",
                "VAT DK 10 20 30 40",
                "",
                String.format(Locale.ROOT, "Receipt %06d        Till 03", receipt.number()),
                String.format(
                        Locale.ROOT,
                        "%02d.05.2024  %02d:%02d  Served by: 17",
                        receipt.day(),
                        8 + receipt.minutes() / 60,
                        receipt.minutes() % 60),
                "------------------------------------------"));
        for (Line line : receipt.lines()) {
            text.add(String.format(Locale.ROOT, "%-28s %9d,%02d", line.text(), line.price() / 100, line.price() % 100));
        }
        int total = receipt.total();
        text.add("------------------------------------------");
        text.add(String.format(Locale.ROOT, "%-28s %9d,%02d", "TOTAL DKK", total / 100, total % 100));
        text.add(String.format(Locale.ROOT, "%-28s %9d,%02d", "of which VAT 25%", total / 500, total / 5 % 100));
        text.add(String.format(Locale.ROOT, "%-28s %9d,%02d", "DANKORT", total / 100, total % 100));
        text.addAll(List.of(
                "",
                "XXXX XXXX XXXX 4417   Approved",
                "",
                "Exchange within 30 days with receipt.",
                "Gift cards are not exchanged.",
                "",
                "Thank you and welcome back!",
                "www.nordmark.example"));
        int y = 260;
        for (String line : text) {
            graphics.drawString(line, 60, y);
            y += LINE;
        }
        graphics.dispose();
        return image;
    }
}
