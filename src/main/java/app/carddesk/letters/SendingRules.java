package app.carddesk.letters;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.EmailAddress;
import app.carddesk.letters.LettersOfCase.Wanted;
import app.carddesk.letters.SentLetter.Refusal;
import app.carddesk.replacements.Basis;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.shared.RedemptionCodes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people may send, and where to. */
@Component
class SendingRules {

    private final CaseGuard guard;
    private final Replacements replacements;
    private final CurrentPerson person;

    SendingRules(CaseGuard guard, Replacements replacements, CurrentPerson person) {
        this.guard = guard;
        this.replacements = replacements;
        this.person = person;
    }

    /** Why a letter cannot be written like this. */
    Optional<Refusal> refusal(Wanted wanted) {
        LetterText text = wanted.text();
        if (guard.isAboutMe(wanted.caseId())) {
            return Optional.of(Refusal.OWN_CASE);
        }
        if (!wanted.kind().isWrittenByHand() || text.body().contains(LetterText.CODE)) {
            return Optional.of(Refusal.NOT_BY_HAND);
        }
        if (text.subject().isBlank()) {
            return Optional.of(Refusal.SUBJECT_MISSING);
        }
        if (text.body().isBlank()) {
            return Optional.of(Refusal.BODY_MISSING);
        }
        if (text.subject().length() > LetterText.LONGEST_SUBJECT
                || text.subject().strip().lines().count() > 1
                || text.body().length() > LetterText.LONGEST_BODY) {
            return Optional.of(Refusal.TOO_LONG);
        }
        if (RedemptionCodes.containsCode(text.subject()) || RedemptionCodes.containsCode(text.body())) {
            return Optional.of(Refusal.HOLDS_CODE);
        }
        return wanted.address() != null && EmailAddress.parse(wanted.address()).isEmpty()
                ? Optional.of(Refusal.NOT_AN_ADDRESS)
                : Optional.empty();
    }

    /**
     * Why a letter cannot be sent once more.
     *
     * @param was where it went; null where nobody had said it
     * @param now where it is to go; null where what was typed is no address
     */
    Optional<Refusal> refusal(Letter letter, @Nullable String was, @Nullable String now) {
        if (guard.isAboutMe(letter.caseId())) {
            return Optional.of(Refusal.OWN_CASE);
        }
        if (letter.state() == LetterState.SENDING) {
            return Optional.of(Refusal.UNDER_WAY);
        }
        if (now == null) {
            return Optional.of(Refusal.NOT_AN_ADDRESS);
        }
        boolean elsewhere = was == null || !was.equalsIgnoreCase(now);
        return letter.kind().carriesCode() && elsewhere && !maySendCodeElsewhere(letter)
                ? Optional.of(Refusal.CODE_ELSEWHERE)
                : Optional.empty();
    }

    /**
     * What somebody else decided on goes nowhere else on the word of whoever asked for it. Within the limit nobody
     * decided, and the agent answers for the address as before.
     */
    private boolean maySendCodeElsewhere(Letter letter) {
        Optional<ReplacementRequest> request =
                letter.request() == null ? Optional.empty() : replacements.find(letter.request());
        return request.isPresent()
                && (request.get().basis() == Basis.WITHIN_LIMIT
                        || (person.has(Role.SUPERVISOR)
                                && !request.get().requestedBy().equals(person.id())));
    }

    /** What somebody typed as an address; null if it is none. */
    static @Nullable String address(@Nullable String typed) {
        return typed == null
                ? null
                : EmailAddress.parse(typed).map(EmailAddress::value).orElse(null);
    }
}
