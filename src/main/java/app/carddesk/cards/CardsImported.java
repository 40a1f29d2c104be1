package app.carddesk.cards;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;

/** An import ended. */
public record CardsImported(ImportRun run) implements AuditedEvent {

    @Override
    public String act() {
        return run.content() == ImportRun.Content.STOCK ? "stock.imported" : "cards.imported";
    }

    @Override
    public String subjectKind() {
        return "import";
    }

    @Override
    public UUID subjectId() {
        return run.id();
    }

    @Override
    public String after() {
        return run.state() + " accepted=" + run.accepted() + " refused=" + run.refused();
    }
}
