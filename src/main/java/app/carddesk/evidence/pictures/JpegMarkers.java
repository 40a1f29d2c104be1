package app.carddesk.evidence.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the markers of a JPEG tell.
 *
 * @param whole whether an end marker follows the picture's own data: decoders fill what is missing with grey and say
 *     nothing, and a receipt whose lower half is grey proves nothing
 * @param plain whether its colours are stored in the one way that every reader understands alike
 * @param progressive whether it is stored coarsely first and refined in several scans
 * @param ordinary whether it is plain, in three colours of the usual meaning, and read in one scan, so that reading it
 *     takes no longer than its pixels do
 */
record JpegMarkers(boolean whole, boolean plain, boolean progressive, boolean ordinary) {

    /** Of what is no JPEG. */
    static final JpegMarkers NONE = new JpegMarkers(false, false, false, false);

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int BASELINE_FRAME = 0xC0;
    private static final int PROGRESSIVE_FRAME = 0xC2;
    private static final int ADOBE = 0xEE;
    private static final int COLOUR_PROFILE = 0xE2;
    private static final byte[] PROFILE_NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int COLOURS = 3;

    static JpegMarkers of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean usual = false;
        boolean adobe = false;
        boolean progressive = false;
        boolean profile = false;
        int colours = 0;
        int scan = 0;
        int at = 2;
        // Segments are stepped over, because a preview inside the metadata brings an end marker of its own.
        while (at + 3 < bytes.length && scan == 0) {
            int marker = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) != 0xFF || isWithoutLength(marker)) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                scan = at;
            } else if (marker >= BASELINE_FRAME && marker <= PROGRESSIVE_FRAME) {
                usual = isUsual(bytes, at + 4);
                colours = at + 9 < bytes.length ? bytes[at + 9] : 0;
            }
            profile |= marker == COLOUR_PROFILE && hasProfile(bytes, at + 4);
            adobe |= marker == ADOBE;
            progressive |= marker == PROGRESSIVE_FRAME;
            at += 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
        }
        boolean plain = scan > 0 && usual && !adobe;
        boolean oneScan = !progressive && colours == COLOURS && scan + 4 < bytes.length && bytes[scan + 4] == COLOURS;
        return new JpegMarkers(endsAfter(bytes, Math.max(scan, 2)), plain, progressive, plain && oneScan && !profile);
    }

    private static boolean hasProfile(byte[] bytes, int at) {
        return at + PROFILE_NAME.length <= bytes.length
                && Arrays.equals(bytes, at, at + PROFILE_NAME.length, PROFILE_NAME, 0, PROFILE_NAME.length);
    }

    private static boolean isWithoutLength(int marker) {
        return marker == 0xFF || marker <= 1 || marker >= 0xD0 && marker <= END_OF_IMAGE;
    }

    /** One component, or three that are called 1, 2 and 3. */
    private static boolean isUsual(byte[] bytes, int frame) {
        int count = frame + 5 < bytes.length ? bytes[frame + 5] : 0;
        if (count == 1) {
            return true;
        }
        return count == 3
                && frame + 12 < bytes.length
                && bytes[frame + 6] == 1
                && bytes[frame + 9] == 2
                && bytes[frame + 12] == 3;
    }

    private static boolean endsAfter(byte[] bytes, int from) {
        for (int at = from; at + 1 < bytes.length; at++) {
            if (bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }
}
