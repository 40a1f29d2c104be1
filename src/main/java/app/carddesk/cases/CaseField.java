package app.carddesk.cases;

import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import app.carddesk.shared.Language;
import app.carddesk.shared.Money;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.Region;
import app.carddesk.terms.Facts.LinkedAccount;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a case that people fill in: which value it holds, in which columns, and how a timeline tells it.
 *
 * @param <T> what the field holds; {@code null} means that nobody has said it
 */
public final class CaseField<T> {

    /** The longest name, of a person or a shop, in characters. */
    public static final int MAX_NAME = 200;

    public static final CaseField<Problem> PROBLEM = enumeration("problem", Problem.class);
    public static final CaseField<Place> TRIED_AT = enumeration("tried_at", Place.class);
    public static final CaseField<Region> TRIED_IN = region("tried_in");
    public static final CaseField<Region> ACCOUNT_REGION = region("account_region");
    public static final CaseField<Boolean> ACTIVE_MEMBERSHIP = yesNo("active_membership");
    public static final CaseField<LocalDate> FIRST_REPORTED = date("first_reported", Days.UNTIL_TODAY);
    public static final CaseField<LinkedAccount> LINKED_ACCOUNT = enumeration("linked_account", LinkedAccount.class);
    public static final CaseField<Boolean> RISK_PASSED = yesNo("risk_passed");
    public static final CaseField<LocalDate> PURCHASE_DATE = date("purchase_date", Days.UNTIL_TODAY);
    public static final CaseField<Region> PURCHASE_COUNTRY = region("purchase_country");
    public static final CaseField<String> RETAILER = text("retailer", Home.CASE);
    public static final CaseField<Money> PURCHASE_AMOUNT = money("purchase_amount", "purchase_currency");
    public static final CaseField<String> RECEIPT_NUMBER = receiptNumber();
    public static final CaseField<UUID> ASSIGNEE = person("assignee");
    public static final CaseField<LocalDate> CALL_BACK = date("call_back", Days.ANY);

    public static final CaseField<String> CUSTOMER_NAME = text("name", Home.CUSTOMER);
    public static final CaseField<EmailAddress> CUSTOMER_EMAIL = email();
    public static final CaseField<PhoneNumber> CUSTOMER_PHONE = phone();
    public static final CaseField<Language> CUSTOMER_LANGUAGE = language();

    private static final List<CaseField<?>> ALL = List.of(
            PROBLEM,
            TRIED_AT,
            TRIED_IN,
            ACCOUNT_REGION,
            ACTIVE_MEMBERSHIP,
            FIRST_REPORTED,
            LINKED_ACCOUNT,
            RISK_PASSED,
            PURCHASE_DATE,
            PURCHASE_COUNTRY,
            RETAILER,
            PURCHASE_AMOUNT,
            RECEIPT_NUMBER,
            ASSIGNEE,
            CALL_BACK,
            CUSTOMER_NAME,
            CUSTOMER_EMAIL,
            CUSTOMER_PHONE,
            CUSTOMER_LANGUAGE);

    private final String key;
    private final Home home;
    private final List<Column<T>> columns;
    private final Function<Reader, @Nullable T> reading;
    private final Function<T, String> canonical;
    private final Days days;

    private CaseField(
            String key,
            Home home,
            List<Column<T>> columns,
            Function<Reader, @Nullable T> reading,
            Function<T, String> canonical,
            Days days) {
        this.key = key;
        this.home = home;
        this.columns = columns;
        this.reading = reading;
        this.canonical = canonical;
        this.days = days;
    }

    static List<CaseField<?>> all() {
        return ALL;
    }

    /** Finds a field by its key. */
    public static Optional<CaseField<?>> byKey(String key) {
        return ALL.stream().filter(field -> field.key.equals(key)).findFirst();
    }

    /** The field's stable name: of its column, its text {@code cases.field.<key>}, and its lines in the timeline. */
    public String key() {
        return key;
    }

    /** A value as a timeline keeps it. */
    public @Nullable String canonical(@Nullable T value) {
        return value == null ? null : canonical.apply(value);
    }

    /** Whether this is about the customer, whose record all of their cases share. */
    public boolean isPersonal() {
        return home == Home.CUSTOMER;
    }

    List<Column<T>> columns() {
        return columns;
    }

    @Nullable T read(Reader row) {
        return reading.apply(row);
    }

    boolean endsToday() {
        return days == Days.UNTIL_TODAY;
    }

    @Override
    public String toString() {
        return key;
    }

    private static <E extends Enum<E>> CaseField<E> enumeration(String key, Class<E> type) {
        return new CaseField<>(
                key,
                Home.CASE,
                List.of(new Column<>(key, "varchar", Enum::name)),
                row -> row.value(key, String.class)
                        .map(name -> Enum.valueOf(type, name))
                        .orElse(null),
                Canonical::enumeration,
                Days.ANY);
    }

