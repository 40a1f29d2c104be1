package app.carddesk.terms;

import static app.carddesk.terms.EachRowTest.reason;
import static app.carddesk.terms.EachRowTest.rules;
import static app.carddesk.terms.Given.codeGoodUntil;
import static app.carddesk.terms.Given.due;
import static app.carddesk.terms.Given.lost;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Content;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reason carries: the facts it rests on, the steps that follow, and for a replacement the amount. */
class ReasonsTest {

    @Test
    void every_row_that_applies_is_a_reason_in_the_order_of_the_table() {
        var facts = Given.but(it -> {
            it.kind = CardKind.APPLE_STORE;
            it.triedAt = Place.TV_APP;
            it.accountRegion = Region.SWEDEN;
            it.charactersChecked = false;
            it.proofs.remove(ProofKind.RECEIPT);
            it.proofs.put(ProofKind.BACK, Facts.Proof.UNOBTAINABLE);
            it.boughtIn = Region.NORWAY;
            it.boughtOn = null;
        });

        assertThat(rules(facts))
                .containsExactly(
                        Rule.FACTS_UNKNOWN,
                        Rule.TRIED_IN_WRONG_PLACE,
                        Rule.TRIED_IN_OTHER_REGION,
                        Rule.CHARACTERS_NOT_CHECKED,
                        Rule.PROOF_MISSING,
                        Rule.PROOF_UNOBTAINABLE,
                        Rule.BOUGHT_OUTSIDE_REGION);
        assertThat(Assessment.of(facts).outcome()).isEqualTo(Outcome.NEEDS_FACTS);
        assertThat(Assessment.of(facts).amount()).isNull();
    }

    @Test
    void a_card_not_found_is_looked_for_by_look_alikes_then_by_its_back_or_its_email_or_receipt() {
        var reason = reason(Given.but(it -> it.inRegister = false), Rule.CARD_NOT_FOUND);

        assertThat(reason.facts()).containsExactly(new Fact.Reported(Problem.INVALID));
        assertThat(reason.steps())
                .containsExactly(Step.PROPOSE_LOOK_ALIKES, Step.ASK_FOR_PICTURE_OF_BACK, Step.ASK_FOR_EMAIL_OR_RECEIPT);
    }

    @Test
    void a_lost_card_has_no_back_to_photograph() {
        assertThat(reason(lost().and(it -> it.inRegister = false).facts(), Rule.CARD_NOT_FOUND)
                        .steps())
                .containsExactly(Step.PROPOSE_LOOK_ALIKES, Step.ASK_FOR_EMAIL_OR_RECEIPT);
    }

    @Test
    void the_membership_is_shown_for_a_linked_apple_music_card_alone() {
        var own = due().and(it -> {
            it.state = CardState.LINKED;
            it.account = Facts.LinkedAccount.OWN;
        });

        assertThat(reason(own.facts(), Rule.LINKED_NOT_REFRESHED).steps()).containsExactly(Step.SIGN_OUT_AND_IN);
        own.kind = CardKind.APPLE_MUSIC;
        assertThat(reason(own.facts(), Rule.LINKED_NOT_REFRESHED).steps())
                .containsExactly(Step.SIGN_OUT_AND_IN, Step.SHOW_MEMBERSHIP);
    }

    @Test
    void a_card_not_activated_says_what_became_of_asking_the_retailer() {
        var card = due().and(it -> it.state = CardState.NOT_ACTIVATED);

        var first = reason(card.facts(), Rule.NOT_ACTIVATED_RETAILER_NOT_ASKED);
        assertThat(first.facts()).containsExactly(new Fact.State(CardState.NOT_ACTIVATED), new Fact.Retailer(null));
        assertThat(first.steps()).containsExactly(Step.ASK_RETAILER);

        card.retailer = Facts.RetailerAnswer.NONE_REACHABLE;
        var then = reason(card.facts(), Rule.NOT_ACTIVATED_RETAILER_ASKED);
        assertThat(then.facts()).contains(new Fact.Retailer(Facts.RetailerAnswer.NONE_REACHABLE));
        assertThat(then.steps()).containsExactly(Step.REFER_TO_SUPERVISOR);
    }

