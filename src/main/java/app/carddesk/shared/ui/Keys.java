package app.carddesk.shared.ui;

import java.util.UUID;

/** Makes the keys by which an act that is asked for twice is done once. */
public final class Keys {

    private Keys() {}

    public static String next() {
        return UUID.randomUUID().toString();
    }
}
