package app.carddesk.letters;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Mails of customers. */
public final class TestMails {

    private TestMails() {}

    /** A picture to take, a text that is none, the logo of a signature and one that is coded wrongly. */
    public static String withFiles(String words, String unlike) {
        return """
                From: Ida Svarer <ida@example.com>
                To: support@example.com
                Subject: About the card %1$s
                Date: Tue, 3 Nov 2026 08:15:00 +0100
                Message-ID: <%1$s@example.com>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/plain; charset=utf-8

                %2$s
                --cut
                Content-Type: image/png; name=receipt.png
                Content-Disposition: attachment; filename=receipt.png
                Content-Transfer-Encoding: base64

                %3$s
                --cut
                Content-Type: image/png; name=notes.txt
                Content-Disposition: attachment; filename=notes.txt

                just words
                --cut
                Content-Type: image/png; name=logo.png
                Content-ID: <logo>
                Content-Transfer-Encoding: base64

                %4$s
                --cut
                Content-Type: image/png
                Content-Disposition: attachment; filename=broken.png
                Content-Transfer-Encoding: base64

                QUJD=QUI
                --cut--
                """.formatted(unlike, words, picture(400, 300), picture(40, 20));
    }

    /** Words in answer to a mail. */
    public static String answer(String identifier, String words) {
        return """
                From: Ida Svarer <ida@example.com>
                Subject: Re: Your card
                Message-ID: <%d@example.com>
                References: %s

                %s

                On 2 November 2026 Support wrote:
                > What happened?
                """.formatted(words.hashCode() & 0xFFFF_FFFFL, identifier, words);
    }

    private static String picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 20; i++) {
            graphics.setColor(new Color((i * 911_382_323) & 0xFFFFFF));
            graphics.fillRect(i * width / 20, i * height / 40, width / 4, height / 3);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getMimeEncoder().encodeToString(bytes.toByteArray());
    }
}
