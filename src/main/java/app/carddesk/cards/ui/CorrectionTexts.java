package app.carddesk.cards.ui;

import app.carddesk.cards.Correcting;
import app.carddesk.cards.Correction;
import app.carddesk.cards.CorrectionRefusal;
import app.carddesk.cards.CorrectionState;
import app.carddesk.shared.Worth;
import app.carddesk.shared.ui.Faults;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.Tone;

/** What corrections and their refusals are called on the screens. */
final class CorrectionTexts {

    private static final String REFUSAL = "cards.correction.refusal.";

    private CorrectionTexts() {}

    /** Why nothing was done, and what can be done about it. */
    static String of(CorrectionRefusal refusal) {
        return switch (refusal) {
            case CorrectionRefusal.NotInState(var state) -> Texts.t(REFUSAL + "state." + state.name());
            case CorrectionRefusal.BalanceChanged(Worth now) -> Texts.t(REFUSAL + "changed", money(now));
            case CorrectionRefusal.AboveFaceValue(Worth most) -> Texts.t(REFUSAL + "above", money(most));
            case CorrectionRefusal.NothingToCorrect() -> Texts.t(REFUSAL + "nothing");
            case CorrectionRefusal.NotCovered(Worth balance) -> Texts.t(REFUSAL + "notCovered", money(balance));
            case CorrectionRefusal.NotReversible() -> Texts.t(REFUSAL + "notReversible");
            case CorrectionRefusal.AlreadyAsked() -> Texts.t(REFUSAL + "alreadyAsked");
            case CorrectionRefusal.OwnCorrection() -> Texts.t(REFUSAL + "own");
            case CorrectionRefusal.NotYours() -> Texts.t(REFUSAL + "notYours");
            case CorrectionRefusal.Over(CorrectionState now) -> Texts.t(REFUSAL + "over", Texts.of(now));
            case CorrectionRefusal.UnfitWords(var fault) -> Faults.of(fault);
            case CorrectionRefusal.KeyReused() -> Texts.t("replacements.refusal.key");
            case CorrectionRefusal.KeyUnfit() -> Texts.t("replacements.refusal.key");
        };
    }

    /** What it does: the balance before and after. */
    static String change(Worth before, Worth after) {
        return Texts.t("cards.correction.change", money(before), money(after));
    }

    static String change(Correction correction) {
        return change(correction.before(), correction.after());
    }

    static Tone tone(CorrectionState state) {
        return switch (state) {
            case ASKED -> Tone.WARN;
            case CONFIRMED -> Tone.OK;
            case REFUSED -> Tone.BAD;
            case WITHDRAWN -> Tone.PLAIN;
        };
    }

    /**
     * Says what came of an act.
     *
     * @return whether it was done
     */
    static boolean tell(Correcting came) {
        return switch (came) {
            case Correcting.Done(Correction _, CorrectionState reached) -> {
                Toasts.success(Texts.t("cards.correction.reached." + reached.name()));
                yield true;
            }
            case Correcting.Refused(CorrectionRefusal why) -> {
                Toasts.failure(of(why));
                yield false;
            }
        };
    }

    private static String money(Worth worth) {
        return Formats.current().money(worth);
    }
}
