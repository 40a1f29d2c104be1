package app.carddesk.letters;

import app.carddesk.cases.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the redemption code of a replacement may go, and how often.
 *
 * @param decided the address that was decided on: that of the letter the replacement was issued with, or the one two
 *     people agreed on since; null while nobody has said any
 * @param letters how many letters carry the code, also those that wait
 * @param most how many go out without a second person
 * @param waiting the request that waits for a decision, if there is one
 */
public record CodeDestination(
        @Nullable String decided,
        int letters,
        int most,
        @Nullable CodeAddressRequest waiting) {

    /** Whether one more letter may go out to the same address without a second person. */
    public boolean isOneMoreFree() {
        return letters < most;
    }

    /** Whether this is the address that was decided on, written with other capitals at most; ı and i are two mailboxes. */
    boolean isDecided(@Nullable String address) {
        return decided != null
                && address != null
                && key(decided).isPresent()
                && key(decided).equals(key(address));
    }

    private static Optional<String> key(String address) {
        return EmailAddress.parse(address).map(EmailAddress::key);
    }

    /** Nothing personal, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "CodeDestination[" + letters + " of " + most + "]";
    }
}
