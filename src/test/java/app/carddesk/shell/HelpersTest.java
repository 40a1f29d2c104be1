package app.carddesk.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.access.Density;
import app.carddesk.access.Preferences;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.shared.ui.SerialField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("database")
class HelpersTest extends KaribuTest {

    @Autowired
    private ObjectProvider<Helpers> helpers;

    @Autowired
    private ObjectProvider<Tour> tours;

    @Autowired
    private TestCards cards;

    @Autowired
    private Preferences preferences;

    @AfterEach
    void asBefore() {
        signIn("agent");
        preferences.choose(Density.COMFORTABLE);
        preferences.chooseTour(true);
    }

    private void on(String address) {
        UI.getCurrent().navigate(address);
        UI.getCurrent().add(helpers.getObject());
    }

    private static void ask(String what) {
        Component helpers = _get(Helpers.class);
        helpers.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(helpers.getElement(), what, JsonNodeFactory.instance.objectNode()));
    }

    private static List<String> lines() {
        return _find(NativeButton.class, spec -> spec.withClasses("cd-palette-line")).stream()
                .map(line -> line.getElement().getTextRecursively())
                .toList();
    }

    private static void search(String text) {
        _get(SerialField.class, spec -> spec.withClasses("cd-palette-field")).setValue(text);
    }

    @Test
    void a_card_is_found_from_anywhere_and_opened_by_its_line() {
        Card card = cards.active(10_000);
        signIn("agent");
        on("cases");
        ask("palette-wanted");

        search(card.serial().value().toLowerCase());
        _click(_find(NativeButton.class, spec -> spec.withClasses("cd-palette-line"))
                .getFirst());

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("cards/" + card.serial().value());
        assertThat(_find(CommandPalette.class)).isEmpty();
    }

    @Test
    void a_card_once_looked_at_stands_there_before_anything_is_typed() {
        Card card = cards.active(10_000);
        signIn("agent");
        on("cards/" + card.serial().value());

        ask("palette-wanted");

        assertThat(lines()).anyMatch(line -> line.startsWith(card.serial().value()));
    }

    @Test
    void what_a_button_here_does_the_palette_does_too() {
        signIn("agent");
        on("");
        ask("palette-wanted");

        search("start a case without");
        assertThat(lines()).containsExactly("Start a case without a card");
        _click(_get(NativeButton.class, spec -> spec.withClasses("cd-palette-line")));

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .startsWith("cases/C-");
    }

    @Test
    void a_redemption_code_is_neither_looked_for_nor_kept() {
        signIn("agent");
        on("");
        ask("palette-wanted");

        search("XABCDEFGHJKLMNPQ");

        assertThat(_get(SerialField.class, spec -> spec.withClasses("cd-palette-field"))
                        .getValue())
                .isEmpty();
        assertThat(UI.getCurrent().getElement().getTextRecursively()).doesNotContain("XABC");
    }

    @Test
    void nothing_found_is_said_with_what_to_do() {
        signIn("agent");
        on("");
        ask("palette-wanted");

        search("zzzzzzqqqq");

        assertThat(_get(CommandPalette.class).getElement().getTextRecursively())
                .contains("Nothing matches. Try the first characters of a serial");
    }

    @Test
    void the_keys_of_a_screen_are_read_from_the_screen() {
        signIn("agent");
        on("");
        ask("keys-wanted");
        assertThat(_get(KeysDialog.class).getElement().getTextRecursively())
                .contains("On this screen", "starts a case", "Everywhere", "Ctrl K", "F1");
        ask("keys-wanted");
        assertThat(_find(KeysDialog.class)).hasSize(1);
    }

    @Test
    void a_screen_without_keys_says_so() {
        signIn("admin");
        on("admin/books");
        ask("keys-wanted");

        assertThat(_get(KeysDialog.class).getElement().getTextRecursively()).contains("no shortcuts of its own");
    }

    @Test
    void the_tour_goes_through_its_cards_and_stays_away_once_it_is_put_away() {
        signIn("agent");
        Tour tour = tours.getObject();
        UI.getCurrent().add(tour);
        assertThat(tour.getElement().getTextRecursively()).contains("1 of 5");

        for (int i = 0; i < 4; i++) {
            _click(_get(tour, Button.class, spec -> spec.withText("Next")));
        }
        assertThat(tour.getElement().getTextRecursively()).contains("5 of 5", "Ctrl+K");
        _click(_get(tour, Button.class, spec -> spec.withText("Got it")));

        assertThat(tour.isVisible()).isFalse();
        assertThat(tours.getObject().isVisible()).isFalse();
        signIn("agent2");
        assertThat(tours.getObject().isVisible()).isTrue();
    }

    @Test
    void a_density_once_chosen_is_kept() {
        signIn("agent");

        preferences.choose(Density.COMPACT);

        assertThat(preferences.chosen().density()).isEqualTo(Density.COMPACT);
        signIn("agent2");
        assertThat(preferences.chosen().density()).isEqualTo(Density.COMFORTABLE);
    }
}
