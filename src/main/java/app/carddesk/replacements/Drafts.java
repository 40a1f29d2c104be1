package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cards.Card;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseGuard;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.terms.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Drafts requests from the case as it stands. Part of the caller's transaction, in which the case and its card are held;
 * holds the customer, the year's counter and the requester.
 */
@Component
class Drafts {

    private final Held held;
    private final RiskSignals signals;
    private final CaseGuard guard;
    private final CurrentPerson person;
    private final Installation installation;
    private final Ids ids;
    private final Clock clock;

    Drafts(
            Held held,
            RiskSignals signals,
            CaseGuard guard,
            CurrentPerson person,
            Installation installation,
            Ids ids,
            Clock clock) {
        this.held = held;
        this.signals = signals;
        this.guard = guard;
        this.person = person;
        this.installation = installation;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new request by the person signed in. */
    ReplacementRequest fresh(CaseDossier dossier, RequestKind kind, @Nullable String words) {
        Instant now = clock.instant();
        Card card = dossier.card();
        Matter matter = Matter.of(dossier);
        int year = now.atZone(installation.zone()).getYear();
        CaseGuard.Contact contact = guard.contact(dossier.summary().id());
        return new ReplacementRequest(
                ids.next(),
                held.nextNumber(year),
                dossier.summary().id(),
                dossier.summary().number(),
                matter.cardId(),
                card == null ? null : card.serial(),
                contact.customer(),
                contact.version(),
                kind,
                matter.rule(),
                matter.amount(),
                signals.of(person.id(), dossier.summary().id(), contact.customer(), card, kind),
                words,
                null,
                RequestState.PENDING,
                null,
                null,
                null,
                person.id(),
                now,
                0,
                List.of());
    }

    /** A returned request as the case stands now; a verdict that says so meanwhile makes a referral a replacement. */
    ReplacementRequest renewed(ReplacementRequest was, CaseDossier dossier, String answer) {
        Card card = dossier.card();
        Matter matter = Matter.of(dossier);
        CaseGuard.Contact contact = guard.contact(was.caseId());
        boolean due = dossier.verdict().outcome() == Outcome.REPLACE;
        return new ReplacementRequest(
                was.id(),
                was.number(),
                was.caseId(),
                was.caseNumber(),
                matter.cardId(),
                card == null ? null : card.serial(),
                contact.customer(),
                contact.version(),
                due ? RequestKind.REPLACEMENT : RequestKind.REFERRAL,
                matter.rule(),
                matter.amount(),
                signals.of(person.id(), was.caseId(), contact.customer(), card, RequestKind.REFERRAL),
                was.words(),
                answer,
                RequestState.PENDING,
                null,
                null,
                null,
                was.requestedBy(),
                was.requestedAt(),
                was.version(),
                was.decisions());
    }
}
