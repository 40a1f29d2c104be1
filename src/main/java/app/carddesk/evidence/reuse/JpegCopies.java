package app.carddesk.evidence.reuse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Reads kept copies, which this application wrote itself. */
final class JpegCopies {

    private JpegCopies() {}

    static BufferedImage read(byte[] copy) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(copy));
            if (picture == null) {
                throw new IOException("Not a picture");
            }
            return picture;
        } catch (IOException damaged) {
            throw new UncheckedIOException("A kept copy cannot be read", damaged);
        }
    }
}
