package app.carddesk.evidence;

import java.util.Optional;
import java.util.UUID;

/** The kept copies of pages, for work inside this module that nobody is signed in for. */
public interface PageCopies {

    /**
     * The copy of a page as large as it is kept, a JPEG; empty if it is gone.
     *
     * @param page counted from 1
     */
    Optional<byte[]> copy(UUID proof, int page);
}
