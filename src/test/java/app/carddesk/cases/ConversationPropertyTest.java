package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cases.conversation.Answer;
import app.carddesk.cases.conversation.Conversation;
import app.carddesk.cases.conversation.Ending;
import app.carddesk.cases.conversation.Turn;
import app.carddesk.cases.conversation.Turn.Standing;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import app.carddesk.terms.Assessment;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Facts.LinkedAccount;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Rule;
import app.carddesk.terms.Step;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever case and whatever is answered: the conversation goes on, and comes to its end. */
class ConversationPropertyTest {

    /** More turns than any conversation has: who gets there goes in circles. */
    private static final int CIRCLE = 60;

    /** What the verdict waits for, by the step that settles it. */
    private static final Map<Step, Rule> SETTLES = Map.of(
            Step.ASK_RETAILER, Rule.NOT_ACTIVATED_RETAILER_NOT_ASKED,
            Step.CHECK_CHARACTERS, Rule.CHARACTERS_NOT_CHECKED,
            Step.SIGN_OUT_AND_IN, Rule.LINKED_NOT_REFRESHED,
            Step.TRY_AGAIN, Rule.CONTRADICTS_REGISTER);

    /** Outcomes that ask for something to be done with the customer, which a conversation never leaves undone. */
    private static final Set<Outcome> WITH_CUSTOMER =
            EnumSet.of(Outcome.RETAILER_FIRST, Outcome.CHECK_CHARACTERS, Outcome.REFRESH_BALANCE, Outcome.TRY_AGAIN);

    @Property(tries = 3000)
    void every_path_ends_solved_at_a_replacement_or_at_a_person(@ForAll Random random) {
        Told told = anyCase(random);
        Conversation conversation = told.conversation();
        for (int turns = 0; conversation.ending() == null; turns++) {
            assertThat(turns).as("turns, without end").isLessThan(CIRCLE);
            Turn turn = conversation.current().orElseThrow();
            assertThat(turn.answers()).as("%s", turn.step()).anyMatch(ConversationPropertyTest::isAnsweredAtOnce);
            answer(told, turn, random);
            conversation = told.conversation();
        }

        Outcome outcome = Assessment.of(told.facts()).outcome();
        assertThat(conversation.current()).isEmpty();
        assertThat(conversation.in(Standing.LATER)).isEmpty();
        if (conversation.ending() != Ending.SOLVED) {
            assertThat(told.done).doesNotContainValue(StepOutcome.HELPED);
            assertThat(outcome).isNotIn(WITH_CUSTOMER);
            assertThat(conversation.ending() == Ending.REPLACEMENT).isEqualTo(outcome == Outcome.REPLACE);
        }
        Statistics.label("ending")
                .collect(conversation.ending())
                .coverage(it -> Arrays.stream(Ending.values())
                        .forEach(ending -> it.check(ending).percentage(share -> share > 0.2)));
    }

    @Property(tries = 1000)
    void what_is_done_is_told_to_the_verdict(@ForAll Random random) {
        Told told = anyCase(random);
        SETTLES.forEach((step, rule) -> {
            Told done = told.take(step, pick(random, StepOutcome.values()));
            assertThat(Assessment.of(done.facts()).reasons()).as("%s", step).noneMatch(reason -> reason.rule() == rule);
        });
    }

    @Property(tries = 1000)
    void one_turn_at_most_is_in_hand_and_taking_a_step_back_brings_it_back(@ForAll Random random) {
        Told told = anyCase(random);
        Conversation before = told.conversation();
        assertThat(before.in(Standing.CURRENT)).hasSize(before.ending() == null ? 1 : 0);

        before.current().ifPresent(turn -> {
            if (turn.answers().getLast() instanceof Answer.Keep keep) {
                told.take(turn.step(), keep.outcome());
                assertThat(told.conversation().in(Standing.PAST))
                        .anyMatch(past -> past.step() == turn.step() && past.outcome() == keep.outcome());
                told.done.remove(turn.step());
                assertThat(told.conversation()).isEqualTo(before);
            }
        });
    }

    private static boolean isAnsweredAtOnce(Answer answer) {
        return answer instanceof Answer.Keep || answer instanceof Answer.Write<?>;
    }

