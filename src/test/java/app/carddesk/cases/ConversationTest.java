package app.carddesk.cases;

import static app.carddesk.cases.StepOutcome.DID_NOT_HELP;
import static app.carddesk.cases.StepOutcome.HELPED;
import static app.carddesk.cases.StepOutcome.NO;
import static app.carddesk.cases.StepOutcome.NOT_POSSIBLE;
import static app.carddesk.cases.StepOutcome.YES;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cases.conversation.Answer;
import app.carddesk.cases.conversation.Conversation;
import app.carddesk.cases.conversation.Ending;
import app.carddesk.cases.conversation.Turn;
import app.carddesk.cases.conversation.Turn.Standing;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.Region;
import app.carddesk.terms.Assessment;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Facts.LinkedAccount;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Step;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of each reported problem, in order, and where their answers lead. */
class ConversationTest {

    @Test
    void invalid_uncovers_the_code_then_compares_characters_then_collects_proofs() {
        Told told = new Told(Problem.INVALID);

        assertThat(toDo(told))
                .startsWith(Step.UNCOVER_CODE, Step.CHECK_CHARACTERS)
                .endsWith(Step.COLLECT_FRONT, Step.COLLECT_BACK, Step.COLLECT_RECEIPT, Step.CONFIRM_SERIAL);

        told.take(Step.UNCOVER_CODE, YES).take(Step.CHECK_CHARACTERS, DID_NOT_HELP);
        assertThat(outcome(told)).isEqualTo(Outcome.NEEDS_EVIDENCE);
        assertThat(current(told)).isEqualTo(Step.COLLECT_FRONT);

        told.provenBy(Facts.Proof.ACCEPTED);
        assertThat(told.conversation().ending()).isEqualTo(Ending.REPLACEMENT);
        assertThat(outcome(told)).isEqualTo(Outcome.REPLACE);
    }

    @Test
    void invalid_asks_first_whether_the_kind_is_right_for_the_place() {
        Told told = new Told(Problem.INVALID).kind(CardKind.APPLE_STORE).say(CaseField.TRIED_AT, null);
        assertThat(current(told)).isEqualTo(Step.ASK_PLACE);

        told.say(CaseField.TRIED_AT, Place.APP_STORE);
        assertThat(current(told)).isEqualTo(Step.NAME_RIGHT_PLACE);

        told.take(Step.NAME_RIGHT_PLACE, DID_NOT_HELP);
        Turn again = told.conversation().current().orElseThrow();
        assertThat(again.step()).isEqualTo(Step.ASK_PLACE);
        assertThat(again.again()).isTrue();
        assertThat(again.answers())
                .contains(new Answer.Write<>(CaseField.TRIED_AT, Place.RETAIL_STORE))
                .doesNotContain(new Answer.Write<>(CaseField.TRIED_AT, Place.APP_STORE));

        told.say(CaseField.TRIED_AT, Place.RETAIL_STORE);
        assertThat(current(told)).isEqualTo(Step.UNCOVER_CODE);
        assertThat(outcome(told)).isEqualTo(Outcome.CHECK_CHARACTERS);
    }

    @Test
    void a_place_that_cannot_be_tried_ends_at_a_person() {
        Told told = new Told(Problem.INVALID)
                .kind(CardKind.APPLE_STORE)
                .say(CaseField.TRIED_AT, Place.APP_STORE)
                .take(Step.NAME_RIGHT_PLACE, NOT_POSSIBLE);

        assertThat(told.conversation().ending()).isEqualTo(Ending.PERSON);
    }

    @Test
    void a_code_that_turns_out_unreadable_becomes_that_problem() {
        Told told = new Told(Problem.INVALID);
        Answer unreadable = new Answer.Write<>(CaseField.PROBLEM, Problem.UNREADABLE);
        assertThat(told.conversation().current().orElseThrow().answers()).contains(unreadable);

        told.say(CaseField.PROBLEM, Problem.UNREADABLE);

        assertThat(toDo(told)).doesNotContain(Step.UNCOVER_CODE, Step.CHECK_CHARACTERS);
        assertThat(outcome(told)).isEqualTo(Outcome.NEEDS_EVIDENCE);
    }

