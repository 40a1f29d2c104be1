package app.carddesk.letters;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows where each code may go. What counts is the address in the issuing transaction and what two people decided since;
 * what stands on the case or is typed later never does.
 */
@Component
class CodeDestinations {

    private final LetterStore letters;
    private final CodeAddressStore requests;
    private final CodeSettings settings;

    CodeDestinations(LetterStore letters, CodeAddressStore requests, CodeSettings settings) {
        this.letters = letters;
        this.requests = requests;
        this.settings = settings;
    }

    CodeDestination of(UUID replacement) {
        List<CodeAddressRequest> asked = requests.of(replacement);
        String approved = asked.stream()
                .filter(one -> one.state() == CodeAddressState.APPROVED && one.kind() == CodeAddressKind.ELSEWHERE)
                .findFirst()
                .map(CodeAddressRequest::address)
                .orElse(null);
        CodeAddressRequest waiting = asked.stream()
                .filter(one -> one.state() == CodeAddressState.ASKED)
                .findFirst()
                .orElse(null);
        return new CodeDestination(
                approved == null ? issuedTo(replacement) : approved,
                letters.countOf(replacement),
                settings.mostLetters(),
                waiting);
    }

    /** Whether a letter that carries a code goes where it was decided to go. */
    boolean isDecided(UUID replacement, String address) {
        return of(replacement).isDecided(address);
    }

    /** The first letter's address changes by a decision alone, so it is the one the replacement was issued on. */
    private @Nullable String issuedTo(UUID replacement) {
        return letters.firstOf(replacement)
                .flatMap(letters::read)
                .map(LetterCopy::address)
                .orElse(null);
    }
}