    @Test
    void a_loss_nobody_can_judge_yet_says_what_to_ask_on_the_way_to_the_supervisor() {
        var reason = reason(
                lost().and(it -> {
                            it.riskPassed = null;
                            it.boughtOn = null;
                        })
                        .facts(),
                Rule.LOST_OTHERWISE);

        assertThat(reason.facts())
                .contains(
                        new Fact.RiskPassed(null),
                        new Fact.BoughtIn(Region.DENMARK),
                        new Fact.Unknown(Fact.Missing.PURCHASE_DATE))
                .doesNotContain(new Fact.Unknown(Fact.Missing.PURCHASE_COUNTRY));
        assertThat(reason.steps())
                .containsExactly(Step.ASK_WHEN_LOST, Step.ASK_PURCHASE_DATE, Step.REFER_TO_SUPERVISOR);
    }

    @Test
    void a_loss_that_can_be_judged_goes_to_the_supervisor_without_further_questions() {
        var reason = reason(lost().and(it -> it.riskPassed = false).facts(), Rule.LOST_OTHERWISE);

        assertThat(reason.steps()).containsExactly(Step.REFER_TO_SUPERVISOR);
    }

    @Test
    void everything_unknown_is_named_and_asked_for_at_once() {
        var reason = reason(
                Given.but(it -> {
                    it.problem = null;
                    it.triedAt = null;
                    it.accountRegion = null;
                    it.boughtOn = null;
                    it.boughtIn = null;
                }),
                Rule.FACTS_UNKNOWN);

        assertThat(reason.facts())
                .containsExactly(
                        new Fact.Unknown(Fact.Missing.PROBLEM),
                        new Fact.Unknown(Fact.Missing.PLACE),
                        new Fact.Unknown(Fact.Missing.ACCOUNT_REGION),
                        new Fact.Unknown(Fact.Missing.PURCHASE_DATE),
                        new Fact.Unknown(Fact.Missing.PURCHASE_COUNTRY));
        assertThat(reason.steps())
                .containsExactly(
                        Step.ASK_PROBLEM,
                        Step.ASK_PLACE,
                        Step.ASK_ACCOUNT_REGION,
                        Step.ASK_PURCHASE_DATE,
                        Step.ASK_PURCHASE_COUNTRY);
    }

    @Test
    void only_what_is_unknown_is_asked_for() {
        var reason = reason(Given.but(it -> it.boughtIn = null), Rule.FACTS_UNKNOWN);

        assertThat(reason.facts()).containsExactly(new Fact.Unknown(Fact.Missing.PURCHASE_COUNTRY));
        assertThat(reason.steps()).containsExactly(Step.ASK_PURCHASE_COUNTRY);
    }

    @Test
    void a_code_whose_expiry_cannot_be_judged_says_which_date_is_wanted() {
        var noFirstReport = codeGoodUntil(Given.TODAY.minusDays(1)).and(it -> it.firstReported = null);
        var noExpiry = codeGoodUntil(null);

        assertThat(reason(noFirstReport.facts(), Rule.FACTS_UNKNOWN).facts())
                .containsExactly(new Fact.Unknown(Fact.Missing.FIRST_REPORT));
        assertThat(reason(noFirstReport.facts(), Rule.FACTS_UNKNOWN).steps()).containsExactly(Step.ASK_FIRST_REPORT);
        assertThat(reason(noExpiry.facts(), Rule.FACTS_UNKNOWN).facts())
                .containsExactly(new Fact.Unknown(Fact.Missing.EXPIRY));
        assertThat(reason(noExpiry.facts(), Rule.FACTS_UNKNOWN).steps())
                .containsExactly(Step.ASK_FOR_PICTURE_OF_BACK, Step.OFFER_SUPERVISOR);
    }

