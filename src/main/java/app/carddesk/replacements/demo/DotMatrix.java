package app.carddesk.replacements.demo;

import java.awt.Graphics2D;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Letters the way a till prints them, five dots wide and seven high. A machine that only runs a server often has no
 * fonts, and the demo has to look the same there.
 */
final class DotMatrix {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 7;

    /** Dots of one letter, row by row from the top; the highest of five bits is the leftmost dot. */
    private static final Map<Character, int[]> LETTERS = letters("""
            A 0E 11 11 1F 11 11 11
            B 1E 11 11 1E 11 11 1E
            C 0E 11 10 10 10 11 0E
            D 1E 11 11 11 11 11 1E
            E 1F 10 10 1E 10 10 1F
            F 1F 10 10 1E 10 10 10
            G 0E 11 10 17 11 11 0F
            H 11 11 11 1F 11 11 11
            I 0E 04 04 04 04 04 0E
            J 07 02 02 02 02 12 0C
            K 11 12 14 18 14 12 11
            L 10 10 10 10 10 10 1F
            M 11 1B 15 15 11 11 11
            N 11 19 15 13 11 11 11
            O 0E 11 11 11 11 11 0E
            P 1E 11 11 1E 10 10 10
            Q 0E 11 11 11 15 12 0D
            R 1E 11 11 1E 14 12 11
            S 0F 10 10 0E 01 01 1E
            T 1F 04 04 04 04 04 04
            U 11 11 11 11 11 11 0E
            V 11 11 11 11 11 0A 04
            W 11 11 11 15 15 1B 11
            X 11 11 0A 04 0A 11 11
            Y 11 11 0A 04 04 04 04
            Z 1F 01 02 04 08 10 1F
            0 0E 11 13 15 19 11 0E
            1 04 0C 04 04 04 04 0E
            2 0E 11 01 06 08 10 1F
            3 1F 02 04 06 01 11 0E
            4 02 06 0A 12 1F 02 02
            5 1F 10 1E 01 01 11 0E
            6 06 08 10 1E 11 11 0E
            7 1F 01 02 04 08 08 08
            8 0E 11 11 0E 11 11 0E
            9 0E 11 11 0F 01 02 0C
            . 00 00 00 00 00 0C 0C
            : 00 0C 0C 00 0C 0C 00
            - 00 00 00 0E 00 00 00
            @ 0E 11 17 15 17 10 0E
            """);

    private DotMatrix() {}

    /** Draws a line of text with its upper left corner at (x, y), in the current colour, each dot {@code dot} wide. */
    static void draw(Graphics2D graphics, String text, int x, int y, int dot) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            int[] rows = LETTERS.get(upper.charAt(i));
            if (rows != null) {
                letter(graphics, rows, x + i * (WIDTH + 1) * dot, y, dot);
            }
        }
    }

    private static void letter(Graphics2D graphics, int[] rows, int x, int y, int dot) {
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if ((rows[row] >> (WIDTH - 1 - column) & 1) == 1) {
                    graphics.fillRect(x + column * dot, y + row * dot, dot, dot);
                }
            }
        }
    }

    private static Map<Character, int[]> letters(String table) {
        return table.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toUnmodifiableMap(
                        cells -> cells[0].charAt(0),
                        cells -> IntStream.rangeClosed(1, HEIGHT)
                                .map(row -> Integer.parseInt(cells[row], 16))
                                .toArray()));
    }
}
