package app.carddesk.evidence.reading;

import app.carddesk.evidence.reading.Found.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the number of a receipt, by the words that stand before it. */
final class PrintedReceiptNumbers {

    private static final int MOST = 2;
    private static final int FEWEST_DIGITS = 3;

    private static final String NUMBER_SIGN = "(?:[-\\s]?(?:nr|nummer|numero|no|number|n[o°]|id|ref|#)\\b\\.?)?";

    /** Words that name a receipt itself, and words that name the transaction, which are second best. */
    private static final List<String> NAMES = List.of(
            "(?:kvitto|kvittering|kvitterings|salgskvittering|kassakvitto|bong?|bon|nota|ticket|receipt|kuitti|kuitin|recu)",
            "(?:trans|transaktion|transaksjon|transaction|transaktions|transaksjons|faktura|ordre|order|ref)");

    private PrintedReceiptNumbers() {}

    /** The likeliest numbers, the likeliest first. */
    static List<Found> in(List<Folded> lines) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (String names : NAMES) {
            Pattern here = Pattern.compile(
                    "\\b" + names + NUMBER_SIGN + "\\s?[.:#]*\\s?([a-z]{0,4}[-/]?\\d[\\da-z/-]{1,24})\\b");
            Pattern below = Pattern.compile("\\b" + names + NUMBER_SIGN + "\\s?[.:#]*$");
            Pattern first = Pattern.compile("^([a-z]{0,4}[-/]?\\d[\\da-z/-]{2,24})$");
            for (int i = 0; i < lines.size(); i++) {
                take(lines.get(i), here.matcher(lines.get(i).text()), found);
                if (i + 1 < lines.size() && below.matcher(lines.get(i).text()).find()) {
                    take(lines.get(i + 1), first.matcher(lines.get(i + 1).text()), found);
                }
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static void take(Folded line, Matcher at, Map<String, Found> found) {
        while (at.find()) {
            String value = at.group(1);
            boolean isDate = value.matches("\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}");
            if (!isDate && value.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
                String number = value.toUpperCase(Locale.ROOT);
                found.putIfAbsent(number, new Found(number, Source.TEXT, line.area(at.start(1), at.end(1))));
            }
        }
    }
}