    @Test
    void an_active_membership_keeps_the_region_and_the_agent_says_so() {
        var without = Given.but(it -> it.accountRegion = Region.SWEDEN);
        var unknown = Given.but(it -> {
            it.accountRegion = Region.SWEDEN;
            it.activeMembership = null;
        });
        var member = Given.but(it -> {
            it.accountRegion = Region.SWEDEN;
            it.activeMembership = true;
        });

        for (var facts : List.of(without, unknown)) {
            assertThat(reason(facts, Rule.TRIED_IN_OTHER_REGION).steps())
                    .containsExactly(Step.NAME_RIGHT_REGION, Step.OFFER_SUPERVISOR);
            assertThat(reason(facts, Rule.TRIED_IN_OTHER_REGION).facts())
                    .containsExactly(
                            new Fact.SoldIn(Region.DENMARK),
                            new Fact.AccountRegion(Region.SWEDEN),
                            new Fact.TriedIn(Region.DENMARK));
        }
        assertThat(reason(member, Rule.TRIED_IN_OTHER_REGION).steps())
                .containsExactly(Step.NAME_RIGHT_REGION, Step.EXPLAIN_REGION_FIXED, Step.OFFER_SUPERVISOR);
        assertThat(reason(member, Rule.TRIED_IN_OTHER_REGION).facts()).contains(new Fact.ActiveMembership());
    }

    @Test
    void a_contradiction_shows_what_is_reported_beside_what_the_register_says() {
        assertThat(contradiction(Problem.NOT_ACTIVATED).facts())
                .containsExactly(new Fact.Reported(Problem.NOT_ACTIVATED), new Fact.State(CardState.ACTIVE));
        assertThat(contradiction(Problem.ALREADY_REDEEMED).facts())
                .containsExactly(
                        new Fact.Reported(Problem.ALREADY_REDEEMED),
                        new Fact.State(CardState.ACTIVE),
                        new Fact.Unused(Given.BALANCE));
        assertThat(contradiction(Problem.OTHER_REGION).facts())
                .containsExactly(
                        new Fact.Reported(Problem.OTHER_REGION),
                        new Fact.State(CardState.ACTIVE),
                        new Fact.SoldIn(Region.DENMARK),
                        new Fact.AccountRegion(Region.DENMARK),
                        new Fact.TriedIn(Region.DENMARK));
        assertThat(contradiction(Problem.EXPIRED).facts())
                .containsExactly(
                        new Fact.Reported(Problem.EXPIRED),
                        new Fact.State(CardState.ACTIVE),
                        new Fact.Kind(CardKind.APPLE_GIFT_CARD));
    }

    @Test
    void a_card_said_to_be_redeemed_already_is_tried_again_after_signing_out_and_in() {
        var music = Given.but(it -> {
            it.problem = Problem.ALREADY_REDEEMED;
            it.kind = CardKind.APPLE_MUSIC;
        });

        assertThat(contradiction(Problem.NOT_ACTIVATED).steps()).containsExactly(Step.TRY_AGAIN);
        assertThat(contradiction(Problem.ALREADY_REDEEMED).steps())
                .containsExactly(Step.SIGN_OUT_AND_IN, Step.TRY_AGAIN);
        assertThat(reason(music, Rule.CONTRADICTS_REGISTER).steps())
                .containsExactly(Step.SIGN_OUT_AND_IN, Step.SHOW_MEMBERSHIP, Step.TRY_AGAIN);
    }

    @Test
    void another_region_is_a_contradiction_while_the_account_matches_and_no_other_country_is_known() {
        var facts = Given.but(it -> {
            it.problem = Problem.OTHER_REGION;
            it.triedIn = null;
        });

        assertThat(rules(facts)).containsExactly(Rule.CONTRADICTS_REGISTER);
    }

    @Test
    void exactly_the_proofs_that_lack_are_named_and_collected() {
        var facts = Given.but(it -> {
            it.proofs.remove(ProofKind.FRONT);
            it.proofs.put(ProofKind.SERIAL, Facts.Proof.REFUSED);
            it.proofs.put(ProofKind.BACK, Facts.Proof.UNOBTAINABLE);
            it.proofs.put(ProofKind.OTHER, Facts.Proof.REFUSED);
        });

        assertThat(reason(facts, Rule.PROOF_MISSING).facts())
                .containsExactly(
                        new Fact.ProofStands(ProofKind.FRONT, Facts.Proof.MISSING),
                        new Fact.ProofStands(ProofKind.SERIAL, Facts.Proof.REFUSED));
        assertThat(reason(facts, Rule.PROOF_MISSING).steps()).containsExactly(Step.COLLECT_FRONT, Step.CONFIRM_SERIAL);
        assertThat(reason(facts, Rule.PROOF_UNOBTAINABLE).facts())
                .containsExactly(new Fact.ProofStands(ProofKind.BACK, Facts.Proof.UNOBTAINABLE));
    }

