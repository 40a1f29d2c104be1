package app.carddesk.letters;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cases.CaseGuard;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.shared.Words;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may decide where a code goes: nobody who had a hand in the replacement, its case or its letters. */
@Component
class CodeAddressRules {

    /** Lines of a case's story that only somebody who handled the replacement or its letters can have written. */
    private static final Set<String> HANDLING = Set.of(
            "replacement.requested",
            "replacement.referred",
            "replacement.answered",
            "replacement.approved",
            "replacement.overruled",
            "replacement.returned",
            "replacement.refused",
            "replacement.issued",
            "replacement.issuedWithinLimit",
            "letter.written",
            "letter.writtenEdited",
            "letter.printed",
            "letter.again");

    private final CodeAddressStore store;
    private final LetterStore letters;
    private final CaseGuard guard;
    private final CurrentPerson person;

    CodeAddressRules(CodeAddressStore store, LetterStore letters, CaseGuard guard, CurrentPerson person) {
        this.store = store;
        this.letters = letters;
        this.guard = guard;
        this.person = person;
    }

    /** Why the person signed in is not the one to decide on a request; whether they are a supervisor is not asked here. */
    Optional<CodeAddressRefusal> notByMe(CodeAddressRequest asked, ReplacementRequest replaced) {
        UUID me = person.id();
        if (guard.isAboutMe(asked.caseId())) {
            return Optional.of(CodeAddressRefusal.OWN_CASE);
        }
        if (store.of(asked.replacement()).stream().anyMatch(one -> one.by().equals(me))) {
            return Optional.of(CodeAddressRefusal.OWN_REQUEST);
        }
        if (replaced.requestedBy().equals(me)
                || replaced.decisions().stream().anyMatch(taken -> taken.by().equals(me))) {
            return Optional.of(CodeAddressRefusal.OWN_REPLACEMENT);
        }
        if (guard.hasHandled(asked.caseId()) || guard.hasTold(asked.caseId(), HANDLING)) {
            return Optional.of(CodeAddressRefusal.OWN_WORK);
        }
        return guard.isAddressMine(asked.caseId()) ? Optional.of(CodeAddressRefusal.OWN_ADDRESS) : Optional.empty();
    }

    /** Whether the newest letter with the code has not left, so that sending it again adds none. */
    boolean isHere(UUID replacement) {
        return letters.newestOf(replacement)
                .filter(letter -> letter.state().isHere())
                .isPresent();
    }

    /** What is wrong with words that explain a request or a decision. */
    Optional<CodeAddressRefusal> fault(String words) {
        return Words.fault(words).map(fault -> switch (fault) {
            case MISSING -> CodeAddressRefusal.WORDS_MISSING;
            case TOO_LONG -> CodeAddressRefusal.WORDS_TOO_LONG;
            case HOLDS_CODE -> CodeAddressRefusal.WORDS_HOLD_CODE;
        });
    }
}
