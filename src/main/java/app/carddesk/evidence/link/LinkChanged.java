package app.carddesk.evidence.link;

import app.carddesk.evidence.EvidenceEvent;
import java.util.Locale;
import java.util.UUID;

/** Something happened to a one-time link. Published in the transaction of the change. */
public record LinkChanged(UUID link, UUID owner, What what) implements EvidenceEvent {

    /** What can happen to a link. */
    public enum What {
        MADE,
        /** It was handed to the mail server that serves the customer's address. */
        MAILED,
        /** A phone opened it, which it belongs to from now on. */
        OPENED,
        /** By whoever works on the case, by a newer link, with the case, or because its maker may not sign in any more. */
        CLOSED
    }

    @Override
    public String act() {
        return "upload_link." + what.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String after() {
        return link.toString();
    }
}
