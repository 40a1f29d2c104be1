package app.carddesk.cases;

import app.carddesk.cards.Card;
import app.carddesk.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was typed into a case against what the register knows of its card. What either of them does not say
 * contradicts nothing.
 *
 * @param zone where a moment of the register is a day
 * @param leewayDays how many days the purchase may lie from the activation, either way
 */
record ToldAgainstRegister(ZoneId zone, int leewayDays) {

    /** @param opened when the case was opened */
    List<Contradiction> in(CaseValues told, @Nullable Card card, Instant opened) {
        List<Contradiction> found = new ArrayList<>();
        if (card != null) {
            purchaseDay(told, card).ifPresent(found::add);
            firstReport(told, card, opened).ifPresent(found::add);
            amount(told, card).ifPresent(found::add);
            retailer(told, card).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Contradiction> purchaseDay(CaseValues told, Card card) {
        LocalDate bought = told.get(CaseField.PURCHASE_DATE);
        Instant at = card.activatedAt();
        if (bought == null || at == null) {
            return Optional.empty();
        }
        LocalDate activated = day(at);
        return Math.abs(ChronoUnit.DAYS.between(activated, bought)) > leewayDays
                ? Optional.of(new Contradiction.PurchaseFarFromActivation(bought, activated))
                : Optional.empty();
    }

    /**
     * A report made before the expiry keeps a code alive however late the case is opened; that it was made is only
     * typed. A case that was opened in time is itself the report.
     */
    private Optional<Contradiction> firstReport(CaseValues told, Card card, Instant opened) {
        LocalDate reported = told.get(CaseField.FIRST_REPORTED);
        LocalDate expiry = card.expiry();
        if (reported == null || expiry == null || !card.kind().expires()) {
            return Optional.empty();
        }
        LocalDate day = day(opened);
        return day.isAfter(expiry) && !reported.isAfter(expiry)
                ? Optional.of(new Contradiction.ReportSavesExpiredCode(reported, expiry, day))
                : Optional.empty();
    }

    private static Optional<Contradiction> amount(CaseValues told, Card card) {
        Money paid = told.get(CaseField.PURCHASE_AMOUNT);
        return paid != null && card.faceValue() instanceof Money && !paid.equals(card.faceValue())
                ? Optional.of(new Contradiction.AmountNotFaceValue(paid, card.faceValue()))
                : Optional.empty();
    }

    private static Optional<Contradiction> retailer(CaseValues told, Card card) {
        String said = told.get(CaseField.RETAILER);
        String registered = card.retailer();
        return said != null && registered != null && !RetailerNames.maySayTheSame(said, registered)
                ? Optional.of(new Contradiction.OtherRetailer(said, registered))
                : Optional.empty();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
