package app.carddesk.letters.ui;

import app.carddesk.letters.LetterState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The letters that are looked at together in the outbox. */
enum OutboxShelf {
    ALL(),
    WAITING(LetterState.WAITING, LetterState.SENDING),
    FAILED(LetterState.FAILED),
    BOUNCED(LetterState.BOUNCED),
    SENT(LetterState.SENT),
    PRINTED(LetterState.PRINTED);

    private final List<LetterState> states;

    OutboxShelf(LetterState... states) {
        this.states = Arrays.asList(states);
    }

    /** Which states they are in; none stands for all. */
    List<LetterState> states() {
        return states;
    }

    int count(Map<LetterState, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> states.isEmpty() || states.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
