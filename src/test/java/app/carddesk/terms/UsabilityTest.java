package app.carddesk.terms;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.CardKind;
import app.carddesk.shared.Place;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsabilityTest {

    @ParameterizedTest(name = "{0}: products only {1}, other cards {2}, content code {3}, linked balance {4}")
    @CsvSource({
        "APP_STORE,    false, true, true,  true",
        "ITUNES_STORE, false, true, true,  true",
        "BOOKS,        false, true, true,  true",
        "APPLE_MUSIC,  false, true, true,  true",
        "TV_APP,       false, true, true,  true",
        "ONLINE_STORE, true,  true, false, true",
        "STORE_APP,    true,  true, false, true",
        "PHONE,        true,  true, false, true",
        "RETAIL_STORE, true,  true, false, false"
    })
    void a_place_takes_these_cards(Place place, boolean productsOnly, boolean others, boolean code, boolean linked) {
        assertThat(usable(CardKind.APPLE_STORE).contains(place)).isEqualTo(productsOnly);
        assertThat(usable(CardKind.APP_STORE_ITUNES).contains(place)).isEqualTo(others);
        assertThat(usable(CardKind.APPLE_MUSIC).contains(place)).isEqualTo(others);
        assertThat(usable(CardKind.APPLE_GIFT_CARD).contains(place)).isEqualTo(others);
        assertThat(usable(CardKind.CONTENT_CODE).contains(place)).isEqualTo(code);
        assertThat(Usability.ofLinkedBalance().contains(place)).isEqualTo(linked);
    }

    @Test
    void the_sources_do_not_say_where_a_top_up_card_is_used() {
        assertThat(Usability.of(CardKind.TOP_UP_CHINA)).isEmpty();
    }

    private static Set<Place> usable(CardKind kind) {
        return Usability.of(kind).orElseThrow();
    }
}
