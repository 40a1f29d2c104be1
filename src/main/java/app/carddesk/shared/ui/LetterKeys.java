package app.carddesk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import java.util.Locale;

/**
 * Single-letter shortcuts that never take a letter from somebody who types: they work outside text fields, menus and
 * lists only, and behind an open dialog not at all. Flow's own shortcuts would eat the letter in a field.
 */
public final class LetterKeys {

    /** What the list of keys calls a target whose own words do not tell. */
    public static final String WORDS = "data-letter-words";

    private LetterKeys() {}

    /**
     * Lets a letter, or a sign such as {@code ?}, click the target for as long as the scope is on the screen; a field is
     * gone into instead. A button shows its key.
     *
     * @param scope the view or dialog that the shortcut belongs to
     * @param letter one character; case does not matter
     * @param target what is clicked, if it is visible and enabled then
     * @param words what the list of keys calls it
     */
    public static void bind(Component scope, String letter, HasElement target, String words) {
        target.getElement().setAttribute(WORDS, words);
        bind(scope, letter, target);
    }

    /** As {@link #bind(Component, String, HasElement, String)}, named by the words on the target itself. */
    public static void bind(Component scope, String letter, HasElement target) {
        if (letter.codePointCount(0, letter.length()) != 1) {
            throw new IllegalArgumentException("A letter key is one character");
        }
        target.getElement().setAttribute("data-letter-key", letter.toLowerCase(Locale.ROOT));
        target.getElement().setAttribute("aria-keyshortcuts", letter.toUpperCase(Locale.ROOT));
        if (target instanceof Button button && button.getPrefixComponent() == null) {
            button.setSuffixComponent(new KeyHint(letter.toUpperCase(Locale.ROOT)));
        }
        scope.addAttachListener(event -> event.getUI().getPage().addJsModule("context://shortcuts.js"));
        scope.getUI().ifPresent(ui -> ui.getPage().addJsModule("context://shortcuts.js"));
    }
}
