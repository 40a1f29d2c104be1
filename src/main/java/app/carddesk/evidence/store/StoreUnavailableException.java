package app.carddesk.evidence.store;

import java.io.IOException;

/** The store cannot be reached, or does not do what it is asked. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailableException(IOException cause) {
        super("The evidence store does not answer as it should", cause);
    }
}
