package app.carddesk.evidence.link;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Sends a link to the customer's address. Implemented by the module that sends mail; without one, nothing is sent. */
public interface LinkMail {

    /** Whether mail can be sent from here at all. */
    boolean isReady();

    /** Where mail about a case goes; empty if the customer's address is not known. */
    Optional<String> addressOf(UUID owner);

    /**
     * Sends a message in the background.
     *
     * @param told the outcome, once it is known, on a thread of its own
     */
    void send(UUID owner, LinkMessage message, Consumer<Outcome> told);

    /** What became of a message. */
    enum Outcome {
        /** The mail server took it. */
        SENT,
        /** The mail server refused it, or could not be reached. */
        FAILED,
        /** The mail server cannot carry mail to this address. */
        OTHER_ADDRESS,
        /** More messages wait than are taken at once. */
        BUSY
    }
}
