package app.carddesk.cases.ui;

import app.carddesk.cases.Contradiction;
import app.carddesk.shared.Money;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import java.math.BigDecimal;
import java.util.Currency;

/** What does not fit in a case, in the reader's language and with both sides of it. */
public final class ContradictionWords {

    private static final String KEY = "cases.contradiction.";

    private ContradictionWords() {}

    public static String of(Contradiction contradiction) {
        Formats formats = Formats.current();
        String key = KEY + contradiction.kind().name();
        return switch (contradiction) {
            case Contradiction.PurchaseFarFromActivation it ->
                Texts.t(key, formats.date(it.bought()), formats.date(it.activated()));
            case Contradiction.ReportSavesExpiredCode it ->
                Texts.t(key, formats.date(it.reported()), formats.date(it.expiry()), formats.date(it.opened()));
            case Contradiction.AmountNotFaceValue it ->
                Texts.t(key, formats.money(it.paid()), formats.money(it.faceValue()));
            case Contradiction.OtherRetailer it -> Texts.t(key, it.told(), it.registered());
            case Contradiction.PictureReused _, Contradiction.PicturesNotCompared _ -> Texts.t(key);
            case Contradiction.ReceiptReused it -> Texts.t(key, it.other().toString());
            case Contradiction.OtherSerialRead it -> Texts.t(key, Texts.of(it.proof()), it.read());
            case Contradiction.OtherAmountRead it -> Texts.t(key, sum(it, formats), formats.money(it.told()));
            case Contradiction.OtherDateRead it -> Texts.t(key, formats.date(it.read()), formats.date(it.told()));
            case Contradiction.OtherReceiptRead it -> Texts.t(key, it.read(), it.told());
            case Contradiction.ProofNotRead it -> Texts.t(key, Texts.of(it.proof()));
        };
    }

    /** A sum as the receipt has it; one that does not say whose money it is was taken to be the card's. */
    private static String sum(Contradiction.OtherAmountRead read, Formats formats) {
        BigDecimal amount = read.read().amount().stripTrailingZeros();
        Currency currency = read.read().currency() == null
                ? read.told().currency()
                : read.read().currency();
        return amount.scale() > currency.getDefaultFractionDigits()
                ? amount.toPlainString() + " " + currency.getCurrencyCode()
                : formats.money(Money.of(amount, currency));
    }
}
