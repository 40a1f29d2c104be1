package app.carddesk.letters;

import app.carddesk.shared.AuditedEvent;
import java.util.UUID;

/** A supervisor wrote another version of a template. Published in the transaction of the change. */
record TemplateChanged(UUID subjectId, String name, int was, int now) implements AuditedEvent {

    @Override
    public String act() {
        return "letter.templateChanged";
    }

    @Override
    public String subjectKind() {
        return "letterTemplate";
    }

    @Override
    public String stream() {
        return "letterTemplate:" + name;
    }

    @Override
    public String before() {
        return name + " " + was;
    }

    @Override
    public String after() {
        return name + " " + now;
    }
}
