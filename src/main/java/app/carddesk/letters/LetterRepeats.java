package app.carddesk.letters;

import app.carddesk.cases.CaseFile;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets letters go out once more, with their code or without one. Part of the caller's transaction, which holds the case. */
@Component
class LetterRepeats {

    private final LetterStore letters;
    private final LetterBook book;
    private final CaseFile cases;
    private final Clock clock;

    LetterRepeats(LetterStore letters, LetterBook book, CaseFile cases, Clock clock) {
        this.letters = letters;
        this.book = book;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * One that has not left goes out as it is, to this address; one that has left is repeated, word for word.
     *
     * @param id of the repeated letter
     * @param by who wants it sent
     * @return the letter that goes out
     */
    Letter send(Letter letter, UUID id, String address, UUID by) {
        Instant now = clock.instant();
        if (letter.state().isHere()) {
            letters.again(letter, address, now);
            book.tell(letter, LetterAct.AGAIN, address, null, null);
            return letters.find(letter.id()).orElseThrow();
        }
        LetterText text = letters.read(letter.id()).orElseThrow().text();
        Letter repeated = new Letter(
                id,
                letter.caseId(),
                letter.caseNumber(),
                letter.kind(),
                letter.language(),
                LetterState.WAITING,
                letter.edited(),
                by,
                letter.request(),
                letter.replacement(),
                letter.newCard(),
                letter.id(),
                0,
                null,
                now,
                now,
                null,
                null,
                null);
        letters.add(new LetterStore.Draft(repeated, cases.get(letter.caseId()).customerId(), text, address));
        book.tell(repeated, LetterAct.AGAIN, address, null, null);
        return repeated;
    }
}
