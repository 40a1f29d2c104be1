package app.carddesk.cases;

import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The form in which values stand in a timeline: independent of language, so that every reader sees them in their own.
 * Anything without one of these beginnings is plain text.
 */
public final class Canonical {

    public static final String DATE = "date:";
    public static final String ENUM = "enum:";
    /** Followed by the quantity and the unit, such as {@code money:50000:DKK} or {@code money:1:item:album-1001}. */
    public static final String MONEY = "money:";

    public static final String PERSON = "person:";
    public static final String REGION = "region:";
    public static final String SERIAL = "serial:";
    /** A moment, as an instant in UTC. */
    public static final String TIME = "time:";

    public static final String YES_NO = "yesno:";

    private static final List<String> BEGINNINGS = List.of(DATE, ENUM, MONEY, PERSON, REGION, SERIAL, TIME, YES_NO);

    private Canonical() {}

    public static String date(LocalDate date) {
        return DATE + date;
    }

    /** A constant whose text has the key {@code <simple name, lower first>.<CONSTANT>}. */
    public static String enumeration(Enum<?> constant) {
        String name = constant.getDeclaringClass().getSimpleName();
        return ENUM + Character.toLowerCase(name.charAt(0)) + name.substring(1) + ":" + constant.name();
    }

    public static String money(Money money) {
        return worth(money);
    }

    public static String worth(Worth worth) {
        return MONEY + worth.quantity() + ":" + worth.unit();
    }

    public static String person(UUID person) {
        return PERSON + person;
    }

    public static String region(Region region) {
        return REGION + region.code();
    }

    public static String serial(String serial) {
        return SERIAL + serial;
    }

    public static String time(Instant instant) {
        return TIME + instant;
    }

    /** Whether this has the form of a code, and so cannot be told from one. */
    static boolean isCanonical(String text) {
        return BEGINNINGS.stream().anyMatch(text::startsWith);
    }

    public static String yesNo(boolean value) {
        return YES_NO + value;
    }
}
