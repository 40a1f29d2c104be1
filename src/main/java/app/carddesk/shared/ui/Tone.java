package app.carddesk.shared.ui;

import java.util.Locale;

/** What a colour means. Never shown by colour alone: a word or a sign stands with it. */
public enum Tone {
    PLAIN,
    ACCENT,
    OK,
    WARN,
    BAD;

    /** The class name that carries the colour. */
    public String className() {
        return "cd-" + name().toLowerCase(Locale.ROOT);
    }
}
