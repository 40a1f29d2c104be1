package app.carddesk.terms;

import static app.carddesk.terms.Given.FIRST_REPORT;
import static app.carddesk.terms.Given.TODAY;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table, row by row: two inputs that differ in one condition, of which the row applies to the first alone. */
class EachRowTest {

    private static final LocalDate DAY_BEFORE_REPORT = FIRST_REPORT.minusDays(1);

    record Pair(Rule rule, String condition, Facts applies, Facts doesNot) {

        @Override
        public String toString() {
            return "row " + rule.row() + " " + rule + " needs: " + condition;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void a_row_applies_only_while_each_of_its_conditions_holds(Pair pair) {
        assertThat(rules(pair.applies())).contains(pair.rule());
        assertThat(rules(pair.doesNot())).doesNotContain(pair.rule());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void a_reason_repeats_the_outcome_and_sources_of_its_row_and_says_what_to_do(Pair pair) {
        var reason = reason(pair.applies(), pair.rule());

        assertThat(reason.outcome()).isEqualTo(pair.rule().outcome());
        assertThat(reason.citations()).isEqualTo(pair.rule().citations());
        assertThat(reason.steps()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(reason.facts()).doesNotHaveDuplicates();
    }

    @Test
    void every_row_has_a_pair() {
        assertThat(pairs().map(Pair::rule)).containsAll(EnumSet.allOf(Rule.class));
    }

    static Stream<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        registerRows(pairs);
        coverRows(pairs);
        askingRows(pairs);
        wrongPlaceAndRegion(pairs);
        checkingRows(pairs);
        evidenceAndTermsRows(pairs);
        replacement(pairs);
        return pairs.stream();
    }

    private static void registerRows(List<Pair> pairs) {
        pair(pairs, Rule.CARD_NOT_FOUND, "no card in the register", Given::due, it -> it.inRegister = false);
        pair(pairs, Rule.TOP_UP_CARD, "a Top-Up card", Given::due, it -> it.kind = CardKind.TOP_UP_CHINA);
        pair(pairs, Rule.REPLACED_BEFORE, "replaced", Given::due, it -> it.state = CardState.REPLACED);
        pair(pairs, Rule.VOIDED, "voided", Given::due, it -> it.state = CardState.VOIDED);

        Supplier<Given> linked = () -> due().and(it -> it.state = CardState.LINKED);
        Supplier<Given> own = () -> linked.get().and(it -> it.account = Facts.LinkedAccount.OWN);
        Supplier<Given> ownRefreshed = () -> own.get().and(it -> it.refreshed = true);
        Consumer<Given> active = it -> it.state = CardState.ACTIVE;
        Consumer<Given> anothers = it -> it.account = Facts.LinkedAccount.ANOTHERS;
        Consumer<Given> unknownAccount = it -> it.account = null;
        unless(pairs, Rule.LINKED_NOT_REFRESHED, "linked", own, active);
        unless(pairs, Rule.LINKED_NOT_REFRESHED, "the customer's own account, not another's", own, anothers);
        unless(pairs, Rule.LINKED_NOT_REFRESHED, "an account known to be the customer's", own, unknownAccount);
        unless(pairs, Rule.LINKED_NOT_REFRESHED, "not refreshed", own, it -> it.refreshed = true);
        unless(pairs, Rule.LINKED_STILL_MISSING, "linked", ownRefreshed, active);
        unless(pairs, Rule.LINKED_STILL_MISSING, "the customer's own account, not another's", ownRefreshed, anothers);
        unless(pairs, Rule.LINKED_STILL_MISSING, "an account known to be own", ownRefreshed, unknownAccount);
        unless(pairs, Rule.LINKED_STILL_MISSING, "refreshed", ownRefreshed, it -> it.refreshed = false);
        unless(pairs, Rule.LINKED_ACCOUNT_UNKNOWN, "linked", linked, active);
        unless(
                pairs,
                Rule.LINKED_ACCOUNT_UNKNOWN,
                "no answer that it is the customer's own",
                linked,
                it -> it.account = Facts.LinkedAccount.OWN);
        unless(pairs, Rule.LINKED_ACCOUNT_UNKNOWN, "no answer that it is another's", linked, anothers);
        Supplier<Given> other = () -> linked.get().and(anothers);
        unless(pairs, Rule.LINKED_TO_ANOTHER, "linked", other, active);
        unless(pairs, Rule.LINKED_TO_ANOTHER, "another's account", other, it -> it.account = Facts.LinkedAccount.OWN);
        unless(pairs, Rule.LINKED_TO_ANOTHER, "an account known to be another's", other, unknownAccount);

        Supplier<Given> notActivated = () -> due().and(it -> it.state = CardState.NOT_ACTIVATED);
        unless(pairs, Rule.NOT_ACTIVATED_RETAILER_NOT_ASKED, "not activated", notActivated, active);
        for (var answer : Facts.RetailerAnswer.values()) {
            Consumer<Given> asked = it -> it.retailer = answer;
            unless(pairs, Rule.NOT_ACTIVATED_RETAILER_NOT_ASKED, "retailer not " + answer, notActivated, asked);
            pair(pairs, Rule.NOT_ACTIVATED_RETAILER_ASKED, "retailer " + answer, notActivated, asked);
            unless(
                    pairs,
                    Rule.NOT_ACTIVATED_RETAILER_ASKED,
                    "not activated, retailer " + answer,
                    () -> notActivated.get().and(asked),
                    active);
        }
    }

    private static void coverRows(List<Pair> pairs) {
        unless(pairs, Rule.LOST_AFTER_RISK_PASSED, "lost", Given::lost, it -> it.problem = Problem.UNREADABLE);
        unless(pairs, Rule.LOST_AFTER_RISK_PASSED, "a problem known to be loss", Given::lost, it -> it.problem = null);
        unless(pairs, Rule.LOST_AFTER_RISK_PASSED, "risk passed", Given::lost, it -> it.riskPassed = false);
        unless(
                pairs,
                Rule.LOST_AFTER_RISK_PASSED,
                "risk known to have passed",
                Given::lost,
                it -> it.riskPassed = null);
        unless(pairs, Rule.LOST_AFTER_RISK_PASSED, "terms on file", Given::lost, it -> it.terms = List.of());
        unless(pairs, Rule.LOST_AFTER_RISK_PASSED, "a known purchase date", Given::lost, it -> it.boughtOn = null);
        unless(pairs, Rule.LOST_AFTER_RISK_PASSED, "a known purchase country", Given::lost, it -> it.boughtIn = null);

        pair(pairs, Rule.LOST_OTHERWISE, "risk not passed", Given::lost, it -> it.riskPassed = false);
        pair(
                pairs,
                Rule.LOST_OTHERWISE,
                "nobody knows whether the risk passed",
                Given::lost,
                it -> it.riskPassed = null);
        pair(pairs, Rule.LOST_OTHERWISE, "no terms on file", Given::lost, it -> it.terms = List.of());
        pair(pairs, Rule.LOST_OTHERWISE, "unknown purchase date", Given::lost, it -> it.boughtOn = null);
        pair(pairs, Rule.LOST_OTHERWISE, "unknown purchase country", Given::lost, it -> it.boughtIn = null);
        unless(
                pairs,
                Rule.LOST_OTHERWISE,
                "lost",
                () -> lost().and(it -> it.riskPassed = false),
                it -> it.problem = Problem.UNREADABLE);

        Supplier<Given> expired = () -> codeGoodUntil(DAY_BEFORE_REPORT);
        Rule late = Rule.EXPIRED_BEFORE_REPORT;
        unless(pairs, late, "a content code", expired, it -> it.kind = CardKind.APPLE_MUSIC);
        unless(pairs, late, "expiry before the first report, not on its day", expired, it -> it.expiry = FIRST_REPORT);
        unless(pairs, late, "a known expiry", expired, it -> it.expiry = null);
        unless(pairs, late, "a known first report", expired, it -> it.firstReported = null);
        unless(
                pairs,
                late,
                "expiry before the first report, not merely before today",
                expired,
                it -> it.expiry = TODAY.minusDays(1));

        pair(pairs, Rule.NOTHING_UNUSED, "nothing unused", Given::due, it -> it.unused = Given.NOTHING);
        pair(
                pairs,
                Rule.NOTHING_UNUSED,
                "the content code used",
                () -> codeGoodUntil(TODAY),
                it -> it.unused = new Content("album-1001", 0));
        unless(
                pairs,
                Rule.NOTHING_UNUSED,
                "active",
                () -> due().and(it -> it.unused = Given.NOTHING),
                it -> it.state = CardState.NOT_ACTIVATED);
    }

    private static void askingRows(List<Pair> pairs) {
        Rule rule = Rule.FACTS_UNKNOWN;
        pair(pairs, rule, "problem unknown", Given::due, it -> it.problem = null);
        pair(pairs, rule, "place unknown", Given::due, it -> it.triedAt = null);
        pair(pairs, rule, "account region unknown", Given::due, it -> it.accountRegion = null);
        pair(pairs, rule, "purchase date unknown", Given::due, it -> it.boughtOn = null);
        pair(pairs, rule, "purchase country unknown", Given::due, it -> it.boughtIn = null);
        unless(
                pairs,
                rule,
                "not unreadable, for the place to matter",
                () -> due().and(it -> it.triedAt = null),
                it -> it.problem = Problem.UNREADABLE);
        unless(
                pairs,
                rule,
                "not unreadable, for the account region to matter",
                () -> due().and(it -> it.accountRegion = null),
                it -> it.problem = Problem.UNREADABLE);
        Supplier<Given> unreadable = () -> due().and(it -> it.problem = Problem.UNREADABLE);
        pair(pairs, rule, "purchase date of an unreadable card", unreadable, it -> it.boughtOn = null);
        pair(pairs, rule, "purchase country of an unreadable card", unreadable, it -> it.boughtIn = null);
        for (var state : EnumSet.complementOf(EnumSet.of(CardState.ACTIVE))) {
            unless(
                    pairs,
                    rule,
                    "active, not " + state,
                    () -> due().and(it -> it.problem = null),
                    it -> it.state = state);
        }
        Supplier<Given> pastItsDate = () -> codeGoodUntil(TODAY.minusDays(1));
        pair(pairs, rule, "first report unknown of a code past its date", pastItsDate, it -> it.firstReported = null);
        unless(
                pairs,
                rule,
                "a code past its date, for the first report to matter",
                () -> pastItsDate.get().and(it -> it.firstReported = null),
                it -> it.expiry = TODAY);
        pair(pairs, rule, "expiry of a content code unknown", pastItsDate, it -> it.expiry = null);
        unless(
                pairs,
                rule,
                "a kind that expires, for the expiry to matter",
                () -> codeGoodUntil(null),
                it -> it.kind = CardKind.APP_STORE_ITUNES);
    }

    private static void wrongPlaceAndRegion(List<Pair> pairs) {
        Supplier<Given> productsCard = () -> due().and(it -> {
            it.kind = CardKind.APPLE_STORE;
            it.triedAt = Place.APP_STORE;
        });
        Rule place = Rule.TRIED_IN_WRONG_PLACE;
        unless(pairs, place, "active", productsCard, it -> it.state = CardState.VOIDED);
        unless(pairs, place, "not unreadable", productsCard, it -> it.problem = Problem.UNREADABLE);
        unless(pairs, place, "known not to be unreadable", productsCard, it -> it.problem = null);
        unless(pairs, place, "a place where it cannot be used", productsCard, it -> it.triedAt = Place.RETAIL_STORE);
        unless(pairs, place, "a known place", productsCard, it -> it.triedAt = null);
        unless(pairs, place, "a kind that cannot be used there", productsCard, it -> it.kind = CardKind.APPLE_MUSIC);
        unless(pairs, place, "a kind of which we know", productsCard, it -> it.kind = CardKind.TOP_UP_CHINA);

        Supplier<Given> swedishAccount = () -> due().and(it -> it.accountRegion = Region.SWEDEN);
        Supplier<Given> inNorway = () -> due().and(it -> it.triedIn = Region.NORWAY);
        Rule region = Rule.TRIED_IN_OTHER_REGION;
        unless(pairs, region, "active", swedishAccount, it -> it.state = CardState.LINKED);
        unless(pairs, region, "not unreadable", swedishAccount, it -> it.problem = Problem.UNREADABLE);
        unless(pairs, region, "known not to be unreadable", swedishAccount, it -> it.problem = null);
        unless(pairs, region, "account of another region", swedishAccount, it -> it.accountRegion = Region.DENMARK);
        unless(pairs, region, "a known account region", swedishAccount, it -> it.accountRegion = null);
        unless(pairs, region, "tried in another country", inNorway, it -> it.triedIn = Region.DENMARK);
        unless(pairs, region, "a known country where tried", inNorway, it -> it.triedIn = null);
        unless(pairs, region, "sold elsewhere", inNorway, it -> {
            it.soldIn = Region.NORWAY;
            it.accountRegion = Region.NORWAY;
        });
    }

    private static void checkingRows(List<Pair> pairs) {
        Supplier<Given> unchecked = () -> due().and(it -> it.charactersChecked = false);
        Rule check = Rule.CHARACTERS_NOT_CHECKED;
        unless(pairs, check, "active", unchecked, it -> it.state = CardState.NOT_ACTIVATED);
        unless(pairs, check, "reported invalid", unchecked, it -> it.problem = Problem.UNREADABLE);
        unless(pairs, check, "known to be invalid", unchecked, it -> it.problem = null);
        unless(pairs, check, "characters not checked", unchecked, it -> it.charactersChecked = true);

        for (boolean again : List.of(false, true)) {
            Rule rule = again ? Rule.CONTRADICTS_REGISTER_STILL : Rule.CONTRADICTS_REGISTER;
            Supplier<Given> contradiction = () -> due().and(it -> {
                it.problem = Problem.NOT_ACTIVATED;
                it.triedAgain = again;
            });
            Supplier<Given> redeemed = () -> contradiction.get().and(it -> it.problem = Problem.ALREADY_REDEEMED);
            Supplier<Given> region = () -> contradiction.get().and(it -> it.problem = Problem.OTHER_REGION);
            Supplier<Given> goodCode = () -> codeGoodUntil(FIRST_REPORT).and(it -> {
                it.problem = Problem.EXPIRED;
                it.triedAgain = again;
            });
            Supplier<Given> card = () -> contradiction.get().and(it -> it.problem = Problem.EXPIRED);
            unless(pairs, rule, again ? "tried again" : "not tried again", contradiction, it -> it.triedAgain = !again);
            unless(pairs, rule, "active", contradiction, it -> it.state = CardState.NOT_ACTIVATED);
            for (var honest : List.of(Problem.INVALID, Problem.UNREADABLE, Problem.LOST_OR_STOLEN)) {
                unless(pairs, rule, "a problem the register speaks to", contradiction, it -> it.problem = honest);
            }
            unless(pairs, rule, "a known problem", contradiction, it -> it.problem = null);
            unless(pairs, rule, "redeemed, yet a balance", redeemed, it -> it.unused = Given.NOTHING);
            unless(pairs, rule, "account matches", region, it -> it.accountRegion = Region.SWEDEN);
            unless(pairs, rule, "account known to match", region, it -> it.accountRegion = null);
            unless(pairs, rule, "tried in its region", region, it -> it.triedIn = Region.NORWAY);
            unless(pairs, rule, "expired, yet good at first report", goodCode, it -> it.expiry = DAY_BEFORE_REPORT);
            unless(pairs, rule, "expired, yet known to be good", goodCode, it -> it.expiry = null);
            unless(pairs, rule, "expired, a kind that does not expire", card, it -> it.kind = CardKind.CONTENT_CODE);
            unless(
                    pairs,
                    rule,
                    "expired, first report unknown, yet good today",
                    () -> goodCode.get().and(it -> {
                        it.expiry = TODAY;
                        it.firstReported = null;
                    }),
                    it -> it.expiry = TODAY.minusDays(1));
        }
    }

    private static void evidenceAndTermsRows(List<Pair> pairs) {
        Supplier<Given> digital = () -> due().and(it -> {
            it.form = CardForm.DIGITAL;
            it.proofs.clear();
            ProofsNeeded.of(CardForm.DIGITAL).forEach(needed -> it.proofs.put(needed, Facts.Proof.ACCEPTED));
        });
        for (var form : CardForm.values()) {
            Supplier<Given> complete = form == CardForm.PHYSICAL ? Given::due : digital;
            for (var kind : ProofsNeeded.of(form)) {
                String proof = form + " " + kind;
                Rule missing = Rule.PROOF_MISSING;
                Rule unobtainable = Rule.PROOF_UNOBTAINABLE;
                Consumer<Given> absent = it -> it.proofs.remove(kind);
                Consumer<Given> declared = it -> it.proofs.put(kind, Facts.Proof.UNOBTAINABLE);
                pair(pairs, missing, proof + " absent", complete, absent);
                pair(pairs, missing, proof + " missing", complete, it -> it.proofs.put(kind, Facts.Proof.MISSING));
                pair(pairs, missing, proof + " refused", complete, it -> it.proofs.put(kind, Facts.Proof.REFUSED));
                unless(
                        pairs,
                        missing,
                        proof + " not declared unobtainable",
                        () -> complete.get().and(absent),
                        declared);
                pair(pairs, unobtainable, proof + " unobtainable", complete, declared);
                unless(
                        pairs,
                        unobtainable,
                        proof + " declared, not just refused",
                        () -> complete.get().and(declared),
                        it -> it.proofs.put(kind, Facts.Proof.REFUSED));
                unless(pairs, missing, "active", () -> complete.get().and(absent), it -> it.state = CardState.VOIDED);
                unless(
                        pairs,
                        unobtainable,
                        "active",
                        () -> complete.get().and(declared),
                        it -> it.state = CardState.VOIDED);
            }
        }
        unless(
                pairs,
                Rule.PROOF_MISSING,
                "a proof that this form needs",
                () -> digital.get().and(it -> it.form = CardForm.PHYSICAL),
                it -> it.form = CardForm.DIGITAL);
        unless(
                pairs,
                Rule.PROOF_UNOBTAINABLE,
                "a proof that this form needs",
                () -> due().and(it -> {
                    it.proofs.put(ProofKind.BACK, Facts.Proof.UNOBTAINABLE);
                    it.proofs.put(ProofKind.EMAIL, Facts.Proof.ACCEPTED);
                }),
                it -> it.form = CardForm.DIGITAL);

        Supplier<Given> noTerms = () -> due().and(it -> it.terms = List.of());
        Supplier<Given> early = () -> due().and(it -> it.boughtOn = LocalDate.of(2022, 6, 27));
        Rule terms = Rule.NO_TERMS_ON_FILE;
        unless(pairs, terms, "none on file", noTerms, it -> it.terms = List.of(Given.DANISH_TERMS));
        unless(
                pairs,
                terms,
                "bought before they came into force",
                early,
                it -> it.boughtOn = LocalDate.of(2022, 6, 28));
        unless(pairs, terms, "active", noTerms, it -> it.state = CardState.REPLACED);
        unless(pairs, terms, "a known purchase date", noTerms, it -> it.boughtOn = null);
        unless(pairs, terms, "a known purchase country", noTerms, it -> it.boughtIn = null);
        pair(pairs, terms, "a country without terms", Given::due, it -> it.boughtIn = Region.SWEDEN);

        Supplier<Given> abroad = () -> due().and(it -> it.boughtIn = Region.SWEDEN);
        Rule outside = Rule.BOUGHT_OUTSIDE_REGION;
        unless(pairs, outside, "active", abroad, it -> it.state = CardState.LINKED);
        unless(pairs, outside, "bought elsewhere", abroad, it -> it.boughtIn = Region.DENMARK);
        unless(pairs, outside, "a known purchase country", abroad, it -> it.boughtIn = null);
    }

    private static void replacement(List<Pair> pairs) {
        Rule rule = Rule.REPLACEMENT_DUE;
        unless(pairs, rule, "a card in the register", Given::due, it -> it.inRegister = false);
        for (var state : EnumSet.complementOf(EnumSet.of(CardState.ACTIVE))) {
            unless(pairs, rule, "active, not " + state, Given::due, it -> it.state = state);
        }
        unless(pairs, rule, "something unused", Given::due, it -> it.unused = Given.NOTHING);
        unless(pairs, rule, "no other row, such as 18", Given::due, it -> it.charactersChecked = false);
        unless(pairs, rule, "no other row, such as 2", Given::due, it -> it.kind = CardKind.TOP_UP_CHINA);
        unless(pairs, rule, "no other row, such as 24", Given::due, it -> {
            it.boughtIn = Region.SWEDEN;
            it.terms = List.of(new Facts.TermsVersion(Region.SWEDEN, LocalDate.EPOCH));
        });
    }

    /** The row applies once the change is made. */
    private static void pair(List<Pair> to, Rule rule, String condition, Supplier<Given> base, Consumer<Given> change) {
        to.add(new Pair(
                rule, condition, base.get().and(change).facts(), base.get().facts()));
    }

    /** The row applies until the change is made. */
    private static void unless(
            List<Pair> to, Rule rule, String condition, Supplier<Given> base, Consumer<Given> change) {
        to.add(new Pair(
                rule, condition, base.get().facts(), base.get().and(change).facts()));
    }

    static List<Rule> rules(Facts facts) {
        return Assessment.of(facts).reasons().stream().map(Verdict.Reason::rule).toList();
    }

    static Verdict.Reason reason(Facts facts, Rule rule) {
        return Assessment.of(facts).reasons().stream()
                .filter(reason -> reason.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        rule + " is not among " + Arrays.toString(rules(facts).toArray())));
    }
}
