package app.carddesk.evidence.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out whether a JPEG is whole. Decoders fill what is missing with grey and say nothing, and a receipt whose lower
 * half is grey proves nothing.
 */
final class JpegEnd {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private JpegEnd() {}

    /**
     * Whether an end marker follows the picture's own data. Segments before it are stepped over, because a preview
     * inside the metadata brings an end marker of its own.
     */
    static boolean isThere(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int scan = startOfScan(bytes);
        for (int at = Math.max(scan, 2); at + 1 < bytes.length; at++) {
            if ((bytes[at] & 0xFF) == 0xFF && (bytes[at + 1] & 0xFF) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    /** Where the first scan begins; 0 where the segments are too odd to be followed. */
    private static int startOfScan(byte[] bytes) {
        int at = 2;
        while (at + 3 < bytes.length) {
            if ((bytes[at] & 0xFF) != 0xFF) {
                at++;
                continue;
            }
            int marker = bytes[at + 1] & 0xFF;
            if (marker == START_OF_SCAN) {
                return at;
            }
            if (marker == 0xFF || marker == 0 || marker == 1 || marker >= 0xD0 && marker <= END_OF_IMAGE) {
                at++;
                continue;
            }
            at += 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
        }
        return 0;
    }
}
