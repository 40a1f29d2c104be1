package app.carddesk.cards.release;

import java.util.Optional;
import java.util.UUID;

/**
 * Lets the redemption code of a replacement leave the stock, at the moment its letter is handed to the mail server. Each
 * release is an audited act. Nothing but the letters may use this.
 */
public interface CodeRelease {

    /**
     * @param card the card that was issued from the stock
     * @param letter the letter the code is put into
     * @return empty if no code of the stock was issued as that card
     */
    Optional<Released> release(UUID card, UUID letter);

    /** A code on its way into a letter. */
    record Released(String code) {

        /** Nothing of the code, because records are written into messages and logs. */
        @Override
        public String toString() {
            return "Released[••••]";
        }
    }
}
