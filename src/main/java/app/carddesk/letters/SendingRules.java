package app.carddesk.letters;

import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.EmailAddress;
import app.carddesk.letters.LettersOfCase.Wanted;
import app.carddesk.letters.SentLetter.Refusal;
import app.carddesk.shared.RedemptionCodes;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people may send, and where to. */
@Component
class SendingRules {

    private final CaseGuard guard;
    private final CodeDestinations destinations;

    SendingRules(CaseGuard guard, CodeDestinations destinations) {
        this.guard = guard;
        this.destinations = destinations;
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
        if (wanted.address() != null && RedemptionCodes.containsCode(wanted.address())) {
            return Optional.of(Refusal.NOT_AN_ADDRESS);
        }
        return Optional.ofNullable(wanted.address())
                .flatMap(EmailAddress::fault)
                .map(fault -> switch (fault) {
                    case NOT_AN_ADDRESS -> Refusal.NOT_AN_ADDRESS;
                    case READS_OTHERWISE -> Refusal.READS_OTHERWISE;
                });
    }

    /**
     * Why a letter cannot be sent once more. One with a code goes nowhere but where it was decided to go, and that so
     * often as goes without a second person.
     *
     * @param now where it is to go; null where what was typed is no address
     */
    Optional<Refusal> refusal(Letter letter, @Nullable String now) {
        if (guard.isAboutMe(letter.caseId())) {
            return Optional.of(Refusal.OWN_CASE);
        }
        if (letter.state() == LetterState.SENDING) {
            return Optional.of(Refusal.UNDER_WAY);
        }
        if (now == null) {
            return Optional.of(Refusal.NOT_AN_ADDRESS);
        }
        UUID replacement = letter.replacement();
        if (replacement == null) {
            return Optional.empty();
        }
        CodeDestination destination = destinations.of(replacement);
        if (!destination.isDecided(now)) {
            return Optional.of(Refusal.CODE_ELSEWHERE);
        }
        return letter.state().isHere() || destination.isOneMoreFree()
                ? Optional.empty()
                : Optional.of(Refusal.CODE_OFTEN);
    }

    /** Where a letter that may be sent to an address goes: a code to the very address that was decided on. */
    String goesTo(Letter letter, String address) {
        UUID replacement = letter.replacement();
        String decided =
                replacement == null ? null : destinations.of(replacement).decided();
        return decided == null ? address : decided;
    }

    /** Whether what somebody typed would be sent elsewhere than it says. */
    static boolean readsOtherwise(String typed) {
        return EmailAddress.fault(typed)
                .filter(fault -> fault == EmailAddress.Fault.READS_OTHERWISE)
                .isPresent();
    }

    /** What somebody typed as an address; null if mail cannot go there, or it holds a redemption code. */
    static @Nullable String address(@Nullable String typed) {
        return typed == null || EmailAddress.fault(typed).isPresent()
                ? null
                : EmailAddress.parse(typed)
                        .map(EmailAddress::value)
                        .filter(address -> !RedemptionCodes.containsCode(address))
                        .orElse(null);
    }
}
