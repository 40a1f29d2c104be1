package app.carddesk.cases.ui;

import app.carddesk.cases.CaseState;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;

/** Where a case stands, in a word. */
final class StateBadge extends Badge {

    StateBadge(CaseState state) {
        super(Texts.of(state), tone(state));
    }

    private static Tone tone(CaseState state) {
        return switch (state) {
            case OPEN -> Tone.PLAIN;
            case WAITING_FOR_CUSTOMER, WAITING_FOR_RETAILER -> Tone.WARN;
            case WAITING_FOR_REVIEW -> Tone.ACCENT;
            case SOLVED -> Tone.OK;
            case CLOSED_WITHOUT_SOLUTION -> Tone.PLAIN;
        };
    }
}
