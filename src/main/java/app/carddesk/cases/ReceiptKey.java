package app.carddesk.cases;

import java.text.Normalizer;
import java.util.Locale;

/** Receipt numbers as they are compared: one is read out with blanks or dashes, another without its leading zeros. */
final class ReceiptKey {

    private ReceiptKey() {}

    /** Whether two numbers are the same, or print was misread: characters that look alike count as one. */
    static boolean mayBeMisread(String read, String told) {
        return folded(of(read)).equals(folded(of(told)));
    }

    private static String folded(String key) {
        return key.replace('O', '0')
                .replace('Q', '0')
                .replace('D', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('B', '8')
                .replace('S', '5')
                .replace('Z', '2')
                .replace('G', '6')
                .replaceFirst("^0+(?=.)", "");
    }

    /** The letters and digits alone, in upper case, without leading zeros; a number of zeros stays one zero. */
    static String of(String number) {
        String plain = Normalizer.normalize(number, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.replaceFirst("^0+(?=.)", "");
    }
}
