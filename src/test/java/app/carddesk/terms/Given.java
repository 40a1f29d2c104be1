package app.carddesk.terms;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Facts for tests. They start as a Danish card for which a replacement is due; each test changes what it is about. */
final class Given {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    static final LocalDate FIRST_REPORT = LocalDate.of(2026, 10, 20);
    static final Facts.TermsVersion DANISH_TERMS = new Facts.TermsVersion(Region.DENMARK, LocalDate.of(2022, 6, 28));
    static final Worth BALANCE = Money.ofMinor(20_000, "DKK");
    static final Worth NOTHING = Money.ofMinor(0, "DKK");

    boolean inRegister = true;
    CardKind kind = CardKind.APPLE_GIFT_CARD;
    CardForm form = CardForm.PHYSICAL;
    Region soldIn = Region.DENMARK;
    CardState state = CardState.ACTIVE;
    Worth unused = BALANCE;

    @Nullable LocalDate expiry;

    Facts.@Nullable LinkedAccount account;

    @Nullable LocalDate activated = LocalDate.of(2026, 5, 1);

    @Nullable Problem problem = Problem.INVALID;

    @Nullable LocalDate firstReported = FIRST_REPORT;

    @Nullable Place triedAt = Place.ONLINE_STORE;

    @Nullable Region triedIn = Region.DENMARK;

    @Nullable Region accountRegion = Region.DENMARK;

    @Nullable Boolean activeMembership = false;

    Facts.@Nullable RetailerAnswer retailer;
    boolean charactersChecked = true;
    boolean refreshed;
    boolean triedAgain;

    @Nullable Boolean riskPassed;

    @Nullable LocalDate boughtOn = LocalDate.of(2026, 5, 1);

    @Nullable Region boughtIn = Region.DENMARK;

    final Map<ProofKind, Facts.Proof> proofs = new EnumMap<>(ProofKind.class);
    List<Facts.TermsVersion> terms = List.of(DANISH_TERMS);

    private Given() {
        ProofsNeeded.of(CardForm.PHYSICAL).forEach(needed -> proofs.put(needed, Facts.Proof.ACCEPTED));
    }

    /** The facts of a card that is due for replacement, but for one change. */
    static Facts but(Consumer<Given> change) {
        return due().and(change).facts();
    }

    static Given due() {
        return new Given();
    }

    /** A content code that is due for replacement and good until the day given. */
    static Given codeGoodUntil(@Nullable LocalDate lastDay) {
        return due().and(it -> {
            it.kind = CardKind.CONTENT_CODE;
            it.unused = new Content("album-1001", 1);
            it.expiry = lastDay;
            it.triedAt = Place.ITUNES_STORE;
        });
    }

    static Given lost() {
        return due().and(it -> {
            it.problem = Problem.LOST_OR_STOLEN;
            it.riskPassed = true;
        });
    }

    Given and(Consumer<Given> change) {
        change.accept(this);
        return this;
    }

    Facts facts() {
        return new Facts(
                inRegister ? new Facts.Card(kind, form, soldIn, state, unused, expiry, account, activated) : null,
                new Facts.Report(
                        problem,
                        firstReported,
                        triedAt,
                        triedIn,
                        accountRegion,
                        activeMembership,
                        retailer,
                        charactersChecked,
                        refreshed,
                        triedAgain,
                        riskPassed),
                new Facts.Purchase(boughtOn, boughtIn),
                proofs,
                terms,
                TODAY);
    }
}
