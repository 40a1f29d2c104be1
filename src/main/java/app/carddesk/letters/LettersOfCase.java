package app.carddesk.letters;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseSummary;
import app.carddesk.letters.SentLetter.Done;
import app.carddesk.letters.SentLetter.Refusal;
import app.carddesk.letters.SentLetter.Refused;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.shared.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters of a case: the one that suits it now, and those that were written. */
@Service
@ForDesk
public class LettersOfCase {

    private final LetterStore letters;
    private final LetterWriter writer;
    private final LetterRepeats repeats;
    private final LetterBook book;
    private final MailCarrier carrier;
    private final MailHalts halts;
    private final LetterPdf pdf;
    private final SendingRules rules;
    private final CaseFile cases;
    private final CaseGuard guard;
    private final Replacements replacements;
    private final CurrentPerson person;
    private final Clock clock;

    LettersOfCase(
            LetterStore letters,
            LetterWriter writer,
            LetterRepeats repeats,
            LetterBook book,
            MailCarrier carrier,
            MailHalts halts,
            LetterPdf pdf,
            SendingRules rules,
            CaseFile cases,
            CaseGuard guard,
            Replacements replacements,
            CurrentPerson person,
            Clock clock) {
        this.letters = letters;
        this.writer = writer;
        this.repeats = repeats;
        this.book = book;
        this.carrier = carrier;
        this.halts = halts;
        this.pdf = pdf;
        this.rules = rules;
        this.cases = cases;
        this.guard = guard;
        this.replacements = replacements;
        this.person = person;
        this.clock = clock;
    }

    /**
     * A letter that can be written.
     *
     * @param address the customer's, if it is known
     */
    public record Proposal(
            LetterKind kind,
            Language language,
            LetterText text,
            @Nullable String address) {

        @Override
        public String toString() {
            return "Proposal[" + kind + ", " + language + "]";
        }
    }

    /** How mail stands that is to leave. */
    @Transactional(readOnly = true)
    public MailStanding mail() {
        return halts.standing(carrier);
    }

    /** All letters of a case, newest first. */
    @Transactional(readOnly = true)
    public List<Letter> of(UUID caseId) {
        return letters.ofCase(caseId);
    }

    /** A letter with its words and its address; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<LetterCopy> read(UUID letter) {
        return letters.read(letter);
    }

    /**
     * A letter as a PDF, for print or post; empty for one that carries a code, which is mailed and never printed. A
     * download is an act.
     */
    @Transactional
    public Optional<byte[]> pdf(UUID letter) {
        Optional<LetterCopy> copy = letters.read(letter)
                .filter(found -> !found.letter().kind().carriesCode())
                .filter(found -> !guard.isAboutMe(found.letter().caseId()));
        copy.ifPresent(found -> book.audit(found.letter(), LetterAct.DOWNLOADED));
        return copy.map(pdf::of);
    }

    /** What suits the case as it stands: its request while that is under way, else its verdict. */
    @Transactional(readOnly = true)
    public LetterKind suiting(CaseDossier dossier) {
        return replacements.ofCase(dossier.summary().id()).stream()
                .findFirst()
                .flatMap(LettersOfCase::suiting)
                .orElseGet(() -> LetterKind.of(dossier.verdict().outcome()));
    }

    private static Optional<LetterKind> suiting(ReplacementRequest request) {
        return switch (request.state()) {
            case PENDING -> Optional.of(LetterKind.REQUEST_RECEIVED);
            case RETURNED -> Optional.of(LetterKind.REQUEST_RETURNED);
            case WAITING_FOR_STOCK -> Optional.of(LetterKind.WAITING_FOR_STOCK);
            case ISSUED, REFUSED, WITHDRAWN -> Optional.empty();
        };
    }

    /** A letter of this kind as it would go out now. */
    @Transactional(readOnly = true)
    public Proposal propose(UUID caseId, LetterKind kind, @Nullable Language language) {
        Language known = cases.get(caseId).customerLanguage();
        Language chosen = language != null ? language : known != null ? known : Language.EN;
        return new Proposal(
                kind,
                chosen,
                writer.write(caseId, kind, chosen, null, null),
                cases.customerEmail(caseId).orElse(null));
    }

    /**
     * A letter as somebody wants it.
     *
     * @param id made by whoever asks: asked for twice, it is one letter
     * @param address where it is mailed to; null for paper
     */
    public record Wanted(
            UUID id,
            UUID caseId,
            LetterKind kind,
            Language language,
            LetterText text,
            @Nullable String address) {

        @Override
        public String toString() {
            return "Wanted[" + id + ", " + kind + "]";
        }
    }

    /** Puts a letter into the outbox, or down for print where it has no address. */
    @Transactional
    public SentLetter write(Wanted wanted) {
        guard.hold(wanted.caseId());
        Optional<Letter> before = letters.find(wanted.id());
        if (before.isPresent()) {
            return new Done(before.get());
        }
        Optional<Refusal> refusal = rules.refusal(wanted);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        CaseSummary summary = cases.get(wanted.caseId());
        LetterText shipped = writer.write(wanted.caseId(), wanted.kind(), wanted.language(), null, null);
        LetterText text = new LetterText(
                wanted.text().subject().strip(), wanted.text().body().strip());
        boolean edited = !text.subject().equals(shipped.subject().strip())
                || !text.body().equals(shipped.body().strip());
        String address = SendingRules.address(wanted.address());
        Instant now = clock.instant();
        boolean paper = address == null;
        Letter letter = new Letter(
                wanted.id(),
                wanted.caseId(),
                summary.number(),
                wanted.kind(),
                wanted.language(),
                paper ? LetterState.PRINTED : LetterState.WAITING,
                edited,
                person.id(),
                null,
                null,
                null,
                null,
                0,
                null,
                now,
                paper ? null : now,
                paper ? now : null,
                null,
                null);
        letters.add(new LetterStore.Draft(letter, summary.customerId(), text, address));
        book.tell(
                letter,
                paper ? LetterAct.PRINTED : edited ? LetterAct.WRITTEN_EDITED : LetterAct.WRITTEN,
                address,
                edited ? text.subject() + "\n\n" + text.body() : null,
                null);
        return new Done(letter);
    }

    /**
     * Sends a letter once more. One that has not left goes out as it is, to the corrected address; one that has left is
     * repeated, word for word. A code goes only where it was decided to go, and so often as goes without a second
     * person; for anything else see {@link CodeAddresses}.
     *
     * @param id of the repeated letter, made by whoever asks
     */
    @Transactional
    public SentLetter again(UUID letterId, UUID id, String to) {
        Letter found = letters.find(letterId).orElseThrow();
        guard.hold(found.caseId());
        Optional<Letter> before = letters.find(id);
        if (before.isPresent()) {
            return new Done(before.get());
        }
        Letter letter = letters.lock(letterId).orElseThrow();
        String address = SendingRules.address(to);
        Optional<Refusal> refusal = rules.refusal(letter, address);
        if (refusal.isPresent() || address == null) {
            Refusal why = refusal.orElse(Refusal.NOT_AN_ADDRESS);
            return new Refused(
                    why == Refusal.NOT_AN_ADDRESS && SendingRules.readsOtherwise(to) ? Refusal.READS_OTHERWISE : why);
        }
        return new Done(repeats.send(letter, id, rules.goesTo(letter, address), person.id()));
    }
}
