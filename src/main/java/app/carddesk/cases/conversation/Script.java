package app.carddesk.cases.conversation;

import app.carddesk.cases.StepOutcome;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Problem;
import app.carddesk.shared.Region;
import app.carddesk.terms.Assessment;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Rule;
import app.carddesk.terms.Step;
import app.carddesk.terms.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which steps there are for a case and in what order: first what may help at once (the articles' steps for the reported
 * problem), then what is still to be known, then the proofs. A step that was done stays in its place.
 */
final class Script {

    /** As long as one of these is what the verdict comes to, proofs will be needed. */
    private static final Set<Outcome> TOWARDS_REPLACEMENT =
            EnumSet.of(Outcome.NEEDS_FACTS, Outcome.CHECK_CHARACTERS, Outcome.NEEDS_EVIDENCE, Outcome.REPLACE);

    private static final Set<Step> PROOFS = EnumSet.of(
            Step.COLLECT_FRONT, Step.COLLECT_BACK, Step.COLLECT_EMAIL, Step.COLLECT_RECEIPT, Step.CONFIRM_SERIAL);

    private final Facts facts;
    private final Map<Step, StepOutcome> done;
    private final Verdict verdict;
    private final List<Line> lines = new ArrayList<>();

    private Script(Facts facts, Map<Step, StepOutcome> done) {
        this.facts = facts;
        this.done = done;
        this.verdict = Assessment.of(facts);
    }

    /**
     * @param again whether a fact that is known is asked for anew
     */
    record Line(Step step, boolean again) {}

    static List<Line> of(Facts facts, Map<Step, StepOutcome> done) {
        Script script = new Script(facts, done);
        script.write();
        return List.copyOf(script.lines);
    }

    private void write() {
        Facts.Card card = facts.card();
        if (card == null) {
            unknownCard();
        } else if (card.kind() == CardKind.TOP_UP_CHINA) {
            say(Step.POINT_TO_TOP_UP_GUIDANCE);
        } else {
            switch (card.state()) {
                case REPLACED -> say(Step.SHOW_REPLACEMENT);
                case VOIDED -> {}
                case LINKED -> linked(card);
                case NOT_ACTIVATED -> say(Step.ASK_RETAILER);
                case ACTIVE -> active(card);
            }
        }
    }

    private void unknownCard() {
        say(Step.PROPOSE_LOOK_ALIKES);
        if (facts.report().problem() != Problem.LOST_OR_STOLEN) {
            say(Step.ASK_FOR_PICTURE_OF_BACK);
        }
        say(Step.ASK_FOR_EMAIL_OR_RECEIPT);
    }

    private void linked(Facts.Card card) {
        say(Step.ASK_WHOSE_ACCOUNT);
        if (card.account() == Facts.LinkedAccount.OWN) {
            refresh(card);
        }
    }

    private void refresh(Facts.Card card) {
        say(Step.SIGN_OUT_AND_IN);
        if (card.kind() == CardKind.APPLE_MUSIC) {
            say(Step.SHOW_MEMBERSHIP);
        }
    }

    private void active(Facts.Card card) {
        say(Step.ASK_PROBLEM);
        if (facts.report().problem() == Problem.LOST_OR_STOLEN) {
            lost();
        } else if (applies(Rule.EXPIRED_BEFORE_REPORT)) {
            say(Step.EXPLAIN_EXPIRY);
        } else if (applies(Rule.NOTHING_UNUSED)) {
            refresh(card);
            say(Step.EXPLAIN_BALANCE);
        } else if (rightPlace() && rightRegion()) {
            tryToHelp(card);
            if (done.get(Step.CHECK_EXPIRY) != StepOutcome.YES) {
                whatIsMissing();
            }
        }
    }

    private void lost() {
        say(Step.ASK_WHEN_LOST);
        say(Step.ASK_PURCHASE_DATE);
        say(Step.ASK_PURCHASE_COUNTRY);
        if (applies(Rule.LOST_AFTER_RISK_PASSED)) {
            say(Step.EXPLAIN_RISK);
        }
    }

