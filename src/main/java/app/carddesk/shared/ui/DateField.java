package app.carddesk.shared.ui;

import app.carddesk.shared.Language;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A day, typed or picked, as it is written in the language of the person in front of the screen. */
public class DateField extends DatePicker {

    public DateField(String label) {
        super(label);
        Locale locale = Language.of(UI.getCurrent().getLocale()).formats();
        setLocale(locale);
        setI18n(texts(locale));
        setClearButtonVisible(true);
        // Typed dates are quicker in a call, and a calendar that opens and closes at once can leave the rest of the
        // page
        // hidden from screen readers; the calendar is behind its button and the arrow keys.
        setAutoOpen(false);
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
        // Shown as is usual here; read with dots, with slashes and as year, month, day as well.
        String usual = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
                .replaceAll("y+", "yyyy");
        texts.setDateFormats(usual, "yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy");
        texts.setBadInputErrorMessage(Texts.t("date.bad"));
        return texts;
    }

    private static <E> List<String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}
