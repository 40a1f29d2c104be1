package app.carddesk;

import app.carddesk.evidence.DrawnPictures;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Picture files as a customer would send them, drawn by code: both sides of a card, and a receipt. No two are alike, as no
 * two photographs are; the same picture in two cases would be held against the second.
 */
record CardPhotos(Path front, Path back, Path receipt) {

    /** What a telephone held upright writes: the sensor lies on its side, and a tag says so. */
    private static final int HELD_UPRIGHT = 6;

    static CardPhotos of(String serial, Path folder) {
        return of(serial, LocalDate.of(2024, 5, 2), folder);
    }

    /** The receipt is of this day. */
    static CardPhotos of(String serial, LocalDate bought, Path folder) {
        try {
            return new CardPhotos(
                    Files.write(
                            folder.resolve("front.jpg"),
                            DrawnPictures.heldAs(
                                    HELD_UPRIGHT,
                                    card(new Color(0xE9C7D2), List.of("Gift Card", "App Store & iTunes")))),
                    Files.write(
                            folder.resolve("back.png"),
                            DrawnPictures.encoded(
                                    card(new Color(0xD6DCE2), List.of("[ covered ]", "", "Serial " + serial)), "png")),
                    Files.write(
                            folder.resolve("receipt.jpg"),
                            DrawnPictures.encoded(
                                    card(
                                            Color.WHITE,
                                            List.of("Receipt", bought + " 16:41", "1 x gift card", "Thank you")),
                                    "jpeg")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage card(Color ground, List<String> lines) {
        BufferedImage image = new BufferedImage(1200, 760, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0x6B5B4B));
        graphics.fillRect(0, 0, 1200, 760);
        graphics.setColor(ground);
        graphics.fillRoundRect(60, 60, 1080, 640, 60, 60);
        graphics.setColor(new Color(0x2A2F33));
        graphics.setFont(new Font(Font.MONOSPACED, Font.BOLD, 54));
        for (int i = 0; i < lines.size(); i++) {
            graphics.drawString(lines.get(i), 130, 180 + i * 90);
        }
        scratch(graphics, 180 + lines.size() * 90 - 50, ThreadLocalRandom.current());
        graphics.dispose();
        return image;
    }

    /** What no other card has: marks of all sizes below the print. */
    private static void scratch(Graphics2D graphics, int top, Random random) {
        for (int i = 0; i < 70; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            int size = 6 + random.nextInt(34);
            int x = 80 + random.nextInt(1000);
            int y = top + random.nextInt(Math.max(1, 680 - size - top));
            switch (random.nextInt(3)) {
                case 0 -> graphics.fillOval(x, y, size, size / 2 + 3);
                case 1 -> graphics.fillRect(x, y, size / 2 + 3, size);
                default -> graphics.drawLine(x, y, x + size, y + random.nextInt(size));
            }
        }
    }
}