    private static void answer(Told told, Turn turn, Random random) {
        switch (turn.answers().get(random.nextInt(turn.answers().size()))) {
            case Answer.Keep keep -> told.take(turn.step(), keep.outcome());
            case Answer.Write<?> write -> write(told, write);
            case Answer.FillIn fillIn ->
                told.values.put(
                        fillIn.field(),
                        fillIn.field() == CaseField.PURCHASE_DATE || fillIn.field() == CaseField.FIRST_REPORTED
                                ? day(random)
                                : pick(random, Region.FRANCE, Region.UNITED_STATES));
            case Answer.NameCard _ -> told.inRegister = true;
            case Answer.TakeProof _ -> takeProof(told, turn, random);
        }
    }

    private static <T> void write(Told told, Answer.Write<T> write) {
        told.say(write.field(), write.value());
    }

    /** A picture that is no proof may tell something or not; here it does not. */
    private static void takeProof(Told told, Turn turn, Random random) {
        Facts.Proof standing = random.nextInt(4) > 0 ? Facts.Proof.ACCEPTED : Facts.Proof.UNOBTAINABLE;
        switch (turn.step()) {
            case COLLECT_FRONT -> told.proofs.put(ProofKind.FRONT, standing);
            case COLLECT_BACK -> told.proofs.put(ProofKind.BACK, standing);
            case COLLECT_EMAIL -> told.proofs.put(ProofKind.EMAIL, standing);
            case COLLECT_RECEIPT -> told.proofs.put(ProofKind.RECEIPT, standing);
            case CONFIRM_SERIAL -> told.proofs.put(ProofKind.SERIAL, standing);
            default -> told.take(turn.step(), StepOutcome.DID_NOT_HELP);
        }
    }

    /**
     * Leans towards an active card, of which there is most to talk about. One in ten lacks little to a replacement, which
     * hardly any drawn at random does.
     */
    private static Told anyCase(Random random) {
        if (random.nextInt(10) == 0) {
            Told told = new Told(Problem.UNREADABLE).provenBy(Facts.Proof.ACCEPTED);
            told.proofs.remove(pick(random, ProofKind.values()));
            return told;
        }
        Told told = new Told(maybe(random, Problem.values()));
        told.inRegister = random.nextInt(12) > 0;
        told.kind = pick(random, CardKind.values());
        told.form = pick(random, CardForm.values());
        told.state = random.nextBoolean() ? CardState.ACTIVE : pick(random, CardState.values());
        told.spent = random.nextInt(8) == 0;
        told.expiry = maybe(random, LocalDate.of(2026, 1, 31), LocalDate.of(2027, 1, 31));
        told.say(CaseField.TRIED_AT, maybe(random, Place.values()));
        told.say(CaseField.TRIED_IN, maybe(random, Region.DENMARK, Region.DENMARK, Region.NORWAY));
        told.say(CaseField.ACCOUNT_REGION, maybe(random, Region.DENMARK, Region.DENMARK, Region.NORWAY));
        told.say(CaseField.ACTIVE_MEMBERSHIP, maybe(random, true, false));
        told.say(CaseField.LINKED_ACCOUNT, maybe(random, LinkedAccount.values()));
        told.say(CaseField.RISK_PASSED, maybe(random, true, false));
        told.say(CaseField.FIRST_REPORTED, maybe(random, LocalDate.of(2026, 10, 20)));
        told.say(CaseField.PURCHASE_DATE, maybe(random, LocalDate.of(2026, 5, 1), LocalDate.of(2020, 5, 1)));
        told.say(CaseField.PURCHASE_COUNTRY, maybe(random, Region.DENMARK, Region.DENMARK, Region.SWEDEN));
        for (ProofKind kind : ProofKind.values()) {
            if (random.nextBoolean()) {
                told.proofs.put(
                        kind, random.nextInt(5) > 0 ? Facts.Proof.ACCEPTED : pick(random, Facts.Proof.values()));
            }
        }
        return told;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    @SafeVarargs
    private static <T> @Nullable T maybe(Random random, T... values) {
        return random.nextInt(4) == 0 ? null : pick(random, values);
    }
}
