package app.carddesk.evidence.reading;

import app.carddesk.evidence.reading.Found.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what was paid in all on a receipt, and in which currency where that can be told. */
final class PrintedSums {

    private static final int MOST = 2;

    /** More than any gift card costs: what is larger was read from something else. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    private static final Pattern TO_PAY = Pattern.compile(
            "\\b(?:att betala|[aoa] betale|at betale|til betaling|a payer|amount due|to pay|maksettava)\\b");
    private static final Pattern IN_ALL = Pattern.compile("(?:^|\\s)[i1l|!\\[]"
            + " ?alt\\b|\\bialt\\b|\\btotal(?:t|sum|belop|belob|pris)?\\b|\\byhteensa\\b|\\bmontant\\b|\\bgrand"
            + " total\\b");
    private static final Pattern SUM = Pattern.compile("\\bsumm?a?\\b|\\bbelop\\b|\\bbelob\\b|\\bamount\\b");
    private static final Pattern NOT_ALL = Pattern.compile(
            "\\bdelsumm?a?\\b|\\bsub"
                    + " ?total\\b|\\bmoms\\b|\\bmva\\b|\\bvat\\b|\\btva\\b|\\bvarav\\b|\\bherav\\b|\\bheraf\\b|\\brabatt?\\b|\\bantal\\b");

    private static final String CURRENCY = "(sek|nok|dkk|eur|usd|aud|gbp|chf|kr\\.?|:-|,-|€|\\$|£)";
    private static final Pattern WITH_DECIMALS = Pattern.compile("(?:" + CURRENCY + "\\s?)?(?<![\\d.,])"
            + "(\\d{1,3}(?:[ .,]\\d{3})+|\\d{1,7})[.,]\\s?(\\d{2})(?![\\d%]|[.,]\\d)\\s?" + CURRENCY + "?");
    private static final Pattern WHOLE = Pattern.compile(
            "(?:" + CURRENCY + "\\s?(?<![\\d.,])(\\d{1,7})(?![\\d.,%])|(?<![\\d.,])(\\d{1,3}(?: \\d{3})+|\\d{1,7})\\s?"
                    + CURRENCY + ")");

    private static final Map<String, String> NAMED = Map.of("€", "EUR", "$", "USD", "£", "GBP");

    /** Words that only receipts of one country print, for amounts in kroner or kronor of whichever. */
    private static final Map<String, Pattern> HOMES = Map.of(
            "SEK",
                    Pattern.compile("\\bsek\\b|\\bkvitto|\\bmoms \\d|org\\.? ?nr|\\bkassa\\b|\\batt"
                            + " betala\\b|\\bkopt?\\b|presentkort|\\btack\\b"),
            "NOK",
                    Pattern.compile("\\bnok\\b|\\bmva\\b|foretaksreg|salgskvittering|\\bkjop|\\btakk\\b|\\ba"
                            + " betale\\b|bankaxept"),
            "DKK",
                    Pattern.compile("\\bdkk\\b|\\bcvr\\b|dankort|\\bi alt\\b|\\bbon\\b|\\btak"
                            + " for\\b|\\bkob\\b|\\bkontant\\b|mobilepay"));

    private PrintedSums() {}

    private record Likely(
            int points, BigDecimal amount, @Nullable String currency, Found found) {}

    /** The likeliest totals, the likeliest first: the currency's code where it is known, a blank, a decimal number. */
    static List<Found> in(List<Folded> lines) {
        String home = home(lines).orElse(null);
        List<Likely> found = new ArrayList<>();
        for (Folded line : lines) {
            int points = points(line.text());
            if (points > 0) {
                last(line, points, home, false).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            // No line is called the total: the largest amounts beside a currency are the likeliest.
            lines.stream()
                    .filter(line -> !NOT_ALL.matcher(line.text()).find())
                    .flatMap(line -> last(line, 1, home, true).stream())
                    .forEach(found::add);
        }
        Map<BigDecimal, Found> best = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparingInt(Likely::points)
                        .reversed()
                        .thenComparing(Likely::amount, Comparator.reverseOrder()))
                .forEach(likely -> best.putIfAbsent(likely.amount(), likely.found()));
        return best.values().stream().limit(MOST).toList();
    }

    private static int points(String line) {
        if (TO_PAY.matcher(line).find()) {
            return 3;
        }
        if (NOT_ALL.matcher(line).find()) {
            return 0;
        }
        return IN_ALL.matcher(line).find() ? 2 : SUM.matcher(line).find() ? 1 : 0;
    }

    /** The last amount of a line, or the last beside a currency; those before it are pieces and taxes. */
    private static Optional<Likely> last(Folded line, int points, @Nullable String home, boolean signed) {
        Likely last = null;
        Matcher at = WITH_DECIMALS.matcher(line.text());
        while (at.find()) {
            String currency = at.group(4) != null ? at.group(4) : at.group(1);
            if (currency != null || !signed) {
                last = likely(line, at, at.group(2), at.group(3), currency, points, home);
            }
        }
        if (last == null) {
            at = WHOLE.matcher(line.text());
            while (at.find()) {
                last = at.group(2) != null
                        ? likely(line, at, at.group(2), "00", at.group(1), points, home)
                        : likely(line, at, at.group(3), "00", at.group(4), points, home);
            }
        }
        return Optional.ofNullable(last)
                .filter(likely ->
                        likely.amount().signum() > 0 && likely.amount().compareTo(LARGEST) < 0);
    }

    private static Likely likely(
            Folded line,
            Matcher at,
            String whole,
            String part,
            @Nullable String sign,
            int points,
            @Nullable String home) {
        BigDecimal amount = new BigDecimal(whole.replaceAll("[ .,]", "") + "." + part);
        String currency = currency(sign, home);
        String value = currency == null ? amount.toPlainString() : currency + " " + amount.toPlainString();
        return new Likely(points, amount, currency, new Found(value, Source.TEXT, line.area(at.start(), at.end())));
    }

    private static @Nullable String currency(@Nullable String sign, @Nullable String home) {
        if (sign == null || sign.startsWith("kr") || sign.endsWith("-")) {
            return home;
        }
        return NAMED.getOrDefault(sign, sign.toUpperCase(Locale.ROOT));
    }

    /** The currency of the country whose words the receipt uses; empty where none or several do alike. */
    private static Optional<String> home(List<Folded> lines) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Folded line : lines) {
            HOMES.forEach((currency, words) -> {
                if (words.matcher(line.text()).find()) {
                    counts.merge(
                            currency, line.text().contains(currency.toLowerCase(Locale.ROOT)) ? 5 : 1, Integer::sum);
                }
            });
        }
        List<Map.Entry<String, Integer>> ranked = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        boolean clear = ranked.size() == 1
                || ranked.size() > 1 && ranked.get(0).getValue() > ranked.get(1).getValue();
        return clear ? Optional.of(ranked.getFirst().getKey()) : Optional.empty();
    }
}
