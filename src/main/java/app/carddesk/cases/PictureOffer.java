package app.carddesk.cases;

import app.carddesk.cards.Serial;
import app.carddesk.evidence.Finding;
import app.carddesk.shared.Money;
import app.carddesk.shared.ProofKind;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a picture of the case seems to say, next to what the case says. Nothing happens unless a person takes it up. */
public sealed interface PictureOffer {

    /** What was read. */
    Finding finding();

    /** What the picture is a picture of. */
    ProofKind shownOn();

    /** The picture shows the serial number that the case has. */
    record SameSerial(Finding finding, ProofKind shownOn) implements PictureOffer {}

    /**
     * The picture shows another serial number than the case has, or the case has none.
     *
     * @param typed what the case has, or null
     * @param isKnown whether the register knows the card on the picture
     * @param differing the positions, counted from 0, where the one on the picture differs
     */
    record OtherSerial(
            Finding finding,
            ProofKind shownOn,
            @Nullable Serial typed,
            Serial read,
            boolean isKnown,
            Set<Integer> differing)
            implements PictureOffer {}

    /**
     * A receipt shows a day of purchase.
     *
     * @param said the day the case has, or null
     * @param activated the day the card was activated, where it lies on another day; else null
     */
    record PurchaseDay(
            Finding finding,
            ProofKind shownOn,
            LocalDate day,
            @Nullable LocalDate said,
            @Nullable LocalDate activated) implements PictureOffer {

        /** Whether the case has this very day already. */
        public boolean isTaken() {
            return day.equals(said);
        }
    }

    /**
     * A receipt shows what was paid.
     *
     * @param said the amount the case has, or null
     */
    record PurchaseSum(
            Finding finding,
            ProofKind shownOn,
            Money sum,
            @Nullable Money said) implements PictureOffer {}

    /**
     * A receipt shows its number.
     *
     * @param said the number the case has, or null
     */
    record ReceiptNumber(
            Finding finding,
            ProofKind shownOn,
            String number,
            @Nullable String said) implements PictureOffer {}

    /** A redemption code was painted over in the picture. */
    record CodeCovered(Finding finding, ProofKind shownOn) implements PictureOffer {}

    /** The picture could not be read in time, so nothing on it is covered. */
    record Unread(Finding finding, ProofKind shownOn) implements PictureOffer {}
}
