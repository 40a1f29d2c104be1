package app.carddesk.evidence.reading;

import app.carddesk.evidence.reading.Found.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the day something was bought on a receipt, as receipts in the Nordic countries, France and English-speaking
 * countries print it: 2024-05-02, 02.05.2024, 2/5-2024, 02.05.24, 2 maj 2024. Days come before months unless that
 * makes no date.
 */
final class PrintedDates {

    private static final int MOST = 3;
    private static final LocalDate EARLIEST = LocalDate.of(2010, 1, 1);

    private static final String D = "[0-9oil|]";
    private static final String SEPARATOR = "(?:\\s?[.,/-]\\s?|\\s)";
    private static final String BEFORE = "(?<![\\p{L}\\d.,/-])";
    private static final String AFTER = "(?![\\p{L}\\d/-]|[.,]\\d)";

    private static final Pattern YEAR_FIRST = Pattern.compile(
            BEFORE + "(2[0o]" + D + "{2})\\s?[./-]\\s?(" + D + "{1,2})\\s?[./-]\\s?(" + D + "{1,2})" + AFTER);
    private static final Pattern DAY_FIRST = Pattern.compile(
            BEFORE + "(" + D + "{1,2})\\s?[.,/-]\\s?(" + D + "{1,2})" + SEPARATOR + "(2[0o]" + D + "{2})" + AFTER);
    private static final Pattern SHORT =
            Pattern.compile(BEFORE + "(" + D + "{1,2})[./-](" + D + "{1,2})[./-](" + D + "{2})" + AFTER);
    private static final Pattern NAMED = Pattern.compile(BEFORE + "(" + D
            + "{1,2})\\.?\\s?(?:de\\s)?(\\p{L}{3,10})\\.?,?\\s?(?:('?" + D + "{2})|(2[0o]" + D + "{2}))" + AFTER);
    private static final Pattern NAMED_FIRST = Pattern.compile(
            BEFORE + "(\\p{L}{3,10})\\.?\\s(" + D + "{1,2})(?:st|nd|rd|th)?,?\\s(2[0o]" + D + "{2})" + AFTER);
    private static final Pattern COMPACT = Pattern.compile(BEFORE + "(2[0o]\\d{2})(\\d{2})(\\d{2})" + AFTER);

    private static final Pattern KEYWORD = Pattern.compile(
            "\\b(?:dat[oueé]m?|kopdatum|kobsdato|kjopsdato|date|paivays|pvm|purchased?|bought|kopt)\\b");
    private static final Pattern TIME =
            Pattern.compile("(?:\\bk[li1|]\\.?\\s?)?\\b[0-2]?\\d[:.][0-5]\\d\\b(?:[:.][0-5]\\d)?");
    private static final Pattern OTHER_DAY =
            Pattern.compile("gyldig|giltig|utlop|udlob|expir|valid|oppet kop|byttes?\\b|bytte|"
                    + "retur|bast fore|best for|forfald|forfall|jusqu|voimassa|faedt|fodt|fodd");

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("fev", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("avr", 4),
            Map.entry("maj", 5),
            Map.entry("mai", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("juin", 6),
            Map.entry("jul", 7),
            Map.entry("juil", 7),
            Map.entry("aug", 8),
            Map.entry("aou", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("des", 12),
            Map.entry("tammi", 1),
            Map.entry("helmi", 2),
            Map.entry("maalis", 3),
            Map.entry("huhti", 4),
            Map.entry("touko", 5),
            Map.entry("kesa", 6),
            Map.entry("heina", 7),
            Map.entry("elok", 8),
            Map.entry("syys", 9),
            Map.entry("loka", 10),
            Map.entry("marras", 11),
            Map.entry("joulu", 12));

    private final LocalDate today;

    /** @param today the last day that can be */
    PrintedDates(LocalDate today) {
        this.today = today;
    }

    private record Likely(int points, Found date) {}

    /** The likeliest days of purchase, the likeliest first. */
    List<Found> in(List<Folded> lines) {
        List<Likely> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Folded line = lines.get(i);
            String before = i == 0 ? "" : lines.get(i - 1).text();
            find(line, before, YEAR_FIRST, 2, found, at -> date(at.group(1), at.group(2), at.group(3)));
            find(line, before, DAY_FIRST, 2, found, at -> dayFirst(at.group(3), at.group(1), at.group(2)));
            find(line, before, SHORT, 0, found, at -> shortForm(at.group(1), at.group(2), at.group(3)));
            find(line, before, NAMED, 2, found, PrintedDates.this::named);
            find(line, before, NAMED_FIRST, 2, found, at -> named(at.group(3), at.group(1), at.group(2)));
            find(line, before, COMPACT, -2, found, at -> date(at.group(1), at.group(2), at.group(3)));
        }
        Map<String, Found> best = new LinkedHashMap<>();
        found.stream()
                .filter(likely -> likely.points() >= 0)
                .sorted(Comparator.comparingInt(Likely::points).reversed())
                .forEach(likely -> best.putIfAbsent(likely.date().value(), likely.date()));
        return best.values().stream().limit(MOST).toList();
    }

    @FunctionalInterface
    private interface Reader {
        @Nullable LocalDate read(Matcher at);
    }

    private void find(Folded line, String before, Pattern form, int points, List<Likely> found, Reader reader) {
        Matcher at = form.matcher(line.text());
        while (at.find()) {
            LocalDate date = at.group().chars().filter(Character::isDigit).count() < 3 ? null : reader.read(at);
            if (date != null) {
                int likely = points
                        + (KEYWORD.matcher(line.text().substring(0, at.start())).find() ? 4 : 0)
                        + (TIME.matcher(line.text().substring(at.end())).find() ? 3 : 0)
                        + (KEYWORD.matcher(before).find() ? 2 : 0)
                        - (OTHER_DAY.matcher(line.text()).find() ? 8 : 0);
                found.add(new Likely(likely, new Found(date.toString(), Source.TEXT, line.area(at.start(), at.end()))));
            }
        }
    }

    private @Nullable LocalDate dayFirst(String year, String first, String second) {
        LocalDate usual = date(year, second, first);
        return usual != null ? usual : date(year, first, second);
    }

    /** Day, month, year; else year, month, day as in Sweden; else month, day, year. */
    private @Nullable LocalDate shortForm(String first, String second, String third) {
        LocalDate usual = date("20" + third, second, first);
        if (usual != null) {
            return usual;
        }
        LocalDate yearFirst = first.length() == 2 ? date("20" + first, second, third) : null;
        return yearFirst != null ? yearFirst : date("20" + third, first, second);
    }

    private @Nullable LocalDate named(Matcher at) {
        String year = at.group(4) != null ? at.group(4) : "20" + at.group(3).replace("'", "");
        return named(year, at.group(2), at.group(1));
    }

    private @Nullable LocalDate named(String year, String name, String day) {
        for (int length = Math.min(6, name.length()); length >= 3; length--) {
            Integer month = MONTHS.get(name.substring(0, length));
            if (month != null) {
                return date(year, month.toString(), day);
            }
        }
        return null;
    }

    private @Nullable LocalDate date(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(digits(year), digits(month), digits(day));
            return date.isBefore(EARLIEST) || date.isAfter(today) ? null : date;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Letters that look like digits were digits here. */
    private static int digits(String text) {
        return Integer.parseInt(
                text.replace('o', '0').replace('i', '1').replace('l', '1').replace('|', '1'));
    }
}
