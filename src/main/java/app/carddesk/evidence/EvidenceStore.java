package app.carddesk.evidence;

import java.io.IOException;
import java.util.Optional;

/** Where pictures are kept. A key is written once and never with other content. */
interface EvidenceStore {

    /** Keeps a content under a key, whole or not at all. */
    void put(String key, byte[] content) throws IOException;

    /** The content of a key; empty if there is none. */
    Optional<byte[]> get(String key) throws IOException;

    /** Removes a key; nothing happens if there is none. */
    void remove(String key) throws IOException;
}
