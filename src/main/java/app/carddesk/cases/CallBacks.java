package app.carddesk.cases;

import app.carddesk.access.ForDesk;
import app.carddesk.shared.Installation;
import app.carddesk.shared.RetriedOnContention;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises to call customers back: when, in the installation's zone, and who does it. A case has one at a time. */
@Service
@ForDesk
@RetriedOnContention
@Transactional
public class CallBacks {

    private final CallBackRows rows;
    private final CaseStore cases;
    private final OwnCase own;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Installation installation;

    CallBacks(
            CallBackRows rows,
            CaseStore cases,
            OwnCase own,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock,
            Installation installation) {
        this.rows = rows;
        this.cases = cases;
        this.own = own;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
        this.installation = installation;
    }

    @Transactional(readOnly = true)
    public Optional<CallBack> of(UUID caseId) {
        return rows.of(caseId);
    }

    /**
     * Agrees on a call-back, or moves the one there is.
     *
     * @param at in the installation's zone, and yet to come
     */
    public CaseAct agree(UUID caseId, LocalDateTime at, UUID by) {
        Instant instant = at.atZone(installation.zone()).toInstant();
        if (!instant.isAfter(clock.instant())) {
            return new CaseAct.Refused(CaseRefusal.IN_THE_PAST);
        }
        return write(caseId, Optional.of(new CallBack(instant, by)), Optional.of(at.toLocalDate()));
    }

    /** The customer was called. */
    public CaseAct done(UUID caseId) {
        return write(caseId, Optional.empty(), Optional.empty());
    }

    private CaseAct write(UUID caseId, Optional<CallBack> wanted, Optional<LocalDate> day) {
        if (own.is(caseId)) {
            return new CaseAct.Refused(CaseRefusal.OWN_CASE);
        }
        if (!cases.touch(caseId)) {
            return new CaseAct.Refused(CaseRefusal.CASE_CLOSED);
        }
        Optional<CallBack> was = rows.of(caseId);
        if (was.equals(wanted)) {
            return new CaseAct.Done();
        }
        rows.set(caseId, wanted.orElse(null), day.orElse(null));
        String kind = wanted.isEmpty() ? "call_back.done" : was.isEmpty() ? "call_back.agreed" : "call_back.moved";
        CallBack told = wanted.or(() -> was).orElseThrow();
        timeline.tell(caseId, kind, Canonical.person(told.by()), Canonical.time(told.at()), null);
        events.publishEvent(new CallBackChanged(
                caseId,
                was.map(CallBack::at).orElse(null),
                wanted.map(CallBack::at).orElse(null)));
        return new CaseAct.Done();
    }
}
