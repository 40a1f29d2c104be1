package app.carddesk.access;

import app.carddesk.shared.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person chose for themselves. Kept with the person, so that it follows them to the next machine. */
@Service
@ForEveryone
@Transactional
public class Preferences {

    private final PersonStore store;
    private final CurrentPerson current;

    Preferences(PersonStore store, CurrentPerson current) {
        this.store = store;
        this.current = current;
    }

    /**
     * What the person signed in has chosen by now.
     *
     * @param language null to follow the browser
     */
    public record Chosen(@Nullable Language language, Theme theme) {}

    @Transactional(readOnly = true)
    public Chosen chosen() {
        Person person = store.byId(current.id()).orElse(current.get());
        return new Chosen(person.language(), person.theme());
    }

    public void choose(Language language) {
        store.setLanguage(current.id(), language);
    }

    public void choose(Theme theme) {
        store.setTheme(current.id(), theme);
    }
}
