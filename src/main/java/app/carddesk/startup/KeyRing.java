package app.carddesk.startup;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys of one purpose, each named by the beginning of its own hash: the newest seals, all of them open. */
public final class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final int ID_BYTES = 6;

    private final String purpose;
    private final boolean lost;
    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final String newest;

    /**
     * @param purpose such as {@code stock}
     * @param keys of 32 bytes each, the newest first
     * @param lost whether it is known that what older keys sealed cannot be opened any more
     */
    KeyRing(String purpose, List<byte[]> keys, boolean lost) {
        this.purpose = purpose;
        this.lost = lost;
        keys.forEach(key -> this.keys.putIfAbsent(id(key), key.clone()));
        this.newest = id(keys.getFirst());
    }

    /** Names a key, without telling anything of it: twelve hexadecimal letters of its SHA-256. */
    public static String id(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The name of the key that seals. */
    public String newest() {
        return newest;
    }

    /** The key that seals. */
    public byte[] newestKey() {
        return find(newest).orElseThrow();
    }

    /** Whether it is known that what older keys sealed cannot be opened any more. */
    public boolean isGivenUp() {
        return lost;
    }

    /** What puts an older key back: the variable that lists those. */
    public String variableOfOlder() {
        return "CARDDESK_KEY_" + purpose.toUpperCase(Locale.ROOT) + "_OLD";
    }

    public Optional<byte[]> find(String id) {
        return Optional.ofNullable(keys.get(id)).map(byte[]::clone);
    }

    /** All keys, the newest first. */
    public List<byte[]> all() {
        return keys.values().stream().map(byte[]::clone).toList();
    }

    /** The names of all keys, the newest first. */
    public List<String> ids() {
        return List.copyOf(keys.keySet());
    }

    /**
     * Makes sure that every key is here that something was sealed with.
     *
     * @param used the names of those keys
     * @throws CannotStartException naming the missing ones
     */
    public void require(Collection<String> used) {
        List<String> missing =
                used.stream().filter(id -> !keys.containsKey(id)).sorted().toList();
        if (!missing.isEmpty()) {
            refuse("The database holds what was sealed with the key \"" + purpose + "\" " + String.join(", ", missing)
                    + ", and this installation has only " + String.join(", ", keys.keySet()) + ".");
        }
    }

    /**
     * Says that the keys here are not those the database was written with.
     *
     * @throws CannotStartException unless it is known that they are lost
     */
    public void refuse(String what) {
        if (lost) {
            LOG.warn("{} Carddesk starts all the same, because the key was given up.", what);
            return;
        }
        String upper = purpose.toUpperCase(Locale.ROOT);
        throw new CannotStartException(
                what,
                "Put the right key back: into CARDDESK_KEY_" + upper
                        + " or secrets.properties, or, where it was changed,"
                        + " the one before into CARDDESK_KEY_" + upper + "_OLD. If it is lost for good, start with"
                        + " --carddesk.keys.lost=" + purpose + ": what it sealed stays unreadable.");
    }
}
