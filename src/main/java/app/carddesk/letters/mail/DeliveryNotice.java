package app.carddesk.letters.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail system tells of the delivery of a mail (RFC 3464). Of the mail that was returned with it only the
 * identifier is known.
 *
 * @param originals the identifiers of the mails it can be about, the likeliest first
 * @param status the code of RFC 3463, such as {@code 5.1.1}; null where none is said
 * @param words what the mail system says, with addresses covered and codes masked; empty where it says nothing
 */
public record DeliveryNotice(
        List<String> originals, Fate fate, @Nullable String status, String words) {

    /** What became of the mail. */
    public enum Fate {
        /** It is given up. */
        FAILED,
        /** It is tried again; whoever sent it need do nothing. */
        DELAYED,
        /** It arrived, was handed on, or nothing certain is said. */
        OTHER
    }

    /** Nothing personal, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "DeliveryNotice[" + fate + ", " + status + "]";
    }
}