    @Test
    void each_proof_has_its_own_way_of_being_collected() {
        var physical = Given.but(it -> it.proofs.clear());
        var digital = Given.but(it -> {
            it.form = CardForm.DIGITAL;
            it.proofs.clear();
        });

        assertThat(reason(physical, Rule.PROOF_MISSING).steps())
                .containsExactly(Step.COLLECT_FRONT, Step.COLLECT_BACK, Step.COLLECT_RECEIPT, Step.CONFIRM_SERIAL);
        assertThat(reason(digital, Rule.PROOF_MISSING).steps())
                .containsExactly(Step.COLLECT_EMAIL, Step.COLLECT_RECEIPT, Step.CONFIRM_SERIAL);
    }

    @Test
    void a_replacement_carries_what_the_ledger_says_and_everything_it_rests_on() {
        var verdict = Assessment.of(due().facts());

        assertThat(verdict.outcome()).isEqualTo(Outcome.REPLACE);
        assertThat(verdict.amount()).isEqualTo(Given.BALANCE);
        assertThat(verdict.main().steps()).containsExactly(Step.REQUEST_REPLACEMENT);
        assertThat(verdict.main().facts())
                .containsExactly(
                        new Fact.State(CardState.ACTIVE),
                        new Fact.Unused(Given.BALANCE),
                        new Fact.Kind(CardKind.APPLE_GIFT_CARD),
                        new Fact.SoldIn(Region.DENMARK),
                        new Fact.Activated(LocalDate.of(2026, 5, 1)),
                        new Fact.BoughtOn(LocalDate.of(2026, 5, 1)),
                        new Fact.FirstReported(Given.FIRST_REPORT),
                        new Fact.Terms(Given.DANISH_TERMS),
                        new Fact.ProofStands(ProofKind.FRONT, Facts.Proof.ACCEPTED),
                        new Fact.ProofStands(ProofKind.BACK, Facts.Proof.ACCEPTED),
                        new Fact.ProofStands(ProofKind.RECEIPT, Facts.Proof.ACCEPTED),
                        new Fact.ProofStands(ProofKind.SERIAL, Facts.Proof.ACCEPTED));
    }

    @Test
    void a_code_that_is_replaced_names_its_expiry_among_the_days_it_stands_on() {
        var verdict = Assessment.of(codeGoodUntil(LocalDate.of(2026, 10, 31)).facts());

        assertThat(verdict.outcome()).isEqualTo(Outcome.REPLACE);
        assertThat(verdict.main().facts())
                .contains(
                        new Fact.Activated(LocalDate.of(2026, 5, 1)),
                        new Fact.BoughtOn(LocalDate.of(2026, 5, 1)),
                        new Fact.FirstReported(Given.FIRST_REPORT),
                        new Fact.Expires(LocalDate.of(2026, 10, 31)));
    }

    @Test
    void a_day_nobody_knows_is_not_named() {
        var verdict = Assessment.of(Given.but(it -> {
            it.activated = null;
            it.firstReported = null;
        }));

        assertThat(verdict.outcome()).isEqualTo(Outcome.REPLACE);
        assertThat(verdict.main().facts())
                .noneMatch(fact -> fact instanceof Fact.Activated || fact instanceof Fact.FirstReported);
    }

    @Test
    void a_code_that_cannot_be_read_is_not_asked_where_it_was_tried() {
        var verdict = Assessment.of(Given.but(it -> {
            it.problem = Problem.UNREADABLE;
            it.triedAt = null;
            it.accountRegion = null;
        }));

        assertThat(verdict.outcome()).isEqualTo(Outcome.REPLACE);
    }

