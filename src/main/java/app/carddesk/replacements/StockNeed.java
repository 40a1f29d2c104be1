package app.carddesk.replacements;

import app.carddesk.cards.Replacing;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Region;
import java.util.List;

/**
 * What has to come into stock before a request can be issued.
 *
 * @param unit the currency, or the content item, as {@link app.carddesk.shared.Worth#unit()} writes it
 */
public record StockNeed(CardKind kind, CardForm form, Region region, String unit) {

    static StockNeed of(Replacing.OutOfStock missing) {
        return new StockNeed(missing.kind(), missing.form(), missing.region(), missing.unit());
    }

    /** As it is stored; {@link #read} is the inverse. */
    String written() {
        return kind + "/" + form + "/" + region + "/" + unit;
    }

    static StockNeed read(String written) {
        List<String> parts = List.of(written.split("/", 4));
        return new StockNeed(
                CardKind.valueOf(parts.get(0)), CardForm.valueOf(parts.get(1)), new Region(parts.get(2)), parts.get(3));
    }
}
