package app.carddesk.letters.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was read: nothing in it is trusted, redemption codes are masked, and everything is fit to be shown.
 *
 * @param id its identifier; null where it says none
 * @param sha256 of its bytes, in hexadecimal
 * @param answers the identifiers of the mails it answers
 * @param sender the name it came under, or the address; never blank
 * @param address where it says it came from; null where it says none
 * @param sentAt when it says it was sent
 * @param text what was written anew
 * @param quoted what was quoted below it from earlier mails; empty where nothing was told apart
 * @param automatic whether no person wrote it, such as a note that somebody is on holiday
 * @param notice what it tells of a delivery, if it does
 */
public record IncomingMail(
        @Nullable String id,
        String sha256,
        List<String> answers,
        String sender,
        @Nullable String address,
        @Nullable Instant sentAt,
        String subject,
        String text,
        String quoted,
        List<Attachment> attachments,
        boolean automatic,
        @Nullable DeliveryNotice notice) {

    /** Nothing personal, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "IncomingMail[" + sha256 + "]";
    }
}
