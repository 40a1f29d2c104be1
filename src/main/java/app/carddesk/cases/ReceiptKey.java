package app.carddesk.cases;

import java.text.Normalizer;
import java.util.Locale;

/** Receipt numbers as they are compared: one is read out with blanks or dashes, another without its leading zeros. */
final class ReceiptKey {

    private ReceiptKey() {}

    /** The letters and digits alone, in upper case, without leading zeros; a number of zeros stays one zero. */
    static String of(String number) {
        String plain = Normalizer.normalize(number, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.replaceFirst("^0+(?=.)", "");
    }
}