    @Test
    void of_a_content_code_the_date_is_asked_and_a_date_that_passed_goes_to_a_person() {
        Told told = new Told(Problem.INVALID).kind(CardKind.CONTENT_CODE).say(CaseField.TRIED_AT, Place.ITUNES_STORE);
        told.expiry = LocalDate.of(2027, 1, 31);
        told.take(Step.UNCOVER_CODE, YES).take(Step.CHECK_CHARACTERS, DID_NOT_HELP);
        assertThat(current(told)).isEqualTo(Step.CHECK_EXPIRY);

        told.take(Step.CHECK_EXPIRY, YES);
        assertThat(told.conversation().ending()).isEqualTo(Ending.PERSON);

        told.take(Step.CHECK_EXPIRY, NO);
        assertThat(current(told)).isEqualTo(Step.COLLECT_FRONT);
    }

    @Test
    void a_content_code_that_had_expired_is_explained_and_a_customer_who_disagrees_gets_a_person() {
        Told told = new Told(Problem.EXPIRED).kind(CardKind.CONTENT_CODE);
        told.expiry = LocalDate.of(2026, 1, 31);
        assertThat(toDo(told)).containsExactly(Step.EXPLAIN_EXPIRY);

        assertThat(told.take(Step.EXPLAIN_EXPIRY, DID_NOT_HELP).conversation().ending())
                .isEqualTo(Ending.PERSON);
        assertThat(told.take(Step.EXPLAIN_EXPIRY, HELPED).conversation().ending())
                .isEqualTo(Ending.SOLVED);
    }

    @Test
    void already_redeemed_refreshes_shows_the_membership_of_apple_music_and_tries_again() {
        Told told = new Told(Problem.ALREADY_REDEEMED).kind(CardKind.APPLE_MUSIC);

        assertThat(toDo(told)).containsExactly(Step.SIGN_OUT_AND_IN, Step.SHOW_MEMBERSHIP, Step.TRY_AGAIN);
        assertThat(toDo(told.kind(CardKind.APPLE_GIFT_CARD))).containsExactly(Step.SIGN_OUT_AND_IN, Step.TRY_AGAIN);

        told.take(Step.SIGN_OUT_AND_IN, DID_NOT_HELP).take(Step.TRY_AGAIN, DID_NOT_HELP);
        assertThat(told.facts().report().refreshed()).isTrue();
        assertThat(outcome(told)).isEqualTo(Outcome.SUPERVISOR);
        assertThat(told.conversation().ending()).isEqualTo(Ending.PERSON);
    }

    @Test
    void a_linked_card_asks_whose_account_it_is_and_refreshes_the_customers_own() {
        Told told = new Told(Problem.ALREADY_REDEEMED).state(CardState.LINKED);
        assertThat(toDo(told)).containsExactly(Step.ASK_WHOSE_ACCOUNT);

        told.say(CaseField.LINKED_ACCOUNT, LinkedAccount.ANOTHERS);
        assertThat(told.conversation().ending()).isEqualTo(Ending.PERSON);

        told.say(CaseField.LINKED_ACCOUNT, LinkedAccount.OWN);
        assertThat(toDo(told)).containsExactly(Step.SIGN_OUT_AND_IN);
        assertThat(told.take(Step.SIGN_OUT_AND_IN, HELPED).conversation().ending())
                .isEqualTo(Ending.SOLVED);
        assertThat(told.take(Step.SIGN_OUT_AND_IN, DID_NOT_HELP).conversation().ending())
                .isEqualTo(Ending.PERSON);
    }

    @ParameterizedTest
    @EnumSource(value = Problem.class)
    void a_card_that_is_not_activated_goes_to_the_retailer_first_and_then_to_a_person(Problem problem) {
        Told told = new Told(problem).state(CardState.NOT_ACTIVATED);
        assertThat(toDo(told)).containsExactly(Step.ASK_RETAILER);

        told.take(Step.ASK_RETAILER, NOT_POSSIBLE);

        assertThat(told.facts().report().retailer()).isEqualTo(Facts.RetailerAnswer.NONE_REACHABLE);
        assertThat(outcome(told)).isEqualTo(Outcome.SUPERVISOR);
        assertThat(told.conversation().ending()).isEqualTo(Ending.PERSON);
    }

