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
     * @param toured whether the person has put the tour away
     */
    public record Chosen(@Nullable Language language, Theme theme, Density density, boolean toured) {}

    @Transactional(readOnly = true)
    public Chosen chosen() {
        return store.chosen(current.id());
    }

    public void choose(Language language) {
        store.setLanguage(current.id(), language);
    }

    public void choose(Theme theme) {
        store.setTheme(current.id(), theme);
    }

    public void choose(Density density) {
        store.setDensity(current.id(), density);
    }

    /** Puts the tour away for good, or brings it back. */
    public void chooseTour(boolean shown) {
        store.setToured(current.id(), !shown);
    }
}
