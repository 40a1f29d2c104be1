package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.StepOutcome;
import app.carddesk.cases.conversation.Answer;
import app.carddesk.cases.conversation.Turn;
import app.carddesk.shared.Language;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Step;
import app.carddesk.terms.Usability;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a conversation: what can be read out, what is answered, and why it is asked. */
final class TurnWords {

    private TurnWords() {}

    /** A sentence to read out, in the language it is read out in. */
    static String say(Turn turn, Facts facts, Language language) {
        Locale locale = language.locale();
        String key = "conversation.say." + turn.step().name();
        Facts.Card card = facts.card();
        if (card != null && turn.step() == Step.NAME_RIGHT_PLACE) {
            return Texts.t(locale, key, Texts.t(locale, Texts.key(card.kind())), places(card, locale));
        }
        if (card != null && turn.step() == Step.NAME_RIGHT_REGION) {
            return Texts.t(locale, key, card.soldIn().displayName(locale));
        }
        boolean neverExpires = card != null && !card.kind().expires();
        return turn.step() == Step.TRY_AGAIN && facts.report().problem() == Problem.EXPIRED && neverExpires
                ? Texts.t(locale, "conversation.say.TRY_AGAIN.noExpiry")
                : Texts.t(locale, key);
    }

    private static String places(Facts.Card card, Locale locale) {
        return Usability.of(card.kind()).orElse(Set.of()).stream()
                .sorted()
                .map((Place place) -> Texts.t(locale, Texts.key(place)))
                .collect(Collectors.joining(", "));
    }

    static String why(Turn turn) {
        return turn.because() == null
                ? Texts.t("conversation.why.articles")
                : Texts.t("terms.reason." + turn.because().name());
    }

    static String answer(Step step, Answer answer, People people) {
        return switch (answer) {
            case Answer.Keep(StepOutcome outcome) -> outcome(step, outcome);
            case Answer.Write<?> write -> written(write, people);
            case Answer.FillIn(CaseField<?> field) -> Texts.t("conversation.fillIn", CaseInputs.label(field));
            case Answer.NameCard _ -> Texts.t("conversation.nameCard");
            case Answer.TakeProof _ -> Texts.t("conversation.takeProof");
        };
    }

    private static <T> String written(Answer.Write<T> write, People people) {
        return value(write.field(), write.value(), people);
    }

    /** What a fact is called where it is the answer to a question. */
    static <T> String value(CaseField<T> field, @Nullable T value, People people) {
        String canonical = field.canonical(value);
        if (canonical == null) {
            return Texts.t("cases.notSaid");
        }
        if (value instanceof Boolean yes) {
            return field == (CaseField<?>) CaseField.RISK_PASSED
                    ? Texts.t("riskPassed." + yes)
                    : Texts.t(yes ? "cases.membership.active" : "cases.membership.none");
        }
        return CanonicalWords.of(canonical, people);
    }

    /** An outcome in the words of its step. One that a step does not offer (any more) is named as it is. */
    static String outcome(Step step, StepOutcome outcome) {
        String key = key(step, outcome);
        return key == null ? Texts.of(outcome) : Texts.t("conversation.answer." + key);
    }

    private static @Nullable String key(Step step, StepOutcome outcome) {
        return switch (step) {
            case ASK_PROBLEM,
                    ASK_PLACE,
                    ASK_COUNTRY_TRIED,
                    ASK_ACCOUNT_REGION,
                    ASK_MEMBERSHIP,
                    ASK_WHEN_LOST,
                    ASK_WHOSE_ACCOUNT,
                    ASK_FIRST_REPORT,
                    ASK_PURCHASE_DATE,
                    ASK_PURCHASE_COUNTRY -> pick(outcome, null, null, "cannotSay");
            case COLLECT_FRONT, COLLECT_BACK, COLLECT_EMAIL, COLLECT_RECEIPT, CONFIRM_SERIAL ->
                pick(outcome, null, null, "cannotSend");
            case PROPOSE_LOOK_ALIKES -> pick(outcome, null, "noCard", null);
            case ASK_FOR_PICTURE_OF_BACK, ASK_FOR_EMAIL_OR_RECEIPT -> pick(outcome, null, "noCard", "cannotSend");
            case POINT_TO_TOP_UP_GUIDANCE -> pick(outcome, "guided", "disagrees", null);
            case SHOW_REPLACEMENT -> pick(outcome, "hasReplacement", "noReplacement", null);
            case SHOW_MEMBERSHIP -> pick(outcome, "explained", "explainsNothing", null);
            case EXPLAIN_RISK, EXPLAIN_EXPIRY, EXPLAIN_BALANCE, EXPLAIN_REGION_FIXED ->
                pick(outcome, "accepts", "disagrees", null);
            case ASK_RETAILER -> pick(outcome, "retailerHelped", "retailerAsked", "noRetailer");
            case SIGN_OUT_AND_IN, TRY_AGAIN, NAME_RIGHT_PLACE, NAME_RIGHT_REGION ->
                pick(outcome, "works", "same", "notNow");
            case UNCOVER_CODE -> outcome == StepOutcome.YES ? "visible" : pick(outcome, "works", null, "notAtHand");
            case CHECK_CHARACTERS -> pick(outcome, "works", "compared", "notAtHand");
            case CHECK_EXPIRY ->
                switch (outcome) {
                    case YES -> "passed";
                    case NO -> "notPassed";
                    case NOT_POSSIBLE -> "noDate";
                    case HELPED, DID_NOT_HELP -> null;
                };
            case OFFER_SUPERVISOR, REFER_TO_SUPERVISOR, REQUEST_REPLACEMENT -> null;
        };
    }

    private static @Nullable String pick(
            StepOutcome outcome, @Nullable String helped, @Nullable String didNotHelp, @Nullable String notPossible) {
        return switch (outcome) {
            case HELPED -> helped;
            case DID_NOT_HELP -> didNotHelp;
            case NOT_POSSIBLE -> notPossible;
            case YES, NO -> null;
        };
    }
}
