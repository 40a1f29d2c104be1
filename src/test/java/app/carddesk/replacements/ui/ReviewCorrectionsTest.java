package app.carddesk.replacements.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.Correcting;
import app.carddesk.cards.Correction;
import app.carddesk.cards.CorrectionReason;
import app.carddesk.cards.CorrectionState;
import app.carddesk.cards.CorrectionWish;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.TestCards;
import app.carddesk.shared.Money;
import app.carddesk.shared.ui.PaymentDialog;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A second supervisor confirms and refuses corrections in the review. */
@Tag("database")
class ReviewCorrectionsTest extends KaribuTest {

    @Autowired
    private Corrections corrections;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn people;

    @Test
    void a_confirmed_correction_is_booked_and_leaves_the_list() {
        Card card = asked(cards.active(50_000), 40_000);
        openCorrections("admin");

        _click(act("Confirm", card));
        assertThat(_get(PaymentDialog.class).getElement().getTextRecursively().replace('\u00a0', ' '))
                .contains("DKK 400.00", card.serial().value());
        assertThat(cards.reload(card).balance()).isEqualTo(card.balance());
        _click(_get(Button.class, spec -> spec.withText("Yes, book it")));

        assertThat(cards.reload(card).balance()).isEqualTo(Money.ofMinor(40_000, "DKK"));
        assertThat(latest(card).state()).isEqualTo(CorrectionState.CONFIRMED);
        assertThat(acts("Confirm", card)).isEmpty();
    }

    @Test
    void a_refused_one_needs_a_reason_and_changes_nothing() {
        Card card = asked(cards.active(50_000), 40_000);
        openCorrections("admin");

        _click(act("Refuse", card));
        _click(_get(Button.class, spec -> spec.withText("Refuse the correction")));
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(latest(card).state()).isEqualTo(CorrectionState.ASKED);
        _get(TextArea.class).setValue("The receipt says otherwise.");
        _click(_get(Button.class, spec -> spec.withText("Refuse the correction")));

        assertThat(latest(card).state()).isEqualTo(CorrectionState.REFUSED);
        assertThat(latest(card).closing().words()).isEqualTo("The receipt says otherwise.");
        assertThat(cards.reload(card).balance()).isEqualTo(card.balance());
        assertThat(acts("Refuse", card)).isEmpty();
    }

    @Test
    void whoever_asked_can_take_it_back_and_nothing_else() {
        Card card = asked(cards.active(50_000), 40_000);
        openCorrections("supervisor");
        assertThat(acts("Confirm", card)).isEmpty();
        assertThat(acts("Refuse", card)).isEmpty();

        _click(act("Withdraw", card));

        assertThat(latest(card).state()).isEqualTo(CorrectionState.WITHDRAWN);
    }

    private Card asked(Card card, long after) {
        people.as("supervisor");
        Correcting asked = corrections.ask(
                new CorrectionWish.Balance(card.id(), card.balance(), Money.ofMinor(after, "DKK")),
                CorrectionReason.BOOKING_ERROR,
                "As the till says.",
                UUID.randomUUID().toString());
        assertThat(asked).isInstanceOf(Correcting.Done.class);
        return card;
    }

    private Correction latest(Card card) {
        return corrections.of(card.id()).getFirst();
    }

    private void openCorrections(String username) {
        signIn(username);
        UI.getCurrent().navigate(ReviewNavigation.QUEUE);
        _get(TabSheet.class).setSelectedIndex(4);
    }

    private static Button act(String text, Card card) {
        return acts(text, card).getFirst();
    }

    /** Buttons are told apart by the card their label names. */
    private static List<Button> acts(String text, Card card) {
        return _find(Button.class, spec -> spec.withText(text)).stream()
                .filter(button ->
                        button.getAriaLabel().orElse("").contains(card.serial().value()))
                .toList();
    }
}
