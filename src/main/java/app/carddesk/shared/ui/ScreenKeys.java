package app.carddesk.shared.ui;

import java.util.List;

/**
 * A screen, or a part of one, that listens to keys in the browser which no letter key of a button tells of. Whoever asks
 * which keys work here is told these, too.
 */
public interface ScreenKeys {

    /** As it is printed on keyboards everywhere. */
    String ENTER = "Enter";

    List<Hint> keys();

    /**
     * @param key the key as it is printed on a keyboard
     * @param words what it does
     */
    record Hint(String key, String words) {}
}
