package app.carddesk.cards;

import app.carddesk.cards.ImportRun.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of an imported file, in any order. A file with {@link #REDEMPTION_CODE} holds stock, any other cards.
 *
 * <table>
 * <caption>Columns of cards (c) and of stock (s); those with * must be there</caption>
 * <tr><td>serial</td><td>c* s*</td><td>4 to 32 letters and digits, never beginning with X</td></tr>
 * <tr><td>redemption_code</td><td>s*</td><td>16 characters beginning with X; kept encrypted</td></tr>
 * <tr><td>kind</td><td>c* s*</td><td>APP_STORE_ITUNES, APPLE_MUSIC, APPLE_STORE, APPLE_GIFT_CARD, CONTENT_CODE,
 *     TOP_UP_CHINA</td></tr>
 * <tr><td>form</td><td>c* s*</td><td>PHYSICAL or DIGITAL</td></tr>
 * <tr><td>region</td><td>c* s*</td><td>the country it was sold in, such as DK; sets the currency</td></tr>
 * <tr><td>currency</td><td>c s</td><td>if given, must be the region's</td></tr>
 * <tr><td>content_item</td><td>c s</td><td>of content codes, and only of them: the item's key</td></tr>
 * <tr><td>expiry</td><td>c s</td><td>of content codes, and only of them: the last day, such as 2027-01-31</td></tr>
 * <tr><td>retailer</td><td>c</td><td>who sold it, at most 120 characters</td></tr>
 * <tr><td>state</td><td>c*</td><td>NOT_ACTIVATED, ACTIVE, LINKED or VOIDED</td></tr>
 * <tr><td>void_reason</td><td>c</td><td>of voided cards: FRAUD, CHARGEBACK, STOLEN_STOCK, RESALE, ISSUER_ERROR</td></tr>
 * <tr><td>activated_at</td><td>c</td><td>a day, or a time such as 2024-05-02T10:15:00Z; needed for ACTIVE and LINKED</td></tr>
 * <tr><td>changed_at</td><td>c</td><td>when it was last spent from, linked or voided; if missing, the time of the import</td></tr>
 * <tr><td>face_value</td><td>c</td><td>in major units, such as 500.00; a content code stands for one item</td></tr>
 * <tr><td>balance</td><td>c</td><td>what is unused, or was when the card was linked; if missing, the face value; of a
 *     content code 1 or 0</td></tr>
 * <tr><td>replaces</td><td>c</td><td>the serial of the card it was issued for, which is in the register as active; its
 *     balance, which is this card's face value, moves here</td></tr>
 * </table>
 */
enum ImportColumn {
    SERIAL,
    REDEMPTION_CODE,
    KIND,
    FORM,
    REGION,
    CURRENCY,
    CONTENT_ITEM,
    EXPIRY,
    RETAILER,
    STATE,
    VOID_REASON,
    ACTIVATED_AT,
    CHANGED_AT,
    FACE_VALUE,
    BALANCE,
    REPLACES;

    private static final Set<ImportColumn> OF_STOCK =
            Set.of(SERIAL, REDEMPTION_CODE, KIND, FORM, REGION, CURRENCY, CONTENT_ITEM, EXPIRY);

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ImportColumn> of(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header().equals(header.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static List<ImportColumn> required(Content content) {
        return switch (content) {
            case CARDS -> List.of(SERIAL, KIND, FORM, REGION, STATE);
            case STOCK -> List.of(SERIAL, REDEMPTION_CODE, KIND, FORM, REGION);
        };
    }

    boolean isIn(Content content) {
        return switch (content) {
            case CARDS -> this != REDEMPTION_CODE;
            case STOCK -> OF_STOCK.contains(this);
        };
    }
}
