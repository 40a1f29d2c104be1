package app.carddesk.cards.ui;

import app.carddesk.shared.CardState;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;

/** A card's state in a word. */
public class CardStateBadge extends Badge {

    public CardStateBadge(CardState state) {
        super(Texts.of(state), tone(state));
    }

    private static Tone tone(CardState state) {
        return switch (state) {
            case NOT_ACTIVATED -> Tone.WARN;
            case ACTIVE -> Tone.OK;
            case LINKED, REPLACED -> Tone.PLAIN;
            case VOIDED -> Tone.BAD;
        };
    }
}
