package app.carddesk.terms;

import static app.carddesk.terms.EachRowTest.rules;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Content;
import app.carddesk.shared.Money;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** What holds for any facts whatever. The generator leans towards a replacement, so that the rare rows are met. */
class VerdictPropertyTest {

    private static final LocalDate TODAY = Given.TODAY;

    /** Rows that rest on one thing being known to differ from another, or known to have happened. */
    private static final Set<Rule> REST_ON_A_DIFFERENCE = EnumSet.of(
            Rule.LINKED_NOT_REFRESHED,
            Rule.LINKED_STILL_MISSING,
            Rule.LINKED_TO_ANOTHER,
            Rule.NOT_ACTIVATED_RETAILER_ASKED,
            Rule.LOST_AFTER_RISK_PASSED,
            Rule.EXPIRED_BEFORE_REPORT,
            Rule.TRIED_IN_WRONG_PLACE,
            Rule.TRIED_IN_OTHER_REGION,
            Rule.CHARACTERS_NOT_CHECKED,
            Rule.NO_TERMS_ON_FILE,
            Rule.BOUGHT_OUTSIDE_REGION);

    @Property(tries = 2000)
    void only_row_25_gives_a_replacement_and_it_stands_alone(@ForAll("anyFacts") Facts facts) {
        var verdict = Assessment.of(facts);
        boolean replace = verdict.outcome() == Outcome.REPLACE;

        assertThat(verdict.reasons().stream().anyMatch(reason -> reason.outcome() == Outcome.REPLACE))
                .isEqualTo(replace);
        if (replace) {
            assertThat(rules(facts)).containsExactly(Rule.REPLACEMENT_DUE);
        }
        Statistics.label("replacement due")
                .collect(replace)
                .coverage(it -> it.check(true).percentage(share -> share > 0.5));
    }

    @Property(tries = 2000)
    void the_amount_is_the_ledgers_unused_balance_and_only_a_replacement_has_one(@ForAll("anyFacts") Facts facts) {
        var verdict = Assessment.of(facts);

        for (var reason : verdict.reasons()) {
            assertThat(reason.amount())
                    .isEqualTo(
                            reason.rule() == Rule.REPLACEMENT_DUE ? card(facts).unused() : null);
        }
        assertThat(verdict.amount()).isEqualTo(verdict.main().amount());
    }

    @Property(tries = 2000)
    void a_replacement_needs_an_active_card_with_a_balance_accepted_proofs_and_terms(@ForAll("anyFacts") Facts facts) {
        if (Assessment.of(facts).outcome() != Outcome.REPLACE) {
            return;
        }
        var card = card(facts);
        assertThat(card.state()).isEqualTo(CardState.ACTIVE);
        assertThat(card.kind()).isNotEqualTo(CardKind.TOP_UP_CHINA);
        assertThat(card.unused().quantity()).isPositive();
        assertThat(ProofsNeeded.of(card.form()))
                .allSatisfy(kind -> assertThat(facts.proofs()).containsEntry(kind, Facts.Proof.ACCEPTED));
        var purchase = facts.purchase();
        assertThat(purchase.country()).isEqualTo(card.soldIn());
        assertThat(facts.terms())
                .anyMatch(version -> version.country().equals(purchase.country())
                        && !version.from().isAfter(Objects.requireNonNull(purchase.date())));
    }

    @Property(tries = 2000)
    void what_is_reported_as_anything_but_invalid_or_unreadable_is_never_simply_replaced(
            @ForAll("anyFacts") Facts facts) {
        if (Assessment.of(facts).outcome() == Outcome.REPLACE) {
            assertThat(facts.report().problem()).isIn(Problem.INVALID, Problem.UNREADABLE);
        }
    }

    @Property(tries = 2000)
    void a_fact_that_becomes_unknown_never_brings_up_a_row_that_rests_on_a_difference(@ForAll("anyFacts") Facts facts) {
        for (var forgetful : forgetOneFactEach(facts)) {
            var news = new HashSet<>(rules(forgetful));
            rules(facts).forEach(news::remove);
            assertThat(news).doesNotContainAnyElementsOf(REST_ON_A_DIFFERENCE);
        }
    }

