package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.pictures.Word;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a first look left unread. The box that surrounds a redemption code on many cards makes readers take it for a
 * picture; so the print that was not read is looked at once more, in black and white and without boxes and rules.
 */
final class Leftovers {

    /** Darker than its surroundings by so much is ink. */
    private static final int CONTRAST = 30;

    private static final int WINDOW = 24;

    private final int width;
    private final int height;
    private final boolean[] ink;

    private Leftovers(GreyPicture page) {
        width = page.getWidth();
        height = page.getHeight();
        ink = inked(page);
    }

    /** The page without what was read, or null if hardly anything is left on it. */
    static @Nullable GreyPicture of(GreyPicture page, List<Word> read, int fewestEdges, Deadline deadline) {
        Leftovers left = new Leftovers(page);
        for (Word word : read) {
            left.blank(word.area());
        }
        int edges = left.dropAllButPrint();
        if (edges < fewestEdges) {
            return null;
        }
        byte[] pixels = new byte[left.ink.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = left.ink[i] ? 0 : (byte) 0xff;
        }
        return GreyPicture.of(pixels, left.width, left.height, deadline);
    }

    /** Ink is what is darker than the mean of the window around it, whatever the light. */
    private static boolean[] inked(GreyPicture page) {
        int width = page.getWidth();
        int height = page.getHeight();
        // Whole numbers suffice up to eight million pixels, which is more than is ever read.
        int[] sums = new int[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int x = 0; x < width; x++) {
                row += page.at(x, y);
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        boolean[] ink = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - WINDOW);
            int bottom = Math.min(height, y + WINDOW + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - WINDOW);
                int right = Math.min(width, x + WINDOW + 1);
                int sum = sums[bottom * (width + 1) + right]
                        - sums[top * (width + 1) + right]
                        - sums[bottom * (width + 1) + left]
                        + sums[top * (width + 1) + left];
                ink[y * width + x] = page.at(x, y) + CONTRAST < sum / ((bottom - top) * (right - left));
            }
        }
        return ink;
    }

    private void blank(PageArea area) {
        int left = (int) ((long) area.left() * width / PageArea.WHOLE);
        int top = (int) ((long) area.top() * height / PageArea.WHOLE);
        int wide = (int) ((long) area.width() * width / PageArea.WHOLE) + 1;
        int high = (int) ((long) area.height() * height / PageArea.WHOLE) + 1;
        // Never so much that a line above or below would be touched.
        int more = Math.min(wide, high) / 4 + 1;
        for (int y = Math.max(0, top - more); y < Math.min(height, top + high + more); y++) {
            int from = y * width + Math.max(0, left - more);
            int to = y * width + Math.min(width, left + wide + more);
            Arrays.fill(ink, from, Math.max(from, to), false);
        }
    }

    /** Drops what hangs together and is larger or smaller than characters are; how many edges the rest has. */
    private int dropAllButPrint() {
        boolean[] seen = new boolean[ink.length];
        int[] piece = new int[1 << 12];
        int edges = 0;
        int most = Math.max(width, height) / 12;
        int least = Math.max(8, Math.max(width, height) / 130);
        for (int start = 0; start < ink.length; start++) {
            if (!ink[start] || seen[start]) {
                continue;
            }
            int count = 0;
            int left = width;
            int right = 0;
            int top = height;
            int bottom = 0;
            piece[count++] = start;
            seen[start] = true;
            for (int i = 0; i < count; i++) {
                int x = piece[i] % width;
                int y = piece[i] / width;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int nx = x + dx;
                        int ny = y + dy;
                        if (nx >= 0 && ny >= 0 && nx < width && ny < height) {
                            int next = ny * width + nx;
                            if (ink[next] && !seen[next]) {
                                seen[next] = true;
                                piece = count < piece.length ? piece : Arrays.copyOf(piece, 2 * count);
                                piece[count++] = next;
                            }
                        }
                    }
                }
            }
            int extent = Math.max(right - left, bottom - top);
            boolean flat = right - left > 3 * (bottom - top + 1);
            if (extent > most || extent < least || flat) {
                for (int i = 0; i < count; i++) {
                    ink[piece[i]] = false;
                }
            } else {
                edges += 2 * (bottom - top + 1);
            }
        }
        return edges;
    }
}