    @Test
    void another_region_names_where_it_was_bought_and_a_membership_that_fixes_the_region() {
        Told told = new Told(Problem.OTHER_REGION).say(CaseField.ACCOUNT_REGION, Region.NORWAY);
        assertThat(current(told)).isEqualTo(Step.ASK_COUNTRY_TRIED);
        told.say(CaseField.TRIED_IN, Region.NORWAY);
        assertThat(toDo(told)).startsWith(Step.ASK_MEMBERSHIP, Step.NAME_RIGHT_REGION);
        told.say(CaseField.ACTIVE_MEMBERSHIP, true);
        assertThat(toDo(told)).startsWith(Step.NAME_RIGHT_REGION, Step.EXPLAIN_REGION_FIXED);

        told.take(Step.NAME_RIGHT_REGION, NOT_POSSIBLE).take(Step.EXPLAIN_REGION_FIXED, DID_NOT_HELP);
        assertThat(told.conversation().ending()).isEqualTo(Ending.PERSON);

        told.take(Step.NAME_RIGHT_REGION, DID_NOT_HELP);
        assertThat(toDo(told)).startsWith(Step.ASK_ACCOUNT_REGION, Step.ASK_COUNTRY_TRIED);
        told.say(CaseField.ACCOUNT_REGION, Region.DENMARK).say(CaseField.TRIED_IN, Region.DENMARK);
        assertThat(current(told)).isEqualTo(Step.TRY_AGAIN);
    }

    @Test
    void a_loss_asks_when_and_explains_the_risk_only_once_it_is_certain() {
        Told told = new Told(Problem.LOST_OR_STOLEN).say(CaseField.PURCHASE_DATE, null);
        assertThat(toDo(told)).containsExactly(Step.ASK_WHEN_LOST, Step.ASK_PURCHASE_DATE);

        told.say(CaseField.RISK_PASSED, true).say(CaseField.PURCHASE_DATE, LocalDate.of(2026, 5, 1));
        assertThat(toDo(told)).containsExactly(Step.EXPLAIN_RISK);

        told.say(CaseField.RISK_PASSED, false);
        assertThat(told.conversation().ending()).isEqualTo(Ending.PERSON);
    }

    @Test
    void a_card_nobody_knows_is_looked_for_and_ends_at_a_person() {
        Told told = new Told(Problem.INVALID);
        told.inRegister = false;
        assertThat(toDo(told))
                .containsExactly(Step.PROPOSE_LOOK_ALIKES, Step.ASK_FOR_PICTURE_OF_BACK, Step.ASK_FOR_EMAIL_OR_RECEIPT);

        told.take(Step.PROPOSE_LOOK_ALIKES, DID_NOT_HELP)
                .take(Step.ASK_FOR_PICTURE_OF_BACK, NOT_POSSIBLE)
                .take(Step.ASK_FOR_EMAIL_OR_RECEIPT, DID_NOT_HELP);
        assertThat(told.conversation().ending()).isEqualTo(Ending.PERSON);
    }

    @Test
    void voided_cards_go_to_a_person_at_once() {
        assertThat(new Told(Problem.INVALID).state(CardState.VOIDED).conversation())
                .isEqualTo(new Conversation(List.of(), Ending.PERSON));
    }

    @Test
    void an_answered_question_is_past_and_can_be_told_from_one_that_nobody_could_answer() {
        Told told = new Told(null).take(Step.ASK_PROBLEM, NOT_POSSIBLE);

        assertThat(told.conversation().in(Standing.PAST))
                .filteredOn(turn -> turn.step() == Step.ASK_PROBLEM)
                .extracting(Turn::outcome)
                .containsExactly(NOT_POSSIBLE);
        assertThat(told.conversation().in(Standing.PAST))
                .filteredOn(turn -> turn.step() == Step.ASK_PLACE)
                .extracting(Turn::outcome)
                .containsOnlyNulls();
    }

    @Test
    void what_was_done_before_the_facts_changed_is_still_told() {
        Told told = new Told(Problem.INVALID)
                .take(Step.CHECK_CHARACTERS, DID_NOT_HELP)
                .say(CaseField.PROBLEM, Problem.LOST_OR_STOLEN);

        assertThat(told.conversation().in(Standing.PAST)).extracting(Turn::step).contains(Step.CHECK_CHARACTERS);
    }

    private static List<Step> toDo(Told told) {
        return told.conversation().turns().stream()
                .filter(turn -> turn.standing() != Standing.PAST)
                .map(Turn::step)
                .toList();
    }

    private static Step current(Told told) {
        return told.conversation().current().orElseThrow().step();
    }

    private static Outcome outcome(Told told) {
        return Assessment.of(told.facts()).outcome();
    }
}