    /** Whether it makes sense to go on: not once the place is known to be wrong and no other can be tried. */
    private boolean rightPlace() {
        sayIf(couldBeTried(), Step.ASK_PLACE);
        boolean wrong = applies(Rule.TRIED_IN_WRONG_PLACE);
        sayIf(wrong, Step.NAME_RIGHT_PLACE);
        if (wrong && done.get(Step.NAME_RIGHT_PLACE) == StepOutcome.DID_NOT_HELP) {
            askAgain(Step.ASK_PLACE);
        }
        return !wrong || hasOpenLine();
    }

    /** A code that cannot be read could be tried nowhere, so nobody is asked where. */
    private boolean couldBeTried() {
        return facts.report().problem() != Problem.UNREADABLE;
    }

    private boolean rightRegion() {
        sayIf(facts.report().problem() == Problem.OTHER_REGION, Step.ASK_PURCHASE_COUNTRY, Step.ASK_COUNTRY_TRIED);
        sayIf(couldBeTried(), Step.ASK_ACCOUNT_REGION);
        boolean elsewhere = applies(Rule.TRIED_IN_OTHER_REGION);
        boolean member = Objects.equals(facts.report().activeMembership(), true);
        sayIf(elsewhere, Step.ASK_MEMBERSHIP, Step.NAME_RIGHT_REGION);
        sayIf(elsewhere && member, Step.EXPLAIN_REGION_FIXED);
        if (elsewhere && done.get(Step.NAME_RIGHT_REGION) == StepOutcome.DID_NOT_HELP) {
            Facts.Report report = facts.report();
            if (isElsewhere(report.accountRegion())) {
                askAgain(Step.ASK_ACCOUNT_REGION);
            }
            if (isElsewhere(report.triedIn())) {
                askAgain(Step.ASK_COUNTRY_TRIED);
            }
        }
        return !elsewhere || hasOpenLine();
    }

    private boolean isElsewhere(@Nullable Region region) {
        Facts.Card card = facts.card();
        return region != null && card != null && !region.equals(card.soldIn());
    }

    private void tryToHelp(Facts.Card card) {
        Problem problem = facts.report().problem();
        sayIf(problem == Problem.INVALID, Step.UNCOVER_CODE, Step.CHECK_CHARACTERS);
        sayIf(card.kind().expires() && (problem == Problem.INVALID || problem == Problem.EXPIRED), Step.CHECK_EXPIRY);
        if (problem == Problem.ALREADY_REDEEMED) {
            refresh(card);
        }
        sayIf(applies(Rule.CONTRADICTS_REGISTER), Step.TRY_AGAIN);
    }

    private void whatIsMissing() {
        sayIf(suggests(Step.ASK_FIRST_REPORT), Step.ASK_FIRST_REPORT);
        sayIf(suggests(Step.ASK_FOR_PICTURE_OF_BACK), Step.ASK_FOR_PICTURE_OF_BACK);
        say(Step.ASK_PURCHASE_DATE);
        say(Step.ASK_PURCHASE_COUNTRY);
        for (Step proof : PROOFS) {
            sayIf(suggests(proof) && TOWARDS_REPLACEMENT.contains(verdict.outcome()), proof);
        }
    }

    private boolean applies(Rule rule) {
        return verdict.reasons().stream().anyMatch(reason -> reason.rule() == rule);
    }

    private boolean suggests(Step step) {
        return verdict.reasons().stream().anyMatch(reason -> reason.steps().contains(step));
    }

    private void say(Step step) {
        if (lines.stream().noneMatch(line -> line.step() == step)) {
            lines.add(new Line(step, false));
        }
    }

    /** What was done already stays where it stood, even when its reason is gone. */
    private void sayIf(boolean condition, Step... steps) {
        for (Step step : steps) {
            if (condition || done.containsKey(step)) {
                say(step);
            }
        }
    }

    private void askAgain(Step step) {
        lines.add(new Line(step, true));
    }

    private boolean hasOpenLine() {
        return lines.stream().anyMatch(line -> isOpen(line, facts, done));
    }

    static boolean isOpen(Line line, Facts facts, Map<Step, StepOutcome> done) {
        boolean known = Question.of(line.step())
                .map(question -> question.isAnswered(facts))
                .orElse(false);
        return !done.containsKey(line.step()) && (line.again() || !known);
    }
}
