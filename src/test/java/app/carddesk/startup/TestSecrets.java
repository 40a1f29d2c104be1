package app.carddesk.startup;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Keys of a test's own, given as an operator gives them. */
public final class TestSecrets {

    private TestSecrets() {}

    /** @param environment such as {@code CARDDESK_KEY_STOCK} */
    public static Secrets of(Path folder, Map<String, String> environment, String... lost) {
        return new Secrets(folder, environment, null, Set.of(lost));
    }
}
