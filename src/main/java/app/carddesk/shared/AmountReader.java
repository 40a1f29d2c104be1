package app.carddesk.shared;

import app.carddesk.shared.TypedAmount.Ambiguous;
import app.carddesk.shared.TypedAmount.Read;
import app.carddesk.shared.TypedAmount.Unreadable;
import app.carddesk.shared.TypedAmount.Why;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one typed amount; what counts as one is told at {@link TypedAmount}. */
final class AmountReader {

    /** The most digits before the decimal mark. */
    static final int MOST_DIGITS = 10;

    /** As long as anything can be that is still read. */
    private static final int LONGEST = 60;

    private static final Pattern PARTS =
            Pattern.compile("(?<before>(?:[^0-9.,:' +(-]++\\.?)?) ?(?<sign>[-+(]?) ?(?<number>[.,]?[0-9][0-9.,:' ]*?)"
                    + "(?<dash>[.,:] ?-{1,2})?(?<after> ?[^0-9,:' +()-]*)(?<end>[-)]?)");
    private static final Pattern DECIMALS = Pattern.compile("(?<whole>.*)(?<mark>[.,:])(?<part>[0-9]*)");
    private static final Pattern GROUPS = Pattern.compile("[1-9][0-9]{0,2}(?:([.,' ])[0-9]{3})(?:\\1[0-9]{3})*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int GROUP = 3;

    /** Written like decimals in prices, whatever the currency. */
    private static final int CENTS = 2;

    private static final Set<String> CROWNS = Set.of("DKK", "SEK", "NOK", "ISK", "CZK");
    private static final Set<String> CROWN_WORDS = Set.of("KR", "KRONER", "KRONE", "KRONOR", "KRONA");
    private static final Map<String, List<String>> SIGNS = Map.ofEntries(
            Map.entry("EUR", List.of("€", "EURO")),
            Map.entry("USD", List.of("$", "US$")),
            Map.entry("AUD", List.of("$", "A$", "AU$")),
            Map.entry("CAD", List.of("$", "C$", "CA$")),
            Map.entry("NZD", List.of("$", "NZ$")),
            Map.entry("GBP", List.of("£")),
            Map.entry("JPY", List.of("¥", "円")),
            Map.entry("CNY", List.of("¥", "元")),
            Map.entry("DKK", List.of("DKR")),
            Map.entry("SEK", List.of("SKR")),
            Map.entry("NOK", List.of("NKR")));

    private final Currency currency;

    AmountReader(Currency currency) {
        this.currency = currency;
    }

    /** Digits of every script as 0 to 9, every blank, apostrophe and dash as one, and nothing that cannot be seen. */
    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        typed.codePoints().forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.appendCodePoint(mark(c));
            }
        });
        return plain.toString().strip();
    }

    private static int mark(int c) {
        return switch (c) {
            case '’', '‘', 'ʼ', '´', '`', '′', '＇', '٬' -> '\'';
            case '−', '–', '—', '‐', '‑', '‒', '－', '﹣' -> '-';
            case '．', '٫' -> '.';
            case '，' -> ',';
            case '：' -> ':';
            case '＋' -> '+';
            case '（' -> '(';
            case '）' -> ')';
            case '＄' -> '$';
            case '￡' -> '£';
            case '￥' -> '¥';
            default -> c;
        };
    }

    TypedAmount read(String typed) {
        String text = plain(typed);
        Matcher parts = PARTS.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return new Unreadable(Why.NOT_AN_AMOUNT);
        }
        Why currencies = worse(unit(parts.group("before")), unit(parts.group("after")));
        if (currencies != null) {
            return new Unreadable(currencies);
        }
        boolean negative = parts.group("sign").equals("-")
                || parts.group("sign").equals("(")
                || !parts.group("end").isEmpty();
        if (negative) {
            return new Unreadable(Why.NEGATIVE);
        }
        String number = parts.group("number").strip();
        return parts.group("dash") == null ? number(number) : whole(number);
    }

    private static @Nullable Why worse(@Nullable Why one, @Nullable Why other) {
        return one == Why.NOT_AN_AMOUNT || other == null ? one : other;
    }

    /** What is wrong with the words beside the digits; null if they name this currency, or nothing. */
    private @Nullable Why unit(String beside) {
        String word = beside.strip().replaceAll("\\.$", "").toUpperCase(Locale.ROOT);
        String code = currency.getCurrencyCode();
        boolean ours = word.isEmpty()
                || word.equals(code)
                || (CROWNS.contains(code) && CROWN_WORDS.contains(word))
                || SIGNS.getOrDefault(code, List.of()).contains(word);
        if (ours) {
            return null;
        }
        boolean another = CROWN_WORDS.contains(word)
                || SIGNS.values().stream().anyMatch(signs -> signs.contains(word))
                || Currency.getAvailableCurrencies().stream()
                        .anyMatch(one -> one.getCurrencyCode().equals(word));
        return another ? Why.OTHER_CURRENCY : Why.NOT_AN_AMOUNT;
    }

    private TypedAmount number(String number) {
        Matcher decimals = DECIMALS.matcher(number);
        if (!decimals.matches()) {
            return whole(number);
        }
        String whole = decimals.group("whole").strip();
        String mark = decimals.group("mark");
        String part = decimals.group("part");
        if (mark.equals(":") && part.length() != CENTS) {
            return new Unreadable(Why.NOT_AN_AMOUNT);
        }
        if (part.length() == GROUP) {
            return threeDigits(number, whole, mark, part);
        }
        return decimal(whole, mark, part);
    }

    /** Three digits stand behind the last mark: thousands, decimals, or either. */
    private TypedAmount threeDigits(String number, String whole, String mark, String part) {
        boolean single =
                GROUPS.matcher(number).matches() && DIGITS.matcher(whole).matches();
        if (whole.contains(mark) || (single && fractionDigits() == 0)) {
            return whole(number);
        }
        // Where the third decimal says nothing, somebody may have typed one too many.
        boolean longer = part.endsWith("0") && fractionDigits() == CENTS;
        TypedAmount decimal = decimal(whole, mark, single && longer ? part.substring(0, CENTS) : part);
        if (!single) {
            return decimal;
        }
        List<Money> readings = new ArrayList<>();
        for (TypedAmount reading : List.of(whole(number), decimal)) {
            if (reading instanceof Read(Money money)) {
                readings.add(money);
            }
        }
        return new Ambiguous(readings);
    }

    private TypedAmount decimal(String whole, String mark, String part) {
        boolean grouped = GROUPS.matcher(whole).matches();
        boolean fits = whole.isEmpty() || DIGITS.matcher(whole).matches() || (grouped && !whole.contains(mark));
        if (!fits || (whole.isEmpty() && part.isEmpty())) {
            return new Unreadable(Why.NOT_AN_AMOUNT);
        }
        if (part.length() > fractionDigits()) {
            return new Unreadable(Why.TOO_FINE);
        }
        return money(bare(whole), part);
    }

    private TypedAmount whole(String number) {
        boolean fits =
                DIGITS.matcher(number).matches() || GROUPS.matcher(number).matches();
        return fits ? money(bare(number), "") : new Unreadable(Why.NOT_AN_AMOUNT);
    }

    private TypedAmount money(String whole, String part) {
        String significant = whole.replaceFirst("^0+(?=.)", "");
        if (significant.length() > MOST_DIGITS) {
            return new Unreadable(Why.TOO_LARGE);
        }
        BigDecimal amount = new BigDecimal((significant.isEmpty() ? "0" : significant) + "." + part + "0");
        return new Read(Money.of(amount, currency));
    }

    private int fractionDigits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    private static String bare(String digits) {
        return digits.replaceAll("[.,' ]", "");
    }
}
