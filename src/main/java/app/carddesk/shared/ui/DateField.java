package app.carddesk.shared.ui;

import app.carddesk.shared.Language;
import app.carddesk.shared.TypedDate;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.Result;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day, typed or picked, as it is written in the language of the person in front of the screen. What is typed in another
 * way is read by {@link TypedDate}. A day that cannot be read is no empty field: see {@link #problem()}.
 */
public class DateField extends DatePicker {

    private Runnable emptied = () -> {};
    private @Nullable String unread;

    public DateField(String label) {
        super(label);
        Language language = Language.of(UI.getCurrent().getLocale());
        Locale locale = language.formats();
        setLocale(locale);
        setI18n(texts(locale));
        setClearButtonVisible(true);
        // Typed dates are quicker in a call, and a calendar that opens and closes at once can leave the rest of the
        // page
        // hidden from screen readers; the calendar is behind its button and the arrow keys.
        setAutoOpen(false);
        setMin(LocalDate.of(TypedDate.FIRST_YEAR, Month.JANUARY, 1));
        setMax(LocalDate.of(TypedDate.LAST_YEAR, Month.DECEMBER, 31));
        setFallbackParser(typed -> switch (TypedDate.of(typed, language)) {
            case TypedDate.Read(LocalDate day) -> Result.ok(day);
            case TypedDate.NoSuchDay() -> unread("date.noSuchDay");
            case TypedDate.Unreadable() -> unread("date.bad");
        });
    }

    /** What is wrong with what was typed, while it is no day; null as long as the field holds one or nothing. */
    public @Nullable String problem() {
        LocalDate day = getValue();
        if (day != null && !TypedDate.isPlausible(day)) {
            return Texts.t("date.bad");
        }
        return isInputUnparsable() ? Objects.requireNonNullElse(unread, Texts.t("date.bad")) : null;
    }

    /** Told when a person empties the field after something that could not be read: its value was empty all along. */
    public void whenEmptied(Runnable listener) {
        emptied = listener;
    }

    private Result<LocalDate> unread(String key) {
        unread = Texts.t(key);
        return Result.error(unread);
    }

    @Override
    protected void setModelValue(@Nullable LocalDate day, boolean fromClient) {
        boolean unreadable = getValue() == null && isInputUnparsable();
        super.setModelValue(day, fromClient);
        if (fromClient && unreadable && getValue() == null && !isInputUnparsable()) {
            emptied.run();
        }
    }

    private static DatePickerI18n texts(Locale locale) {
        DatePickerI18n texts = new DatePickerI18n();
        texts.setMonthNames(names(Month.values(), month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)));
        List<DayOfWeek> days = Stream.concat(
                        Stream.of(DayOfWeek.SUNDAY),
                        Arrays.stream(DayOfWeek.values()).filter(day -> day != DayOfWeek.SUNDAY))
                .toList();
        DayOfWeek[] fromSunday = days.toArray(DayOfWeek[]::new);
        texts.setWeekdays(names(fromSunday, day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale)));
        texts.setWeekdaysShort(names(fromSunday, day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale)));
        texts.setFirstDayOfWeek(1);
        texts.setToday(Texts.t("date.today"));
        texts.setCancel(Texts.t("date.cancel"));
        // The browser reads what it shows itself, and that alone: two short numbers around a dash it would misread.
        String usual = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
                .replaceAll("y+", "yyyy");
        texts.setDateFormats(usual);
        texts.setBadInputErrorMessage(Texts.t("date.bad"));
        texts.setMinErrorMessage(Texts.t("date.bad"));
        texts.setMaxErrorMessage(Texts.t("date.bad"));
        return texts;
    }

    private static <E> List<String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}
