package app.carddesk.evidence.store;

import java.io.IOException;
import java.util.Optional;

/** Where the contents of evidence are kept, each under an address that follows from the content itself. */
public interface EvidenceStore {

    /** Keeps a content, whole or not at all, and gives its address; the same content has the same address. */
    String put(byte[] content) throws IOException;

    /** The content at an address; empty if there is none. */
    Optional<byte[]> get(String address) throws IOException;

    /** Removes the content at an address; nothing happens if there is none. */
    void remove(String address) throws IOException;
}
