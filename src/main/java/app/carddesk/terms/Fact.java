package app.carddesk.terms;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something a rule looked at, as a value: the page puts it into words in the reader's language. */
public sealed interface Fact {

    record Kind(CardKind kind) implements Fact {}

    record Form(CardForm form) implements Fact {}

    record State(CardState state) implements Fact {}

    record Unused(Worth worth) implements Fact {}

    record SoldIn(Region region) implements Fact {}

    record AccountRegion(Region region) implements Fact {}

    record TriedIn(Region region) implements Fact {}

    record BoughtIn(Region region) implements Fact {}

    record BoughtOn(LocalDate date) implements Fact {}

    record Activated(LocalDate date) implements Fact {}

    /** A linked balance does not pay in retail stores (terms, section 3). */
    record NotInRetailStore() implements Fact {}

    record TriedAt(Place place) implements Fact {}

    /** Where this kind of card can be used (terms, section 3, and the articles). */
    record UsableAt(Set<Place> places) implements Fact {}

    record Reported(Problem problem) implements Fact {}

    record Expires(LocalDate date) implements Fact {}

    record FirstReported(LocalDate date) implements Fact {}

    /** A fact nobody has given yet. */
    record Unknown(Missing what) implements Fact {}

    record ProofStands(ProofKind kind, Facts.Proof proof) implements Fact {}

    /** The version of the terms that governs the purchase. */
    record Terms(Facts.TermsVersion version) implements Fact {}

    record ActiveMembership() implements Fact {}

    record Linked(Facts.@Nullable LinkedAccount account) implements Fact {}

    record Retailer(Facts.@Nullable RetailerAnswer answer) implements Fact {}

    record RiskPassed(@Nullable Boolean passed) implements Fact {}

    /** What {@link Unknown} can name. */
    enum Missing {
        PROBLEM,
        PLACE,
        ACCOUNT_REGION,
        PURCHASE_DATE,
        PURCHASE_COUNTRY,
        /** Of a content code past its date: the day of the first report, against which the date is measured. */
        FIRST_REPORT,
        /** Of a content code: its expiry date, which the register lacks. */
        EXPIRY
    }
}
