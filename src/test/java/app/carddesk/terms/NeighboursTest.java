package app.carddesk.terms;

import static app.carddesk.terms.EachRowTest.rules;
import static app.carddesk.terms.Given.codeGoodUntil;
import static app.carddesk.terms.Given.due;
import static app.carddesk.terms.Given.lost;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Content;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Precedence between every two neighbouring rows: the higher one wins, or the two can never meet. */
class NeighboursTest {

    private static final List<Rule> RULES = List.copyOf(EnumSet.allOf(Rule.class));

    private static final Facts.TermsVersion SWEDISH_TERMS = new Facts.TermsVersion(Region.SWEDEN, LocalDate.EPOCH);

    /** Every combination of what tells neighbours apart, over states, accounts, problems and what was done. */
    private static final List<List<Rule>> EVERY_COMBINATION = everyCombination();

    record Meeting(Rule higher, Facts facts) {

        Rule lower() {
            // Rows count from 1, so a row's number is the index of the next.
            return RULES.get(higher.row());
        }

        @Override
        public String toString() {
            return "row " + higher.row() + " " + higher + " before " + lower();
        }
    }

    record Exclusion(Rule higher, String because) {

        Rule lower() {
            // Rows count from 1, so a row's number is the index of the next.
            return RULES.get(higher.row());
        }

