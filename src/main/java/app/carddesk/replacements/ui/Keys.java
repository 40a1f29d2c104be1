package app.carddesk.replacements.ui;

import java.util.UUID;

/** Makes the keys by which an act that is asked for twice is done once. */
final class Keys {

    private Keys() {}

    static String next() {
        return UUID.randomUUID().toString();
    }
}
