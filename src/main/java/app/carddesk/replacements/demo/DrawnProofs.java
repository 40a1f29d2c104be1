package app.carddesk.replacements.demo;

import app.carddesk.cards.Card;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Money;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** What customers of the demo send in, drawn: cards that look like nobody's, and papers of shops that do not exist. */
final class DrawnProofs {

    private static final Color TABLE = new Color(0xb9a68f);
    private static final Color PAPER = new Color(0xfbfaf6);
    private static final Color INK = new Color(0x2b2b30);
    private static final Color FAINT = new Color(0x8d8d95);
    private static final Color COVER = new Color(0x9a9aa2);

    private DrawnProofs() {}

    /** The whole front of a physical card. */
    static byte[] front(Card card) {
        return card(colour(card.kind()), graphics -> {
            graphics.setColor(colour(card.kind()).brighter());
            for (int i = 0; i < 5; i++) {
                graphics.fillOval(560 + i * 60, 180 + i * 70, 330 - i * 40, 330 - i * 40);
            }
            graphics.setColor(PAPER);
            DotMatrix.draw(graphics, words(card.kind()), 140, 150, 7);
            DotMatrix.draw(graphics, worth(card), 140, 500, 10);
        });
    }

    /** The whole back of a physical card; the redemption code is still under its cover. */
    static byte[] back(Card card) {
        return card(new Color(0xe8e6e1), graphics -> {
            graphics.setColor(INK);
            graphics.fillRect(80, 120, 840, 90);
            covered(graphics, 140, 300, 470, 96);
            graphics.setColor(INK);
            DotMatrix.draw(graphics, "Serial " + card.serial().value(), 140, 500, 5);
            graphics.setColor(FAINT);
            DotMatrix.draw(graphics, "Drawn for the demo", 140, 572, 3);
        });
    }

    /** A till's receipt that shows when the card was bought. */
    static byte[] receipt(Card card, String shop, LocalDate bought) {
        return picture(700, 1000, graphics -> {
            graphics.setColor(TABLE);
            graphics.fillRect(0, 0, 700, 1000);
            graphics.setColor(PAPER);
            graphics.fillRect(110, 60, 480, 880);
            lines(graphics, 150, 120, 4, List.of(shop, "", bought + " 14:07", "Till 3", "", "1 gift card"));
            lines(graphics, 150, 420, 4, List.of(worth(card), "", "Paid by card", "", "Thank you"));
            graphics.setColor(FAINT);
            DotMatrix.draw(graphics, "Drawn for the demo", 150, 880, 3);
        });
    }

    /** The e-mail a digital card came in; the redemption code is painted over. */
    static byte[] email(Card card, String to, LocalDate sent) {
        return picture(1000, 760, graphics -> {
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, 1000, 760);
            graphics.setColor(new Color(0xe4e7ee));
            graphics.fillRect(0, 0, 1000, 190);
            lines(graphics, 50, 40, 4, List.of("From: shop@example.com", "To: " + to, "Sent: " + sent));
            graphics.setColor(colour(card.kind()));
            graphics.fillRoundRect(50, 240, 420, 250, 30, 30);
            graphics.setColor(PAPER);
            DotMatrix.draw(graphics, worth(card), 90, 340, 7);
            lines(graphics, 50, 540, 4, List.of("Serial " + card.serial().value(), "Code"));
            covered(graphics, 200, 570, 420, 50);
            graphics.setColor(FAINT);
            DotMatrix.draw(graphics, "Drawn for the demo", 50, 700, 3);
        });
    }

    private static byte[] card(Color colour, Consumer<Graphics2D> print) {
        return picture(1000, 680, graphics -> {
            graphics.setColor(TABLE);
            graphics.fillRect(0, 0, 1000, 680);
            graphics.setColor(TABLE.darker());
            graphics.fillRoundRect(88, 68, 840, 570, 48, 48);
            graphics.setColor(colour);
            graphics.fillRoundRect(80, 60, 840, 570, 48, 48);
            print.accept(graphics);
        });
    }

    private static void covered(Graphics2D graphics, int x, int y, int width, int height) {
        graphics.setColor(COVER);
        graphics.fillRoundRect(x, y, width, height, 12, 12);
        graphics.setColor(COVER.brighter());
        for (int i = 12; i + height / 3 < width; i += 18) {
            graphics.drawLine(x + i, y + height - 8, x + i + height / 3, y + 8);
        }
    }

    private static void lines(Graphics2D graphics, int x, int y, int dot, List<String> lines) {
        graphics.setColor(INK);
        for (int i = 0; i < lines.size(); i++) {
            DotMatrix.draw(graphics, lines.get(i), x, y + i * dot * 11, dot);
        }
    }

    private static Color colour(CardKind kind) {
        return new Color(
                switch (kind) {
                    case APP_STORE_ITUNES -> 0x2f5d8a;
                    case APPLE_MUSIC -> 0x8a3a5d;
                    case APPLE_STORE -> 0x3f5a4e;
                    case APPLE_GIFT_CARD -> 0x5b4a86;
                    case CONTENT_CODE -> 0x7a5a2c;
                    case TOP_UP_CHINA -> 0x6b3b32;
                });
    }

    private static String words(CardKind kind) {
        return kind.name().replace('_', ' ');
    }

    /** A face value as it is printed on cards. */
    private static String worth(Card card) {
        return card.faceValue() instanceof Money money
                ? money.currency().getCurrencyCode() + " " + money.amount().toPlainString()
                : "1 item";
    }

    private static byte[] picture(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