    @Test
    void a_linked_balance_tried_in_a_retail_store_says_that_it_does_not_pay_there() {
        for (var account : new Facts.LinkedAccount[] {null, Facts.LinkedAccount.OWN, Facts.LinkedAccount.ANOTHERS}) {
            var there = Assessment.of(linkedTriedAt(Place.RETAIL_STORE, account));
            var online = Assessment.of(linkedTriedAt(Place.ONLINE_STORE, account));

            assertThat(there.main().facts())
                    .contains(new Fact.TriedAt(Place.RETAIL_STORE), new Fact.NotInRetailStore());
            assertThat(online.main().facts()).doesNotContain(new Fact.NotInRetailStore());
            assertThat(there.outcome()).isEqualTo(online.outcome());
        }
    }

    private static Facts linkedTriedAt(Place place, Facts.@Nullable LinkedAccount account) {
        return Given.but(it -> {
            it.state = CardState.LINKED;
            it.account = account;
            it.triedAt = place;
        });
    }

    @Test
    void a_content_code_is_replaced_by_a_code_for_the_same_content() {
        assertThat(Assessment.of(codeGoodUntil(Given.TODAY).facts()).amount()).isEqualTo(new Content("album-1001", 1));
    }

    record Says(Rule rule, Facts of, List<Fact> facts, List<Step> steps) {

