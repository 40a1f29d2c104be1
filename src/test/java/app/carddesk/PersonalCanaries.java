package app.carddesk;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.PersonalValue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes down every personal value any test brings about, so that it is looked for in the log. */
@Component
class PersonalCanaries {

    @EventListener
    void on(AuditedEvent event) {
        event.personal().stream().map(PersonalValue::text).forEach(Canaries::add);
    }
}
