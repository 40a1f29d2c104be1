package app.carddesk.evidence.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where the contents of evidence are kept, each under an address that follows from the content itself. Every method
 * throws {@link IOException} if the store cannot be reached, or does not do what it is asked.
 */
public interface EvidenceStore {

    /** Keeps a content, whole or not at all, and gives its address; the same content has the same address. */
    String put(byte[] content) throws IOException;

    /**
     * The content at an address; empty if there is none.
     *
     * @throws UnreadableContentException if it is not what was put there, or its key is missing
     */
    Optional<byte[]> get(String address) throws IOException;

    /** Removes the content at an address; nothing happens if there is none. */
    void remove(String address) throws IOException;

    /**
     * What is kept, in the order of the addresses; empty only if there is no more.
     *
     * @param after the address before the first one wanted; empty for the beginning
     * @param limit the most objects
     */
    List<StoredObject> list(String after, int limit) throws IOException;

    /** Names the key that seals now, and tells nothing else of it. */
    String keyId();

    /** The address a content has, or would have. */
    static String addressOf(byte[] content) {
        return Address.of(content);
    }
}
