package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.Canonical;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.Mentions;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.shared.Language;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of a timeline in the reader's language. */
final class CanonicalWords {

    private static final String LANGUAGE = "language:";

    private CanonicalWords() {}

    /** What a value in {@linkplain Canonical canonical form} means; plain text, and what only looks canonical, stays. */
    static String of(String canonical, People people) {
        try {
            return read(canonical, people);
        } catch (IllegalArgumentException | DateTimeException plainText) {
            return canonical;
        }
    }

    /** What a value of a field is called; none was not said. */
    static <T> String of(CaseField<T> field, @Nullable T value, People people) {
        String canonical = field.canonical(value);
        return canonical == null ? Texts.t("cases.notSaid") : of(canonical, people);
    }

    /** A note is what somebody wrote, word for word, unless it is gone; people it names by their names of today. */
    static String note(String note, People people) {
        return Mentions.shown(PersonalText.of(note), people);
    }

    private static String read(String canonical, People people) {
        if (canonical.startsWith(Canonical.DATE)) {
            return Formats.current().date(LocalDate.parse(canonical.substring(Canonical.DATE.length())));
        }
        if (canonical.startsWith(Canonical.ENUM)) {
            return enumeration(canonical.substring(Canonical.ENUM.length()));
        }
        if (canonical.startsWith(Canonical.MONEY)) {
            String[] parts = canonical.substring(Canonical.MONEY.length()).split(":", 2);
            return parts.length < 2 ? canonical : Formats.current().money(Worth.of(Long.parseLong(parts[0]), parts[1]));
        }
        if (canonical.startsWith(Canonical.PERSON)) {
            return people.name(UUID.fromString(canonical.substring(Canonical.PERSON.length())));
        }
        if (canonical.startsWith(Canonical.REGION)) {
            return region(new Region(canonical.substring(Canonical.REGION.length())));
        }
        if (canonical.startsWith(Canonical.SERIAL)) {
            return canonical.substring(Canonical.SERIAL.length());
        }
        if (canonical.startsWith(Canonical.TIME)) {
            return Formats.current().dateTime(Instant.parse(canonical.substring(Canonical.TIME.length())));
        }
        if (canonical.startsWith(Canonical.YES_NO)) {
            return Texts.t("cases." + (canonical.endsWith("true") ? "yes" : "no"));
        }
        return note(canonical, people);
    }

    private static String enumeration(String value) {
        if (value.startsWith(LANGUAGE)) {
            // A language is called by its own name, whatever the reader's.
            return Language.valueOf(value.substring(LANGUAGE.length())).nativeName();
        }
        String key = value.replace(':', '.');
        return Texts.t(key.startsWith("step.") ? "terms." + key : key);
    }

    static String region(Region region) {
        UI ui = UI.getCurrent();
        return region.displayName(ui == null ? Locale.ENGLISH : ui.getLocale());
    }
}
