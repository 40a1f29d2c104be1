package app.carddesk.evidence.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of the store, each named by the beginning of its own hash: the newest seals, all of them open. */
final class SealingKeys {

    static final int ID_CHARACTERS = 12;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String newest;

    /** @param keys of 32 bytes each, the newest first */
    SealingKeys(List<byte[]> keys) {
        for (byte[] key : keys) {
            this.keys.putIfAbsent(Address.of(key).substring(0, ID_CHARACTERS), new SecretKeySpec(key, "AES"));
        }
        this.newest = this.keys.keySet().iterator().next();
    }

    String newest() {
        return newest;
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