    @Property(tries = 2000)
    void of_a_card_about_which_nothing_was_said_only_questions_and_the_register_speak(@ForAll("anyFacts") Facts facts) {
        var silent = new Facts(
                withoutAccount(facts.card()),
                new Facts.Report(null, null, null, null, null, null, null, false, false, false, null),
                new Facts.Purchase(null, null),
                Map.of(),
                facts.terms(),
                TODAY);

        assertThat(rules(silent))
                .doesNotContainAnyElementsOf(REST_ON_A_DIFFERENCE)
                .doesNotContain(
                        Rule.LOST_OTHERWISE,
                        Rule.CONTRADICTS_REGISTER,
                        Rule.CONTRADICTS_REGISTER_STILL,
                        Rule.PROOF_UNOBTAINABLE,
                        Rule.REPLACEMENT_DUE);
    }

    @Property(tries = 2000)
    void reasons_stand_in_the_order_of_the_table_without_repeating(@ForAll("anyFacts") Facts facts) {
        assertThat(rules(facts)).isSorted().doesNotHaveDuplicates().isNotEmpty();
    }

    @Property(tries = 2000)
    void rows_15_to_25_speak_of_active_cards_alone(@ForAll("anyFacts") Facts facts) {
        var card = facts.card();
        if (card == null) {
            assertThat(rules(facts)).containsExactly(Rule.CARD_NOT_FOUND);
        } else if (card.state() != CardState.ACTIVE) {
            assertThat(rules(facts)).allMatch(rule -> rule.row() < 14);
        }
    }

    @Property(tries = 2000)
    void the_same_facts_give_the_same_verdict(@ForAll("anyFacts") Facts facts) {
        assertThat(Assessment.of(facts)).isEqualTo(Assessment.of(facts));
    }

    @Provide
    Arbitrary<Facts> anyFacts() {
        var proofs = Arbitraries.maps(
                        Arbitraries.of(ProofKind.class),
                        Arbitraries.frequencyOf(
                                Tuple.of(12, Arbitraries.just(Facts.Proof.ACCEPTED)),
                                Tuple.of(1, Arbitraries.of(Facts.Proof.class))))
                .ofMinSize(5);
        var purchases = Combinators.combine(
                        days(LocalDate.of(2021, 1, 1)).injectNull(0.05),
                        regions().injectNull(0.05))
                .as(Facts.Purchase::new);
        var terms = Combinators.combine(regions(), days(LocalDate.of(2019, 1, 1)))
                .as(Facts.TermsVersion::new)
                .list()
                .ofMaxSize(6);
        return Combinators.combine(cards(), reports(), purchases, proofs, terms)
                .as((card, report, purchase, stand, versions) ->
                        new Facts(card, report, purchase, stand, versions, TODAY));
    }

    private static Arbitrary<Facts.@Nullable Card> cards() {
        var states = Arbitraries.frequency(
                Tuple.of(8, CardState.ACTIVE),
                Tuple.of(1, CardState.NOT_ACTIVATED),
                Tuple.of(1, CardState.LINKED),
                Tuple.of(1, CardState.VOIDED),
                Tuple.of(1, CardState.REPLACED));
        return Combinators.combine(
                        Arbitraries.of(CardKind.class),
                        Arbitraries.of(CardForm.class),
                        regions(),
                        states,
                        worths(),
                        days(LocalDate.of(2026, 8, 1)).injectNull(0.2),
                        Arbitraries.of(Facts.LinkedAccount.class).injectNull(0.3),
                        days(LocalDate.of(2026, 1, 1)).injectNull(0.2))
                .as(Facts.Card::new)
                .injectNull(0.03);
    }

