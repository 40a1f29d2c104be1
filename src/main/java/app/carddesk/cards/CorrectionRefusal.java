package app.carddesk.cards;

import app.carddesk.shared.CardState;
import app.carddesk.shared.Words;
import app.carddesk.shared.Worth;

/** Why a correction was not asked for, or not carried out. Nothing was changed. */
public sealed interface CorrectionRefusal {

    /** A card in this state is not corrected in this way. */
    record NotInState(CardState state) implements CorrectionRefusal {}

    /** Another balance stands on the card by now. */
    record BalanceChanged(Worth now) implements CorrectionRefusal {}

    /** More than the card, or the first of the cards it replaces, was sold for. */
    record AboveFaceValue(Worth faceValue) implements CorrectionRefusal {}

    /** The amount is in another unit than the card, or is what stands there already. */
    record NothingToCorrect() implements CorrectionRefusal {}

    /** Below zero the entry would lead; the money is no longer on the card. */
    record NotCovered(Worth balance) implements CorrectionRefusal {}

    /** Activations, replacements and reversals are not taken back, and nothing is taken back twice. */
    record NotReversible() implements CorrectionRefusal {}

    /** A correction of this card waits already. */
    record AlreadyAsked() implements CorrectionRefusal {}

    /** Whoever asked does not confirm or refuse: a second person does. */
    record OwnCorrection() implements CorrectionRefusal {}

    /** Only whoever asked takes it back. */
    record NotYours() implements CorrectionRefusal {}

    /** It was confirmed, refused or withdrawn before. */
    record Over(CorrectionState now) implements CorrectionRefusal {}

    /** What was written cannot be kept. */
    record UnfitWords(Words.Fault fault) implements CorrectionRefusal {}

    /** The key was used before, for something else. */
    record KeyReused() implements CorrectionRefusal {}

    /** The key is empty or too long. */
    record KeyUnfit() implements CorrectionRefusal {}
}
