package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.CardLookup.Hit;
import app.carddesk.cards.CardLookup.Match;
import app.carddesk.cards.CardLookup.Page;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarddeskTest
@Tag("database")
class CardLookupTest {

    @Autowired
    CardLookup lookup;

    @Autowired
    TestCards cards;

    @Autowired
    SignIn signIn;

    @BeforeEach
    void asAgent() {
        signIn.as("agent");
    }

    @AfterEach
    void out() {
        signIn.out();
    }

    @Test
    void exact_before_beginning_before_look_alike() {
        String stem = "GCA" + TestCards.letters(10);
        add(stem + "8");
        add(stem + "80");
        add(stem + "B5");

        assertThat(lookup.find(stem + "8").hits())
                .extracting(hit -> hit.serial().value(), Hit::match, Hit::differing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(stem + "8", Match.EXACT, Set.of()),
                        org.assertj.core.groups.Tuple.tuple(stem + "80", Match.BEGINNING, Set.of()),
                        org.assertj.core.groups.Tuple.tuple(stem + "B5", Match.LOOK_ALIKE, Set.of(13)));
    }

    @Test
    void case_blanks_and_dashes_are_ignored() {
        String serial = "GCA" + TestCards.letters(10) + "1";
        add(serial);

        String spaced = " " + serial.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + " - " + serial.substring(4);
        assertThat(lookup.find(spaced).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.match()).isEqualTo(Match.EXACT));
    }

    @Test
    void a_hit_tells_what_the_agent_needs_to_know() {
        Card card = cards.spend(cards.active(50_000), 5_000);

        assertThat(lookup.find(card.serial().value()).hits()).singleElement().satisfies(hit -> {
            assertThat(hit.kind()).isEqualTo(CardKind.APP_STORE_ITUNES);
            assertThat(hit.soldIn()).isEqualTo(Region.DENMARK);
            assertThat(hit.state()).isEqualTo(CardState.ACTIVE);
            assertThat(hit.balance()).isEqualTo(Money.ofMinor(45_000, "DKK"));
            assertThat(hit.retailer()).isEqualTo("Supermarket Odense");
        });
    }

    @Test
    void pairs_are_not_classes() {
        String stem = "GCA" + TestCards.letters(10);
        for (char last : new char[] {'D', 'O', 'Q', '0'}) {
            add(stem + last);
        }

        assertThat(found(stem + "D")).containsExactly(stem + "D", stem + "O");
        assertThat(found(stem + "Q")).containsExactly(stem + "Q", stem + "O");
        assertThat(found(stem + "0")).containsExactly(stem + "0", stem + "O");
        assertThat(found(stem + "O")).containsExactly(stem + "O", stem + "0", stem + "D", stem + "Q");
    }

    @Test
    void pages_follow_one_another_through_all_kinds_of_match_without_gaps_or_repeats() {
        String stem = TestCards.letters(12);
        Random random = new Random(20261121);
        Set<String> serials = new TreeSet<>();
        while (serials.size() < 320) {
            StringBuilder serial = new StringBuilder(stem);
            for (int i = 0; i < 6; i++) {
                serial.append("0DOQB8A".charAt(random.nextInt(7)));
            }
            serials.add(serial.toString());
        }
        serials.forEach(this::add);
        for (String typed : List.of(stem, stem + "O", stem + "D", stem + "0B", stem + "OO8", stem + "Q8D0")) {
            Set<String> expected = new HashSet<>();
            serials.stream()
                    .filter(serial -> LookAlikes.beginsLike(serial, typed))
                    .forEach(expected::add);
            List<String> all = new ArrayList<>();
            Page page = lookup.find(typed);
            page.hits().forEach(hit -> all.add(hit.serial().value()));
            while (page.next() != null) {
                assertThat(page.hits()).hasSize(CardLookup.PAGE);
                page = lookup.find(typed, page.next());
                assertThat(page.hits()).isNotEmpty();
                page.hits().forEach(hit -> all.add(hit.serial().value()));
            }
            assertThat(all).as(typed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void what_begins_like_a_code_finds_nothing() {
        assertThat(lookup.find("XABC DEFG HIJK LMNP").hits()).isEmpty();
        assertThat(lookup.find("XA").hits()).isEmpty();
        assertThat(lookup.find("ＸＡＢＣＤ").hits()).isEmpty();
    }

    @Test
    void what_cannot_be_a_serial_finds_nothing() {
        assertThat(lookup.find("").hits()).isEmpty();
        assertThat(lookup.find("GCA%").hits()).isEmpty();
        assertThat(lookup.find("G".repeat(33)).hits()).isEmpty();
        assertThat(lookup.find("' or 1=1 --").hits()).isEmpty();
    }

    @Test
    void the_register_is_for_the_desk() {
        signIn.out();
        assertThatThrownBy(() -> lookup.find("GCA"))
                .isInstanceOf(
                        org.springframework.security.authentication.AuthenticationCredentialsNotFoundException.class);
    }

    private void add(String serial) {
        cards.card(
                new Serial(serial),
                CardKind.APPLE_GIFT_CARD,
                CardForm.PHYSICAL,
                Region.DENMARK,
                CardState.ACTIVE,
                Money.ofMinor(100, "DKK"),
                null);
    }

    private List<String> found(String typed) {
        return lookup.find(typed).hits().stream()
                .map(hit -> hit.serial().value())
                .toList();
    }
}
