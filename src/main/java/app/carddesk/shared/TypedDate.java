package app.carddesk.shared;

import java.time.LocalDate;

/**
 * What a person means who types a day. Day, month and year stand in this order, with points, slashes, dashes or blanks
 * between them and the month in digits or in words of any language Carddesk speaks; a year of four digits may stand first.
 * Only two short numbers around a dash depend on the language: Swedish writes the year first.
 */
public sealed interface TypedDate {

    /** One day, and no other. */
    record Read(LocalDate day) implements TypedDate {}

    /** A day that no calendar has, such as 31 April. */
    record NoSuchDay() implements TypedDate {}

    /** No day, or one of a year that cannot be meant. */
    record Unreadable() implements TypedDate {}

    /** The first year that may be meant, and the last. */
    int FIRST_YEAR = 1900;

    int LAST_YEAR = 2199;

    /** Reads a day as it was typed or pasted; not empty. */
    static TypedDate of(String typed, Language language) {
        return new DateReader(language).read(typed);
    }

    /** Whether a day is of a year that may be meant. */
    static boolean isPlausible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
