package app.carddesk.cases.ui;

import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.Fact;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule looked at, in the reader's language. */
final class FactWords {

    private FactWords() {}

    /** Everything a rule looked at; what is not known yet is told in one go. */
    static String of(List<Fact> facts) {
        String unknown = facts.stream()
                .flatMap(fact -> fact instanceof Fact.Unknown it ? Stream.of(missing(it)) : Stream.empty())
                .collect(Collectors.joining(", "));
        Stream<String> known =
                facts.stream().filter(fact -> !(fact instanceof Fact.Unknown)).map(FactWords::one);
        Stream<String> all = unknown.isEmpty() ? known : Stream.concat(known, Stream.of(words("Unknown", unknown)));
        return all.collect(Collectors.joining(" · "));
    }

    private static String one(Fact fact) {
        Formats formats = Formats.current();
        return switch (fact) {
            case Fact.Kind it -> words("Kind", Texts.of(it.kind()));
            case Fact.Form it -> words("Form", Texts.of(it.form()));
            case Fact.State it -> words("State", Texts.of(it.state()));
            case Fact.Unused it -> words("Unused", formats.money(it.worth()));
            case Fact.SoldIn it -> words("SoldIn", CanonicalWords.region(it.region()));
            case Fact.AccountRegion it -> words("AccountRegion", CanonicalWords.region(it.region()));
            case Fact.TriedIn it -> words("TriedIn", CanonicalWords.region(it.region()));
            case Fact.BoughtIn it -> words("BoughtIn", CanonicalWords.region(it.region()));
            case Fact.BoughtOn it -> words("BoughtOn", formats.date(it.date()));
            case Fact.Activated it -> words("Activated", formats.date(it.date()));
            case Fact.NotInRetailStore _ -> words("NotInRetailStore");
            case Fact.TriedAt it -> words("TriedAt", Texts.of(it.place()));
            case Fact.UsableAt it ->
                words("UsableAt", it.places().stream().sorted().map(Texts::of).collect(Collectors.joining(", ")));
            case Fact.Reported it -> words("Reported", Texts.of(it.problem()));
            case Fact.Expires it -> words("Expires", formats.date(it.date()));
            case Fact.FirstReported it -> words("FirstReported", formats.date(it.date()));
            case Fact.Unknown it -> words("Unknown", missing(it));
            case Fact.ProofStands it ->
                words(
                        "ProofStands",
                        Texts.of(it.kind()),
                        Texts.t("proofState." + it.proof().name()));
            case Fact.Terms it ->
                words(
                        it.version().invented() ? "Terms.invented" : "Terms",
                        CanonicalWords.region(it.version().country()),
                        formats.date(it.version().from()));
            case Fact.ActiveMembership _ -> words("ActiveMembership");
            case Fact.Linked it ->
                words("Linked", it.account() == null ? Texts.t("linkedAccount.unknown") : Texts.of(it.account()));
            case Fact.Retailer it ->
                words("Retailer", it.answer() == null ? Texts.t("retailerAnswer.unknown") : Texts.of(it.answer()));
            case Fact.RiskPassed it ->
                words("RiskPassed", Texts.t("riskPassed." + (it.passed() == null ? "unknown" : it.passed())));
        };
    }

    private static String missing(Fact.Unknown unknown) {
        return Texts.t("terms.missing." + unknown.what().name());
    }

    private static String words(String fact, Object... parameters) {
        return Texts.t("terms.fact." + fact, parameters);
    }
}
