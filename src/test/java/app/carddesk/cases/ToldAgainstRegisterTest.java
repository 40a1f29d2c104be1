package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Content;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed is held against the register, and only what both say can contradict. */
class ToldAgainstRegisterTest {

    private static final ToldAgainstRegister REGISTER = new ToldAgainstRegister(ZoneId.of("Europe/Copenhagen"), 3);
    private static final Instant OPENED = Instant.parse("2026-11-02T09:00:00Z");
    /** In Copenhagen this is the 21st already. */
    private static final Instant ACTIVATED = Instant.parse("2021-12-20T23:30:00Z");

    private final Map<String, Object> told = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "2021-12-18, false",
        "2021-12-21, false",
        "2021-12-24, false",
        "2021-12-17, true",
        "2021-12-25, true",
        "2023-05-02, true"
    })
    void a_purchase_may_lie_three_days_from_the_activation_either_way(LocalDate bought, boolean contradicts) {
        told.put("purchase_date", bought);

        assertThat(found(giftCard()))
                .isEqualTo(
                        contradicts
                                ? List.of(
                                        new Contradiction.PurchaseFarFromActivation(bought, LocalDate.of(2021, 12, 21)))
                                : List.of());
    }

    @Test
    void a_typed_report_that_alone_keeps_a_code_alive_is_told_with_all_three_days() {
        told.put("first_reported", LocalDate.of(2010, 1, 1));

        assertThat(found(code(LocalDate.of(2025, 6, 30))))
                .containsExactly(new Contradiction.ReportSavesExpiredCode(
                        LocalDate.of(2010, 1, 1), LocalDate.of(2025, 6, 30), LocalDate.of(2026, 11, 2)));
    }

    @ParameterizedTest
    @CsvSource({
        // The case itself was opened on the last day of the code, or before it.
        "2026-11-02, 2026-11-02",
        "2026-12-24, 2026-10-30",
        // Reported only after the expiry: the verdict declines, and nothing is saved.
        "2025-06-30, 2025-07-01"
    })
    void a_report_that_saves_nothing_contradicts_nothing(LocalDate expiry, LocalDate reported) {
        told.put("first_reported", reported);

        assertThat(found(code(expiry))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30000, DKK, false", "50000, DKK, true", "30000, SEK, true", "29999, DKK, true"})
    void what_was_paid_is_what_the_card_was_sold_for(long minor, String currency, boolean contradicts) {
        told.put("purchase_amount", minor);
        told.put("purchase_currency", currency);

        assertThat(found(giftCard()))
                .isEqualTo(
                        contradicts
                                ? List.of(new Contradiction.AmountNotFaceValue(
                                        Money.ofMinor(minor, currency), Money.ofMinor(30_000, "DKK")))
                                : List.of());
    }

    @Test
    void the_price_of_a_content_code_is_not_known_to_the_register() {
        told.put("purchase_amount", 9_900L);
        told.put("purchase_currency", "DKK");

        assertThat(found(code(LocalDate.of(2027, 1, 1)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Elgiganten", "elgiganten a/s", "ELGIGANTEN, Odense", "El-giganten"})
    void a_shop_is_recognised_as_people_say_it(String said) {
        told.put("retailer", said);

        assertThat(found(giftCard())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Power", "Bilka Odense", "A/S"})
    void another_shop_contradicts(String said) {
        told.put("retailer", said);

        assertThat(found(giftCard())).containsExactly(new Contradiction.OtherRetailer(said, "Elgiganten A/S"));
    }

    @Test
    void what_the_register_does_not_say_contradicts_nothing() {
        told.put("purchase_date", LocalDate.of(2019, 1, 1));
        told.put("retailer", "Power");
        told.put("first_reported", LocalDate.of(2019, 1, 1));

        assertThat(found(card(CardKind.APPLE_GIFT_CARD, Money.ofMinor(30_000, "DKK"), null, null, null)))
                .isEmpty();
        assertThat(REGISTER.in(values(), null, OPENED)).isEmpty();
    }

    private List<Contradiction> found(Card card) {
        return REGISTER.in(values(), card, OPENED);
    }

    private static Card giftCard() {
        return card(CardKind.APPLE_GIFT_CARD, Money.ofMinor(30_000, "DKK"), ACTIVATED, null, "Elgiganten A/S");
    }

    private static Card code(LocalDate expiry) {
        return card(CardKind.CONTENT_CODE, new Content("album-1001", 1), ACTIVATED, expiry, null);
    }

    private static Card card(
            CardKind kind,
            Worth worth,
            @Nullable Instant activated,
            @Nullable LocalDate expiry,
            @Nullable String retailer) {
        return new Card(
                new UUID(0, 1),
                new Serial("GCA08Z7154420913"),
                kind,
                CardForm.PHYSICAL,
                Region.DENMARK,
                retailer,
                CardState.ACTIVE,
                null,
                activated,
                worth,
                worth,
                expiry,
                null,
                null);
    }

    private CaseValues values() {
        return CaseValues.read(new CaseField.Reader() {
            @Override
            public <V> Optional<V> value(String column, Class<V> type) {
                return Optional.ofNullable(told.get(column)).map(type::cast);
            }
        });
    }
}
