package app.carddesk.evidence.pictures;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** How many pixels a picture declares by its header, before anything of it is decoded. */
final class DeclaredPixels {

    private static final int GIF_FRAME = 0x2C;
    private static final int GIF_EXTENSION = 0x21;

    private DeclaredPixels() {}

    /** The most that would have to be held at once: of the whole, of a tile, or of a frame that reaches beyond it. */
    static long of(Path file, FileType type) throws IOException {
        return switch (type) {
            case GIF -> ofGif(file);
            case BMP -> ofBmp(file);
            default -> ofReader(file, type);
        };
    }

    private static long ofReader(Path file, FileType type) throws IOException {
        ImageReader reader = Readers.of(type);
        try (ImageInputStream content = Readers.content(file)) {
            reader.setInput(content, true, true);
            long whole = (long) reader.getWidth(0) * reader.getHeight(0);
            return Math.max(whole, (long) reader.getTileWidth(0) * reader.getTileHeight(0));
        } finally {
            reader.dispose();
        }
    }

    /**
     * The platform's reader fails on huge numbers before it tells them.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/gdi/bitmap-header-types">Bitmap header types</a>
     */
    private static long ofBmp(Path file) throws IOException {
        try (DataInputStream content = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            content.skipNBytes(14);
            boolean old = Integer.reverseBytes(content.readInt()) == 12;
            long width = old ? littleShort(content) : Integer.reverseBytes(content.readInt());
            long height = old ? littleShort(content) : Integer.reverseBytes(content.readInt());
            return Math.abs(width) * Math.abs(height);
        }
    }

    /**
     * A frame may be larger than the screen it is said to be drawn on.
     *
     * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF 89a, 18 and 20</a>
     */
    private static long ofGif(Path file) throws IOException {
        try (DataInputStream content = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            content.skipNBytes(6);
            long width = littleShort(content);
            long height = littleShort(content);
            skipColours(content, content.readUnsignedByte());
            content.skipNBytes(2);
            long most = width * height;
            try {
                for (int block = content.read(); block == GIF_FRAME || block == GIF_EXTENSION; block = content.read()) {
                    if (block == GIF_FRAME) {
                        long left = littleShort(content);
                        long top = littleShort(content);
                        width = Math.max(width, left + littleShort(content));
                        height = Math.max(height, top + littleShort(content));
                        most = Math.max(most, width * height);
                        skipColours(content, content.readUnsignedByte());
                    }
                    content.skipNBytes(1);
                    skipBlocks(content);
                }
            } catch (EOFException breaksOff) {
                // What was declared until then still counts; whether the first frame is whole, its reader says.
                return most;
            }
            return most;
        }
    }

    private static void skipColours(DataInputStream content, int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            content.skipNBytes(3L * (2 << (flags & 7)));
        }
    }

    private static void skipBlocks(DataInputStream content) throws IOException {
        for (int length = content.readUnsignedByte(); length > 0; length = content.readUnsignedByte()) {
            content.skipNBytes(length);
        }
    }

    private static int littleShort(DataInputStream content) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes(content.readShort()));
    }
}