    private static CaseField<Region> region(String key) {
        return new CaseField<>(
                key,
                Home.CASE,
                List.of(new Column<>(key, "varchar", Region::code)),
                row -> row.value(key, String.class).map(Region::new).orElse(null),
                Canonical::region,
                Days.ANY);
    }

    private static CaseField<Boolean> yesNo(String key) {
        return new CaseField<>(
                key,
                Home.CASE,
                List.of(new Column<>(key, "boolean", value -> value)),
                row -> row.value(key, Boolean.class).orElse(null),
                Canonical::yesNo,
                Days.ANY);
    }

    private static CaseField<LocalDate> date(String key, Days days) {
        return new CaseField<>(
                key,
                Home.CASE,
                List.of(new Column<>(key, "date", value -> value)),
                row -> row.value(key, LocalDate.class).orElse(null),
                Canonical::date,
                days);
    }

    private static CaseField<UUID> person(String key) {
        return new CaseField<>(
                key,
                Home.CASE,
                List.of(new Column<>(key, "uuid", value -> value)),
                row -> row.value(key, UUID.class).orElse(null),
                Canonical::person,
                Days.ANY);
    }

    private static CaseField<Money> money(String key, String currency) {
        return new CaseField<>(
                key,
                Home.CASE,
                List.of(new Column<>(key, "bigint", Money::minor), new Column<>(currency, "varchar", Money::unit)),
                row -> row.value(key, Long.class)
                        .flatMap(minor -> row.value(currency, String.class).map(unit -> Money.ofMinor(minor, unit)))
                        .orElse(null),
                Canonical::money,
                Days.ANY);
    }

    private static CaseField<String> text(String column, Home home) {
        Column<String> value = new Column<>(column, "varchar", text -> text);
        return new CaseField<>(
                home == Home.CASE ? column : "customer_" + column,
                home,
                home == Home.CASE
                        ? List.of(value)
                        : List.of(value, new Column<>("name_key", "varchar", CaseField::key)),
                row -> row.value(home.alias(column), String.class).orElse(null),
                text -> text,
                Days.ANY);
    }

    private static CaseField<String> receiptNumber() {
        return new CaseField<>(
                "receipt_number",
                Home.CASE,
                List.of(
                        new Column<>("receipt_number", "varchar", text -> text),
                        new Column<>("receipt_key", "varchar", ReceiptKey::of)),
                row -> row.value("receipt_number", String.class).orElse(null),
                text -> text,
                Days.ANY);
    }

    private static CaseField<EmailAddress> email() {
        return new CaseField<>(
                "customer_email",
                Home.CUSTOMER,
                List.of(
                        new Column<>("email", "varchar", EmailAddress::value),
                        new Column<>("email_key", "varchar", EmailAddress::key)),
                row -> row.value("customer_email", String.class)
                        .map(EmailAddress::new)
                        .orElse(null),
                EmailAddress::value,
                Days.ANY);
    }

    private static CaseField<PhoneNumber> phone() {
        return new CaseField<>(
                "customer_phone",
                Home.CUSTOMER,
                List.of(new Column<>("phone", "varchar", PhoneNumber::e164)),
                row -> row.value("customer_phone", String.class)
                        .map(PhoneNumber::new)
                        .orElse(null),
                PhoneNumber::display,
                Days.ANY);
    }

    private static CaseField<Language> language() {
        return new CaseField<>(
                "customer_language",
                Home.CUSTOMER,
                List.of(new Column<>("language", "varchar", Language::name)),
                row -> row.value("customer_language", String.class)
                        .map(Language::valueOf)
                        .orElse(null),
                Canonical::enumeration,
                Days.ANY);
    }

    /** What names are searched by. */
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Which record a field belongs to. */
    private enum Home {
        CASE,
        CUSTOMER;

        private String alias(String column) {
            return this == CASE ? column : "customer_" + column;
        }
    }

    /** Which days make sense. */
    private enum Days {
        ANY,
        UNTIL_TODAY
    }

    /**
     * @param type the column's SQL type, for parameters that may be null
     * @param part what of a value it holds
     */
    @KeepsFreeText({
        "customer.name",
        "customer.name_key",
        "customer.email",
        "customer.email_key",
        "support_case.retailer",
        "support_case.receipt_number",
        "support_case.receipt_key"
    })
    record Column<T>(String name, String type, Function<T, @Nullable Object> part) {

        @Nullable Object of(@Nullable T value) {
            Object held = value == null ? null : part.apply(value);
            return held instanceof String text ? FreeText.kept(text) : held;
        }
    }

    /** A row to read columns from. */
    interface Reader {

        <V> Optional<V> value(String column, Class<V> type);
    }
}
