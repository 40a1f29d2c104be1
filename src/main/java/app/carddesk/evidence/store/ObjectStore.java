package app.carddesk.evidence.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where sealed bytes lie, each under its address. It knows neither what they are nor whether they are whole. */
interface ObjectStore extends AutoCloseable {

    /** Keeps bytes, whole or not at all, durably, in place of what is there already. */
    void put(String address, byte[] bytes) throws IOException;

    /** The bytes under an address; empty if there are none. */
    Optional<byte[]> get(String address) throws IOException;

    /** Removes the bytes under an address; nothing happens if there are none. */
    void remove(String address) throws IOException;

    /**
     * What is kept, in the order of the addresses; empty only if there is no more.
     *
     * @param after the address before the first one wanted; empty for the beginning
     * @param limit the most objects
     */
    List<StoredObject> list(String after, int limit) throws IOException;

    @Override
    default void close() {}
}
