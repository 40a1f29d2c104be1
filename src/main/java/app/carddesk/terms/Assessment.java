package app.carddesk.terms;

import app.carddesk.shared.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The verdict: a pure function from facts to an outcome with its reasons. */
public final class Assessment {

    /** Rows 2 to 24, highest first. Row 1 stands before them all, row 25 where none of them applies. */
    private static final List<Function<Situation, Optional<Verdict.Reason>>> ROWS = List.of(
            RegisterRows::topUpCard,
            RegisterRows::replacedBefore,
            RegisterRows::voided,
            RegisterRows::linkedNotRefreshed,
            RegisterRows::linkedStillMissing,
            RegisterRows::linkedAccountUnknown,
            RegisterRows::linkedToAnother,
            RegisterRows::notActivatedRetailerNotAsked,
            RegisterRows::notActivatedRetailerAsked,
            CoverRows::lostAfterRiskPassed,
            CoverRows::lostOtherwise,
            CoverRows::expiredBeforeReport,
            CoverRows::nothingUnused,
            ActiveCardRows::factsUnknown,
            ActiveCardRows::triedInWrongPlace,
            ActiveCardRows::triedInOtherRegion,
            ActiveCardRows::charactersNotChecked,
            ActiveCardRows::contradictsRegister,
            ActiveCardRows::contradictsRegisterStill,
            ActiveCardRows::proofMissing,
            ActiveCardRows::proofUnobtainable,
            ActiveCardRows::noTermsOnFile,
            ActiveCardRows::boughtOutsideRegion);

    private Assessment() {}

    /** Draws the verdict. Every row of the table that applies becomes a reason; the highest one gives the outcome. */
    public static Verdict of(Facts facts) {
        var card = facts.card();
        if (card == null) {
            return new Verdict(List.of(cardNotFound(facts)));
        }
        var now = new Situation(facts, card);
        var reasons = ROWS.stream()
                .map(row -> row.apply(now))
                .flatMap(Optional::stream)
                .toList();
        return new Verdict(
                reasons.isEmpty() ? ActiveCardRows.replacementDue(now).stream().toList() : reasons);
    }

    /** A card that is lost has no back to photograph; whether an unknown one is digital, nobody can say. */
    private static Verdict.Reason cardNotFound(Facts facts) {
        boolean lost = facts.report().problem() == Problem.LOST_OR_STOLEN;
        return Findings.of(Rule.CARD_NOT_FOUND)
                .sawIfKnown(facts.report().problem(), Fact.Reported::new)
                .then(Step.PROPOSE_LOOK_ALIKES)
                .thenIf(!lost, Step.ASK_FOR_PICTURE_OF_BACK)
                .then(Step.ASK_FOR_EMAIL_OR_RECEIPT)
                .reason(null);
    }
}
