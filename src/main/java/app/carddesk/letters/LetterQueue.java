package app.carddesk.letters;

import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseSummary;
import app.carddesk.replacements.ReplacementIssued;
import app.carddesk.replacements.RequestChanged;
import app.carddesk.replacements.RequestState;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues the letters that follow from a request, in the transaction of what they tell: with the words and the address of
 * that moment, so that what was decided goes where it was decided to go.
 */
@Component
class LetterQueue {

    private final LetterStore letters;
    private final LetterWriter writer;
    private final LetterBook book;
    private final CaseFile cases;
    private final Ids ids;
    private final Clock clock;

    LetterQueue(LetterStore letters, LetterWriter writer, LetterBook book, CaseFile cases, Ids ids, Clock clock) {
        this.letters = letters;
        this.writer = writer;
        this.book = book;
        this.cases = cases;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReplacementIssued event) {
        queue(LetterKind.REPLACEMENT_ISSUED, event.caseId(), event.request(), event.replacement(), event.newCard());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestChanged event) {
        if (event.now() == RequestState.REFUSED) {
            queue(LetterKind.REQUEST_REFUSED, event.caseId(), event.request(), null, null);
        }
    }

    private void queue(LetterKind kind, UUID caseId, UUID request, @Nullable UUID replacement, @Nullable UUID newCard) {
        CaseSummary summary = cases.get(caseId);
        Language known = summary.customerLanguage();
        Language language = known == null ? Language.EN : known;
        String address = cases.customerEmail(caseId).orElse(null);
        Instant now = clock.instant();
        Letter letter = new Letter(
                ids.next(),
                caseId,
                summary.number(),
                kind,
                language,
                LetterState.WAITING,
                false,
                null,
                request,
                replacement,
                newCard,
                null,
                0,
                address == null ? LetterProblem.NO_ADDRESS : null,
                now,
                address == null ? null : now,
                null,
                null,
                null);
        letters.add(new LetterStore.Draft(
                letter, summary.customerId(), writer.write(caseId, kind, language, request, newCard), address));
        book.tell(letter, LetterAct.QUEUED, address, null, null);
    }
}
