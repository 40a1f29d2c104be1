package app.carddesk.shared.ui;

import app.carddesk.shared.Content;
import app.carddesk.shared.Language;
import app.carddesk.shared.Money;
import app.carddesk.shared.Worth;
import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates, numbers and money as they are written in the language of the person in front of the screen. */
public final class Formats {

    private static volatile ZoneId installationZone = ZoneId.of("Europe/Copenhagen");

    private final Locale locale;

    private Formats(Locale locale) {
        this.locale = locale;
    }

    public static Formats current() {
        UI ui = UI.getCurrent();
        return in(Language.of(ui == null ? Locale.ENGLISH : ui.getLocale()));
    }

    public static Formats in(Language language) {
        return new Formats(language.formats());
    }

    /** Sets the zone in which times are shown; done once, at the start. */
    static void useZone(ZoneId zone) {
        installationZone = zone;
    }

    public ZoneId zone() {
        return installationZone;
    }

    /** An amount with its currency's code, such as {@code DKK 500.00}; content as a number of pieces. */
    public String money(Worth worth) {
        return switch (worth) {
            case Money money -> money.currency().getCurrencyCode() + "\u00a0" + amount(money);
            case Content content -> number(content.quantity()) + "\u00a0×\u00a0" + content.item();
        };
    }

    /** An amount without its currency, such as {@code 1,500.00}. */
    public String amount(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int decimals = money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(money.amount());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A day, such as {@code 2 May 2024}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    public String dateTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(installationZone));
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(installationZone));
    }

    /** The day an instant falls on here. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, installationZone);
    }
}
