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

/** Picture files as a customer would send them, drawn by code: both sides of a card, and a receipt. */
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
                                            List.of(
                                                    "Supermarket Odense",
                                                    bought + " 16:41",
                                                    "1 x gift card",
                                                    "Thank you")),
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
            graphics.drawString(lines.get(i), 130, 200 + i * 110);
        }
        graphics.dispose();
        return image;
    }
}