    private static Arbitrary<Worth> worths() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6, Arbitraries.longs().between(1, 1_000_000).map(minor -> (Worth) Money.ofMinor(minor, "DKK"))),
                Tuple.of(1, Arbitraries.just((Worth) Money.ofMinor(0, "DKK"))),
                Tuple.of(2, Arbitraries.longs().between(0, 1).map(left -> (Worth) new Content("album-1001", left))));
    }

    private static Arbitrary<Facts.Report> reports() {
        var problems = Arbitraries.frequency(
                Tuple.of(6, Problem.UNREADABLE),
                Tuple.of(6, Problem.INVALID),
                Tuple.of(1, Problem.NOT_ACTIVATED),
                Tuple.of(1, Problem.ALREADY_REDEEMED),
                Tuple.of(2, Problem.OTHER_REGION),
                Tuple.of(2, Problem.EXPIRED),
                Tuple.of(1, Problem.LOST_OR_STOLEN));
        var tried = Combinators.combine(
                        Arbitraries.of(Place.class).injectNull(0.05),
                        regions().injectNull(0.2),
                        regions().injectNull(0.05),
                        Arbitraries.of(true, false).injectNull(0.3))
                .as(Tried::new);
        var done = Combinators.combine(
                        Arbitraries.of(Facts.RetailerAnswer.class).injectNull(0.5),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false).injectNull(0.3))
                .as(Done::new);
        return Combinators.combine(
                        problems.injectNull(0.05),
                        days(LocalDate.of(2026, 8, 1)).injectNull(0.1),
                        tried,
                        done)
                .as((problem, first, where, what) -> new Facts.Report(
                        problem,
                        first,
                        where.at(),
                        where.in(),
                        where.account(),
                        where.member(),
                        what.retailer(),
                        what.checked(),
                        what.refreshed(),
                        what.again(),
                        what.risk()));
    }

    private record Tried(
            @Nullable Place at,
            @Nullable Region in,
            @Nullable Region account,
            @Nullable Boolean member) {}

    private record Done(
            Facts.@Nullable RetailerAnswer retailer,
            boolean checked,
            boolean refreshed,
            boolean again,
            @Nullable Boolean risk) {}

    /** Denmark most of the time: facts in which every region differs meet few rows. */
    private static Arbitrary<Region> regions() {
        return Arbitraries.frequency(
                Tuple.of(10, Region.DENMARK), Tuple.of(1, Region.SWEDEN), Tuple.of(1, Region.FRANCE));
    }

    /** Days up to today: nothing is reported or bought tomorrow. */
    private static Arbitrary<LocalDate> days(LocalDate from) {
        return Arbitraries.longs()
                .between(from.toEpochDay(), TODAY.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Facts.Card card(Facts facts) {
        return Objects.requireNonNull(facts.card());
    }

    private static Facts.@Nullable Card withoutAccount(Facts.@Nullable Card card) {
        return card == null
                ? null
                : new Facts.Card(
                        card.kind(),
                        card.form(),
                        card.soldIn(),
                        card.state(),
                        card.unused(),
                        card.expiry(),
                        null,
                        card.activated());
    }

    private static List<Facts> forgetOneFactEach(Facts facts) {
        var it = facts.report();
        var bought = facts.purchase();
        return List.of(
                with(facts, withoutAccount(facts.card()), it, bought),
                with(facts, withoutExpiry(facts.card()), it, bought),
                with(facts, facts.card(), report(it, Forgotten.PROBLEM), bought),
                with(facts, facts.card(), report(it, Forgotten.FIRST_REPORT), bought),
                with(facts, facts.card(), report(it, Forgotten.PLACE), bought),
                with(facts, facts.card(), report(it, Forgotten.TRIED_IN), bought),
                with(facts, facts.card(), report(it, Forgotten.ACCOUNT_REGION), bought),
                with(facts, facts.card(), report(it, Forgotten.MEMBERSHIP), bought),
                with(facts, facts.card(), report(it, Forgotten.RETAILER), bought),
                with(facts, facts.card(), report(it, Forgotten.RISK), bought),
                with(facts, facts.card(), it, new Facts.Purchase(null, bought.country())),
                with(facts, facts.card(), it, new Facts.Purchase(bought.date(), null)));
    }

    private enum Forgotten {
        PROBLEM,
        FIRST_REPORT,
        PLACE,
        TRIED_IN,
        ACCOUNT_REGION,
        MEMBERSHIP,
        RETAILER,
        RISK
    }

    private static Facts.Report report(Facts.Report it, Forgotten what) {
        return new Facts.Report(
                what == Forgotten.PROBLEM ? null : it.problem(),
                what == Forgotten.FIRST_REPORT ? null : it.firstReported(),
                what == Forgotten.PLACE ? null : it.triedAt(),
                what == Forgotten.TRIED_IN ? null : it.triedIn(),
                what == Forgotten.ACCOUNT_REGION ? null : it.accountRegion(),
                what == Forgotten.MEMBERSHIP ? null : it.activeMembership(),
                what == Forgotten.RETAILER ? null : it.retailer(),
                it.charactersChecked(),
                it.refreshed(),
                it.triedAgain(),
                what == Forgotten.RISK ? null : it.riskPassed());
    }

    private static Facts.@Nullable Card withoutExpiry(Facts.@Nullable Card card) {
        return card == null
                ? null
                : new Facts.Card(
                        card.kind(),
                        card.form(),
                        card.soldIn(),
                        card.state(),
                        card.unused(),
                        null,
                        card.account(),
                        card.activated());
    }

    private static Facts with(Facts facts, Facts.@Nullable Card card, Facts.Report report, Facts.Purchase purchase) {
        return new Facts(card, report, purchase, facts.proofs(), facts.terms(), facts.today());
    }
}
