package app.carddesk.cases;

import app.carddesk.personal.PersonalValues;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What of a timeline is sealed: every note, every value of the customer's own record, and every plain text. Codes,
 * dates, amounts and serials in {@linkplain Canonical canonical form} stay readable.
 */
@Component
class TimelineSeals {

    private final PersonalValues personal;

    TimelineSeals(PersonalValues personal) {
        this.personal = personal;
    }

    /** Before, after and note, as they are stored. */
    record Told(
            @Nullable String before,
            @Nullable String after,
            @Nullable String note) {}

    Told seal(UUID line, Concerned concerned, @Nullable String field, Told clear) {
        return seal(personal, line, concerned, field, clear);
    }

    /** Whom values concern: the one before may be another customer than the one after. */
    record Concerned(UUID before, UUID after) {

        Concerned(UUID both) {
            this(both, both);
        }
    }

    static Told seal(PersonalValues personal, UUID line, Concerned concerned, @Nullable String field, Told clear) {
        boolean isPersonal = field != null
                && CaseField.byKey(field).map(CaseField::isPersonal).orElse(false);
        return new Told(
                value(personal, line, concerned.before(), isPersonal, clear.before()),
                value(personal, line, concerned.after(), isPersonal, clear.after()),
                clear.note() == null ? null : personal.seal(concerned.after(), line, clear.note()));
    }

    static boolean needsSealing(@Nullable String field, Told clear) {
        boolean isPersonal = field != null
                && CaseField.byKey(field).map(CaseField::isPersonal).orElse(false);
        return clear.note() != null || open(isPersonal, clear.before()) || open(isPersonal, clear.after());
    }

    private static @Nullable String value(
            PersonalValues personal, UUID line, UUID subject, boolean isPersonal, @Nullable String text) {
        return open(isPersonal, text)
                ? personal.seal(subject, line, Optional.ofNullable(text).orElseThrow())
                : text;
    }

    private static boolean open(boolean isPersonal, @Nullable String text) {
        return text != null && (isPersonal || !Canonical.isCanonical(text));
    }
}
