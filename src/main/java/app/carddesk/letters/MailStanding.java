package app.carddesk.letters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How mail stands that is to leave.
 *
 * @param server the mail server's name; null where none is named, so that letters wait
 * @param exposed whether mail may leave unencrypted to another machine
 * @param from the address mail comes from
 * @param trouble why none leaves at present; null where nothing is known to be wrong
 * @param since when that was first met; null without trouble
 */
public record MailStanding(
        @Nullable String server,
        boolean exposed,
        String from,
        @Nullable MailTrouble trouble,
        @Nullable Instant since) {

    /** Whether letters leave. */
    public boolean runs() {
        return server != null && trouble == null;
    }
}
