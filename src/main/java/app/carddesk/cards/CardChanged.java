package app.carddesk.cards;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.CardState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card changed its state at the desk. Imported histories are not announced one by one; the import itself is.
 *
 * @param reason a {@link CardHistory.ChangeReason} or a {@link VoidReason}
 */
public record CardChanged(
        UUID card, CardState from, CardState to, @Nullable String reason) implements AuditedEvent {

    @Override
    public String act() {
        return switch (to) {
            case NOT_ACTIVATED -> "card.registered";
            case ACTIVE -> "card.activated";
            case LINKED -> "card.linked";
            case VOIDED -> "card.voided";
            case REPLACED -> "card.replaced";
        };
    }

    @Override
    public String subjectKind() {
        return "card";
    }

    @Override
    public UUID subjectId() {
        return card;
    }

    @Override
    public String before() {
        return from.name();
    }

    @Override
    public String after() {
        return to.name();
    }
}
