package app.carddesk.cards;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;

/** The redemption code of an issued card was put into a letter. Published in the transaction that read it. */
record CodeReleased(UUID subjectId, UUID letter) implements AuditedEvent {

    @Override
    public String act() {
        return "card.codeReleased";
    }

    @Override
    public String subjectKind() {
        return "card";
    }

    @Override
    public String after() {
        return "letter:" + letter;
    }
}
