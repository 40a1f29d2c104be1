package app.carddesk.replacements;

import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the case and the audit trail of a step a request has taken. Part of the transaction that took it. */
@Component
class RequestSteps {

    private final RequestRows rows;
    private final CaseFile cases;
    private final ApplicationEventPublisher events;

    RequestSteps(RequestRows rows, CaseFile cases, ApplicationEventPublisher events) {
        this.rows = rows;
        this.cases = cases;
        this.events = events;
    }

    /**
     * @param was the request before the step
     * @param line what the case's timeline calls it
     * @param words what whoever took it wrote
     */
    Handled told(ReplacementRequest was, RequestState now, CaseState caseNow, String line, @Nullable String words) {
        cases.record(was.caseId(), line, null, null, words);
        cases.move(was.caseId(), caseNow);
        events.publishEvent(new RequestChanged(was.id(), was.caseId(), was.customerId(), was.state(), now));
        return done(was.id(), now);
    }

    /** The request as it stands after a step. */
    Handled done(UUID request, RequestState reached) {
        return new Handled.Done(rows.find(request).orElseThrow(), reached);
    }
}
