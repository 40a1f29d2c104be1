package app.carddesk.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one typed day; what counts as one is told at {@link TypedDate}. */
final class DateReader {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2}) ?([./ -]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d{2})\\.?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4}) ?([./ -]) ?(\\d{1,2}) ?\\2 ?(\\d{1,2})\\.?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WORD_SECOND =
            Pattern.compile("(?:den )?(\\d{1,2})(?:\\.|st|nd|rd|th)?[ -]?(\\p{L}{3,})\\.?,?[ -]?(\\d{4}|\\d{2})");
    private static final Pattern WORD_FIRST = Pattern.compile("(\\p{L}{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final int CENTURY = 2000;
    private static final int TWO_DIGITS = 100;

    private static final Map<String, Month> MONTHS = months();

    private final Language language;

    DateReader(Language language) {
        this.language = language;
    }

    TypedDate read(String typed) {
        String text = plain(typed);
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return dayFirst(dayFirst);
        }
        for (Pattern yearFirst : List.of(YEAR_FIRST, EIGHT_DIGITS)) {
            Matcher matcher = yearFirst.matcher(text);
            if (matcher.matches()) {
                int last = matcher.groupCount();
                return day(matcher.group(1), matcher.group(last - 1), matcher.group(last));
            }
        }
        Matcher wordSecond = WORD_SECOND.matcher(text);
        if (wordSecond.matches()) {
            return day(wordSecond.group(3), MONTHS.get(wordSecond.group(2)), wordSecond.group(1));
        }
        Matcher wordFirst = WORD_FIRST.matcher(text);
        return wordFirst.matches()
                ? day(wordFirst.group(3), MONTHS.get(wordFirst.group(1)), wordFirst.group(2))
                : new TypedDate.Unreadable();
    }

    private TypedDate dayFirst(MatchResult parts) {
        boolean yearFirst = language == Language.SV
                && parts.group(2).equals("-")
                && parts.group(4).length() == 2
                && parts.group(1).length() == 2;
        return yearFirst
                ? day(parts.group(1), parts.group(3), parts.group(4))
                : day(parts.group(4), parts.group(3), parts.group(1));
    }

    private static TypedDate day(String year, @Nullable Month month, String day) {
        return month == null ? new TypedDate.Unreadable() : day(year, Integer.toString(month.getValue()), day);
    }

    private static TypedDate day(String year, String month, String day) {
        int number = Integer.parseInt(year);
        int whole = year.length() == 2 ? CENTURY + number % TWO_DIGITS : number;
        if (whole < TypedDate.FIRST_YEAR || whole > TypedDate.LAST_YEAR) {
            return new TypedDate.Unreadable();
        }
        try {
            return new TypedDate.Read(LocalDate.of(whole, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return new TypedDate.NoSuchDay();
        }
    }

    /** Digits of every script as 0 to 9, every blank and dash as one, and nothing that cannot be seen. */
    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        typed.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '−') {
                plain.append('-');
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.appendCodePoint(c == '．' ? '.' : c == '／' ? '/' : c);
            }
        });
        return plain.toString().strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
    }

    /** The months by their names and their shortened names, in all languages at once: no two of them mean two months. */
    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Language language : Language.values()) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    months.put(
                            month.getDisplayName(style, language.formats())
                                    .replace(".", "")
                                    .toLowerCase(Locale.ROOT),
                            month);
                }
            }
        }
        return Map.copyOf(months);
    }
}
