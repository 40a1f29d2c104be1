package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a file would bring is counted before anybody says yes to it. */
class ImportCensusTest {

    @Test
    void more_than_can_be_counted_stays_as_much_as_can_be() {
        ImportCensus census = new ImportCensus();
        census.count(card("GCA000000000001", Long.MAX_VALUE - 5, null));
        census.count(card("GCA000000000002", 10, null));
        census.count(card("GCA000000000003", 10, null));

        assertThat(census.bringsMoney()).isTrue();
        assertThat(census.totals()).containsExactly(new ImportTotal("DKK", 3, 0, Money.ofMinor(Long.MAX_VALUE, "DKK")));
    }

    @Test
    void the_cards_that_lose_their_balance_are_named() {
        ImportCensus census = new ImportCensus();
        census.count(card("GCA000000000001", 0, "GCA000000000009"));
        census.count(card("GCA000000000002", 500, null));

        assertThat(census.replaced()).containsExactly(new Serial("GCA000000000009"));
        assertThat(census.totals()).containsExactly(new ImportTotal("DKK", 2, 1, Money.ofMinor(500, "DKK")));
    }

    private static ImportRow.OfCard card(String serial, long minor, @Nullable String replaces) {
        return new ImportRow.OfCard(
                2,
                new Serial(serial),
                CardKind.APPLE_GIFT_CARD,
                CardForm.PHYSICAL,
                Region.DENMARK,
                null,
                CardState.ACTIVE,
                null,
                Instant.EPOCH,
                null,
                Money.ofMinor(Math.max(1, minor), "DKK"),
                Money.ofMinor(minor, "DKK"),
                null,
                replaces == null ? null : new Serial(replaces));
    }
}