        @Override
        public String toString() {
            return "row " + rule.row() + " " + rule;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatRowsSay")
    void a_row_names_the_facts_it_rests_on_and_the_steps_that_follow(Says says) {
        var reason = reason(says.of(), says.rule());

        assertThat(reason.facts()).containsExactlyElementsOf(says.facts());
        assertThat(reason.steps()).containsExactlyElementsOf(says.steps());
    }

    static Stream<Says> whatRowsSay() {
        var supervisor = List.of(Step.REFER_TO_SUPERVISOR);
        var dayBefore = Given.FIRST_REPORT.minusDays(1);
        return Stream.of(
                new Says(
                        Rule.TOP_UP_CARD,
                        Given.but(it -> it.kind = CardKind.TOP_UP_CHINA),
                        List.of(new Fact.Kind(CardKind.TOP_UP_CHINA)),
                        List.of(Step.POINT_TO_TOP_UP_GUIDANCE)),
                new Says(
                        Rule.REPLACED_BEFORE,
                        Given.but(it -> it.state = CardState.REPLACED),
                        List.of(new Fact.State(CardState.REPLACED)),
                        List.of(Step.SHOW_REPLACEMENT)),
                new Says(
                        Rule.VOIDED,
                        Given.but(it -> it.state = CardState.VOIDED),
                        List.of(new Fact.State(CardState.VOIDED)),
                        supervisor),
                new Says(
                        Rule.LINKED_STILL_MISSING,
                        Given.but(it -> {
                            it.state = CardState.LINKED;
                            it.account = Facts.LinkedAccount.OWN;
                            it.refreshed = true;
                        }),
                        List.of(new Fact.State(CardState.LINKED), new Fact.Linked(Facts.LinkedAccount.OWN)),
                        supervisor),
                new Says(
                        Rule.LINKED_ACCOUNT_UNKNOWN,
                        Given.but(it -> it.state = CardState.LINKED),
                        List.of(new Fact.State(CardState.LINKED), new Fact.Linked(null)),
                        List.of(Step.ASK_WHOSE_ACCOUNT)),
                new Says(
                        Rule.LINKED_TO_ANOTHER,
                        Given.but(it -> {
                            it.state = CardState.LINKED;
                            it.account = Facts.LinkedAccount.ANOTHERS;
                        }),
                        List.of(new Fact.State(CardState.LINKED), new Fact.Linked(Facts.LinkedAccount.ANOTHERS)),
                        supervisor),
                new Says(
                        Rule.LOST_AFTER_RISK_PASSED,
                        lost().facts(),
                        List.of(
                                new Fact.Reported(Problem.LOST_OR_STOLEN),
                                new Fact.RiskPassed(true),
                                new Fact.Terms(Given.DANISH_TERMS)),
                        List.of(Step.EXPLAIN_RISK, Step.OFFER_SUPERVISOR)),
                new Says(
                        Rule.LOST_OTHERWISE,
                        lost().and(it -> {
                                    it.riskPassed = null;
                                    it.boughtIn = null;
                                })
                                .facts(),
                        List.of(
                                new Fact.Reported(Problem.LOST_OR_STOLEN),
                                new Fact.RiskPassed(null),
                                new Fact.BoughtOn(LocalDate.of(2026, 5, 1)),
                                new Fact.Unknown(Fact.Missing.PURCHASE_COUNTRY)),
                        List.of(Step.ASK_WHEN_LOST, Step.ASK_PURCHASE_COUNTRY, Step.REFER_TO_SUPERVISOR)),
                new Says(
                        Rule.EXPIRED_BEFORE_REPORT,
                        codeGoodUntil(dayBefore).facts(),
                        List.of(
                                new Fact.Kind(CardKind.CONTENT_CODE),
                                new Fact.Expires(dayBefore),
                                new Fact.FirstReported(Given.FIRST_REPORT)),
                        List.of(Step.EXPLAIN_EXPIRY, Step.OFFER_SUPERVISOR)),
                new Says(
                        Rule.NOTHING_UNUSED,
                        Given.but(it -> it.unused = Given.NOTHING),
                        List.of(new Fact.State(CardState.ACTIVE), new Fact.Unused(Given.NOTHING)),
                        List.of(Step.EXPLAIN_BALANCE, Step.OFFER_SUPERVISOR)),
                new Says(
                        Rule.TRIED_IN_WRONG_PLACE,
                        codeGoodUntil(Given.TODAY)
                                .and(it -> it.triedAt = Place.RETAIL_STORE)
                                .facts(),
                        List.of(
                                new Fact.Kind(CardKind.CONTENT_CODE),
                                new Fact.TriedAt(Place.RETAIL_STORE),
                                new Fact.UsableAt(
                                        Usability.of(CardKind.CONTENT_CODE).orElseThrow())),
                        List.of(Step.NAME_RIGHT_PLACE)),
                new Says(
                        Rule.CHARACTERS_NOT_CHECKED,
                        Given.but(it -> it.charactersChecked = false),
                        List.of(new Fact.Reported(Problem.INVALID)),
                        List.of(Step.CHECK_CHARACTERS)),
                new Says(
                        Rule.CONTRADICTS_REGISTER_STILL,
                        codeGoodUntil(Given.TODAY)
                                .and(it -> {
                                    it.problem = Problem.EXPIRED;
                                    it.triedAgain = true;
                                })
                                .facts(),
                        List.of(
                                new Fact.Reported(Problem.EXPIRED),
                                new Fact.State(CardState.ACTIVE),
                                new Fact.Kind(CardKind.CONTENT_CODE),
                                new Fact.Expires(Given.TODAY)),
                        supervisor),
                new Says(
                        Rule.PROOF_UNOBTAINABLE,
                        Given.but(it -> it.proofs.put(ProofKind.RECEIPT, Facts.Proof.UNOBTAINABLE)),
                        List.of(new Fact.ProofStands(ProofKind.RECEIPT, Facts.Proof.UNOBTAINABLE)),
                        supervisor),
                new Says(
                        Rule.NO_TERMS_ON_FILE,
                        Given.but(it -> it.terms = List.of()),
                        List.of(new Fact.BoughtIn(Region.DENMARK), new Fact.BoughtOn(LocalDate.of(2026, 5, 1))),
                        supervisor),
                new Says(
                        Rule.BOUGHT_OUTSIDE_REGION,
                        Given.but(it -> it.boughtIn = Region.SWEDEN),
                        List.of(new Fact.SoldIn(Region.DENMARK), new Fact.BoughtIn(Region.SWEDEN)),
                        supervisor));
    }

    private static Verdict.Reason contradiction(Problem problem) {
        return reason(Given.but(it -> it.problem = problem), Rule.CONTRADICTS_REGISTER);
    }
}
