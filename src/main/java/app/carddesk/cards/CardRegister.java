package app.carddesk.cards;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The register: finds cards and moves them through their guarded states. */
@Service
public class CardRegister {

    CardRegister() {}

    public Optional<Card> find(Serial serial) {
        throw new UnsupportedOperationException();
    }

    public Optional<Card> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Reads a card and holds its row until the transaction ends, so that nothing changes between a look and an act. */
    public Optional<Card> lock(UUID id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Replaces a card: takes one card of the same kind, form, region and unit from the stock, moves the unused balance
     * to it, marks the old card replaced and links both. Part of the caller's transaction; all or nothing.
     *
     * @param reference what the journal entries refer to, for example the request's identifier
     */
    public Replacing replace(UUID card, UUID reference) {
        throw new UnsupportedOperationException();
    }

    /**
     * Books the activation of an unactivated card at its face value, for a supervisor who decides for the customer.
     * Part of the caller's transaction.
     *
     * @return false if the card is not in the state {@code NOT_ACTIVATED}
     */
    public boolean bookActivation(UUID card, UUID reference) {
        throw new UnsupportedOperationException();
    }
}