        @Override
        public String toString() {
            return "row " + higher.row() + " " + higher + " never meets " + lower() + ", because " + because;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meetings")
    void where_two_neighbours_meet_the_higher_one_gives_the_outcome(Meeting meeting) {
        assertThat(rules(meeting.facts())).startsWith(meeting.higher(), meeting.lower());
        assertThat(Assessment.of(meeting.facts()).outcome())
                .isEqualTo(meeting.higher().outcome());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exclusions")
    void two_neighbours_that_exclude_each_other_never_meet(Exclusion exclusion) {
        assertThat(EVERY_COMBINATION)
                .anyMatch(rules -> rules.contains(exclusion.higher()))
                .anyMatch(rules -> rules.contains(exclusion.lower()))
                .noneMatch(rules -> rules.contains(exclusion.higher()) && rules.contains(exclusion.lower()));
    }

    @Test
    void every_two_neighbours_are_looked_at_once() {
        var looked = Stream.concat(meetings().map(Meeting::higher), exclusions().map(Exclusion::higher));

        assertThat(looked).containsExactlyInAnyOrderElementsOf(RULES.subList(0, RULES.size() - 1));
    }

    @Test
    void the_rows_are_numbered_and_named_in_the_order_of_the_table() {
        assertThat(RULES).hasSize(25);
        assertThat(Rule.CARD_NOT_FOUND.row()).isEqualTo(1);
        assertThat(Rule.REPLACEMENT_DUE.row()).isEqualTo(25);
        assertThat(EVERY_COMBINATION).allSatisfy(rules -> assertThat(rules).isSorted());
    }

    static Stream<Meeting> meetings() {
        return Stream.of(
                new Meeting(Rule.TOP_UP_CARD, Given.but(it -> {
                    it.kind = CardKind.TOP_UP_CHINA;
                    it.state = CardState.REPLACED;
                })),
                new Meeting(
                        Rule.NOT_ACTIVATED_RETAILER_ASKED,
                        lost().and(it -> {
                                    it.state = CardState.NOT_ACTIVATED;
                                    it.retailer = Facts.RetailerAnswer.ASKED;
                                })
                                .facts()),
                new Meeting(
                        Rule.LOST_OTHERWISE,
                        codeGoodUntil(Given.FIRST_REPORT.minusDays(1))
                                .and(it -> it.problem = Problem.LOST_OR_STOLEN)
                                .facts()),
                new Meeting(
                        Rule.EXPIRED_BEFORE_REPORT,
                        codeGoodUntil(Given.FIRST_REPORT.minusDays(1))
                                .and(it -> it.unused = new Content("album-1001", 0))
                                .facts()),
                new Meeting(Rule.NOTHING_UNUSED, Given.but(it -> {
                    it.unused = Given.NOTHING;
                    it.triedAt = null;
                })),
                new Meeting(Rule.FACTS_UNKNOWN, Given.but(it -> {
                    it.boughtOn = null;
                    it.kind = CardKind.APPLE_STORE;
                    it.triedAt = Place.BOOKS;
                })),
                new Meeting(Rule.TRIED_IN_WRONG_PLACE, Given.but(it -> {
                    it.kind = CardKind.APPLE_STORE;
                    it.triedAt = Place.BOOKS;
                    it.triedIn = Region.FRANCE;
                })),
                new Meeting(Rule.TRIED_IN_OTHER_REGION, Given.but(it -> {
                    it.triedIn = Region.FRANCE;
                    it.charactersChecked = false;
                })),
                new Meeting(Rule.CONTRADICTS_REGISTER_STILL, Given.but(it -> {
                    it.problem = Problem.NOT_ACTIVATED;
                    it.triedAgain = true;
                    it.proofs.clear();
                })),
                new Meeting(Rule.PROOF_MISSING, Given.but(it -> {
                    it.proofs.remove(ProofKind.FRONT);
                    it.proofs.put(ProofKind.RECEIPT, Facts.Proof.UNOBTAINABLE);
                })),
                new Meeting(Rule.PROOF_UNOBTAINABLE, Given.but(it -> {
                    it.proofs.put(ProofKind.RECEIPT, Facts.Proof.UNOBTAINABLE);
                    it.terms = List.of();
                })),
                new Meeting(Rule.NO_TERMS_ON_FILE, Given.but(it -> it.boughtIn = Region.SWEDEN)));
    }

    static Stream<Exclusion> exclusions() {
        return Stream.of(
                new Exclusion(Rule.CARD_NOT_FOUND, "a card that is not found has no kind"),
                new Exclusion(Rule.REPLACED_BEFORE, "a card has one state"),
                new Exclusion(Rule.VOIDED, "a card has one state"),
                new Exclusion(Rule.LINKED_NOT_REFRESHED, "the balance is refreshed or not"),
                new Exclusion(Rule.LINKED_STILL_MISSING, "an account is known or not"),
                new Exclusion(Rule.LINKED_ACCOUNT_UNKNOWN, "an account is known or not"),
                new Exclusion(Rule.LINKED_TO_ANOTHER, "a card has one state"),
                new Exclusion(Rule.NOT_ACTIVATED_RETAILER_NOT_ASKED, "the retailer was asked or not"),
                new Exclusion(Rule.LOST_AFTER_RISK_PASSED, "row 12 is every loss that row 11 leaves"),
                new Exclusion(Rule.CHARACTERS_NOT_CHECKED, "a card reported invalid contradicts nothing"),
                new Exclusion(Rule.CONTRADICTS_REGISTER, "it was tried again or not"),
                new Exclusion(Rule.BOUGHT_OUTSIDE_REGION, "a replacement is due only if no row above applies"));
    }

    private static List<List<Rule>> everyCombination() {
        var seen = new ArrayList<List<Rule>>();
        seen.add(rules(Given.but(it -> it.inRegister = false)));
        seen.add(rules(Given.but(it -> it.kind = CardKind.TOP_UP_CHINA)));
        for (var state : CardState.values()) {
            for (var account : withNull(Facts.LinkedAccount.values())) {
                for (var problem : withNull(Problem.values())) {
                    for (var retailer : withNull(Facts.RetailerAnswer.values())) {
                        for (var risk : withNull(new Boolean[] {true, false})) {
                            // Bits: refreshed, characters checked, tried again, bought abroad, terms on file
                            IntStream.range(0, 32)
                                    .mapToObj(bits -> due().and(it -> {
                                        it.state = state;
                                        it.account = account.isEmpty() ? null : account.getFirst();
                                        it.problem = problem.isEmpty() ? null : problem.getFirst();
                                        it.retailer = retailer.isEmpty() ? null : retailer.getFirst();
                                        it.riskPassed = risk.isEmpty() ? null : risk.getFirst();
                                        it.refreshed = (bits & 1) != 0;
                                        it.charactersChecked = (bits & 2) != 0;
                                        it.triedAgain = (bits & 4) != 0;
                                        it.boughtIn = (bits & 8) != 0 ? Region.SWEDEN : Region.DENMARK;
                                        it.terms = (bits & 16) != 0
                                                ? List.of(Given.DANISH_TERMS, SWEDISH_TERMS)
                                                : List.of();
                                    }))
                                    .map(given -> rules(given.facts()))
                                    .forEach(seen::add);
                        }
                    }
                }
            }
        }
        return seen;
    }

    /** Each value as a list of one, and an empty list for the unknown. */
    private static <T> List<List<T>> withNull(T[] values) {
        return Stream.concat(Stream.of(List.<T>of()), Arrays.stream(values).map(List::of))
                .toList();
    }
}
