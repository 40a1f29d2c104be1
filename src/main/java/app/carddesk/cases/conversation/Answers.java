package app.carddesk.cases.conversation;

import static app.carddesk.cases.StepOutcome.DID_NOT_HELP;
import static app.carddesk.cases.StepOutcome.HELPED;
import static app.carddesk.cases.StepOutcome.NO;
import static app.carddesk.cases.StepOutcome.NOT_POSSIBLE;
import static app.carddesk.cases.StepOutcome.YES;

import app.carddesk.cases.CaseField;
import app.carddesk.cases.StepOutcome;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.Region;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Facts.LinkedAccount;
import app.carddesk.terms.Step;
import app.carddesk.terms.Usability;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be answered to each step. */
final class Answers {

    private Answers() {}

    /**
     * The answers of a turn.
     *
     * @param again whether a fact that is known is asked for anew
     * @throws IllegalArgumentException for a step that is no turn of a conversation
     */
    static List<Answer> to(Step step, boolean again, Facts facts) {
        return switch (step) {
            case ASK_PROBLEM -> question(Arrays.stream(Problem.values()).map(write(CaseField.PROBLEM)));
            case ASK_PLACE -> question(places(again, facts).map(write(CaseField.TRIED_AT)));
            case ASK_COUNTRY_TRIED -> region(CaseField.TRIED_IN, again, facts);
            case ASK_ACCOUNT_REGION -> region(CaseField.ACCOUNT_REGION, again, facts);
            case ASK_PURCHASE_COUNTRY -> region(CaseField.PURCHASE_COUNTRY, again, facts);
            case ASK_MEMBERSHIP -> question(Stream.of(true, false).map(write(CaseField.ACTIVE_MEMBERSHIP)));
            case ASK_WHEN_LOST -> question(Stream.of(true, false).map(write(CaseField.RISK_PASSED)));
            case ASK_WHOSE_ACCOUNT ->
                question(Arrays.stream(LinkedAccount.values()).map(write(CaseField.LINKED_ACCOUNT)));
            case ASK_FIRST_REPORT -> question(Stream.of(new Answer.FillIn(CaseField.FIRST_REPORTED)));
            case ASK_PURCHASE_DATE -> question(Stream.of(new Answer.FillIn(CaseField.PURCHASE_DATE)));
            case PROPOSE_LOOK_ALIKES -> with(Stream.of(new Answer.NameCard()), DID_NOT_HELP);
            case ASK_FOR_PICTURE_OF_BACK, ASK_FOR_EMAIL_OR_RECEIPT ->
                with(
                        facts.card() == null
                                ? Stream.of(new Answer.TakeProof(), new Answer.NameCard())
                                : Stream.of(new Answer.TakeProof()),
                        DID_NOT_HELP,
                        NOT_POSSIBLE);
            case COLLECT_FRONT, COLLECT_BACK, COLLECT_EMAIL, COLLECT_RECEIPT, CONFIRM_SERIAL ->
                with(Stream.of(new Answer.TakeProof()), NOT_POSSIBLE);
            case POINT_TO_TOP_UP_GUIDANCE,
                    SHOW_REPLACEMENT,
                    SHOW_MEMBERSHIP,
                    EXPLAIN_RISK,
                    EXPLAIN_EXPIRY,
                    EXPLAIN_BALANCE,
                    EXPLAIN_REGION_FIXED -> keep(HELPED, DID_NOT_HELP);
            case SIGN_OUT_AND_IN, ASK_RETAILER, TRY_AGAIN, NAME_RIGHT_PLACE, NAME_RIGHT_REGION ->
                keep(HELPED, DID_NOT_HELP, NOT_POSSIBLE);
            case UNCOVER_CODE -> unlessUnreadable(YES, HELPED, NOT_POSSIBLE);
            case CHECK_CHARACTERS -> unlessUnreadable(HELPED, DID_NOT_HELP, NOT_POSSIBLE);
            case CHECK_EXPIRY -> keep(NO, YES, NOT_POSSIBLE);
            case OFFER_SUPERVISOR, REFER_TO_SUPERVISOR, REQUEST_REPLACEMENT ->
                throw new IllegalArgumentException(step + " ends a conversation");
        };
    }

    private static Stream<Place> places(boolean again, Facts facts) {
        Facts.Card card = facts.card();
        return again && card != null
                ? Usability.of(card.kind()).stream()
                        .flatMap(usable -> usable.stream())
                        .sorted()
                : Arrays.stream(Place.values());
    }

    /** Asked anew, only one answer makes a difference: that it was tried where the card was sold. */
    private static List<Answer> region(CaseField<Region> field, boolean again, Facts facts) {
        Facts.Card card = facts.card();
        if (again && card != null) {
            return question(Stream.of(card.soldIn()).map(write(field)));
        }
        Stream<Region> near = Stream.of(Region.DENMARK, Region.SWEDEN, Region.NORWAY);
        Stream<Region> regions = card == null ? near : Stream.concat(Stream.of(card.soldIn()), near);
        return question(Stream.concat(regions.distinct().map(write(field)), Stream.of(new Answer.FillIn(field))));
    }

    /** Whoever cannot say is not asked again. */
    private static List<Answer> question(Stream<? extends Answer> answers) {
        return with(answers, NOT_POSSIBLE);
    }

    private static List<Answer> unlessUnreadable(StepOutcome... outcomes) {
        return Stream.concat(
                        keep(outcomes).stream(), Stream.of(new Answer.Write<>(CaseField.PROBLEM, Problem.UNREADABLE)))
                .toList();
    }

    private static List<Answer> keep(StepOutcome... outcomes) {
        return with(Stream.of(), outcomes);
    }

    private static List<Answer> with(Stream<? extends Answer> answers, StepOutcome... outcomes) {
        return Stream.concat(answers, Arrays.stream(outcomes).map(Answer.Keep::new))
                .map(Answer.class::cast)
                .toList();
    }

    private static <T> Function<T, Answer> write(CaseField<T> field) {
        return value -> new Answer.Write<>(field, value);
    }
}
