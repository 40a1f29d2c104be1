package app.carddesk.letters;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answered, filed to a case; values that were erased or cannot be opened stand as the timeline has them.
 *
 * @param id its line in the case's story
 * @param sentAt when the mail says it was sent
 * @param quoted what it quotes of earlier mails below; empty where nothing was told apart
 * @param automatic whether no person wrote it
 */
public record Reply(
        UUID id,
        String sender,
        String subject,
        String text,
        String quoted,
        @Nullable Instant sentAt,
        boolean automatic,
        List<ReplyFile> files) {

    /** Nothing personal, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "Reply[" + id + "]";
    }
}
