package app.carddesk.letters.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertEnabled;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.cards.TestCards;
import app.carddesk.letters.CodeAddresses;
import app.carddesk.letters.Letter;
import app.carddesk.letters.LetterState;
import app.carddesk.letters.LettersOfCase;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Ids;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.Keys;
import app.carddesk.shared.ui.PaymentDialog;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.lang.reflect.Method;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters on the case page, in the outbox and as templates. */
@Tag("database")
class LetterScreensTest extends KaribuTest {

    @Autowired
    private TestRequests requests;

    @Autowired
    private TestCards cards;

    @Autowired
    private Replacements replacements;

    @Autowired
    private LettersOfCase letters;

    @Autowired
    private CodeAddresses addresses;

    @Autowired
    private Ids ids;

    @Test
    void an_agent_reads_changes_and_sends_the_letter_that_suits_the_verdict() {
        TestCase told = requests.told(cards.active(50_000));
        String address = address();
        requests.customer(told, address);
        open("agent", told);
        assertThat(page()).contains("Fits the case now: Proofs needed", "No letter has been written yet.");

        press("Write letter");
        assertThat(_get(TextField.class, spec -> spec.withLabel("To")).getValue())
                .isEqualTo(address);
        TextArea body = _get(TextArea.class, spec -> spec.withLabel("Text"));
        assertThat(body.getValue()).contains("- a picture of the whole front of the card");
        type(body, body.getValue() + "\nThe code was XKMF2B7HQW3PRT9L.");
        press("Send");
        assertThat(body.isInvalid()).isTrue();
        assertThat(body.getErrorMessage()).contains("looks like a redemption code");
        assertThat(letters.of(told.id())).isEmpty();

        type(body, "Please send us the pictures.");
        press("Send");
        assertThat(letters.of(told.id())).hasSize(1);
        assertThat(page()).contains("Edited: What we still need from you");

        _click(_get(NativeButton.class, spec -> spec.withText("Proofs needed")));
        assertThat(_get(LetterReader.class).getElement().getTextRecursively())
                .contains("Please send us the pictures.", address);
        String corrected = address();
        type(_get(TextField.class, spec -> spec.withLabel("Send again to")), corrected);
        press("Send again");
        Letter letter = letters.of(told.id()).getFirst();
        assertThat(letters.read(letter.id()).orElseThrow().address()).isEqualTo(corrected);
    }

    @Test
    void on_paper_no_address_is_needed() {
        TestCase told = requests.told(cards.active(50_000));
        open("agent", told);
        press("Write letter");
        press("For print or post");

        Letter letter = letters.of(told.id()).getFirst();
        assertThat(letter.state()).isEqualTo(LetterState.PRINTED);
        assertThat(letters.pdf(letter.id())).isPresent();
    }

    @Test
    void the_replacement_letter_shows_where_the_code_will_be_and_has_no_pdf() {
        TestCase due = issued();
        open("agent", due);
        _click(_get(NativeButton.class, spec -> spec.withText("Replacement issued")));

        String reader = _get(LetterReader.class).getElement().getTextRecursively();
        assertThat(reader)
                .contains("•••• (the code is put in when the letter is sent)")
                .doesNotContain("PDF");
        assertThat(RedemptionCodes.containsCode(reader)).isFalse();
        assertThat(letters.pdf(letters.of(due.id()).getFirst().id())).isEmpty();
    }

    @Test
    void the_outbox_tells_what_waits_and_covers_addresses() {
        TestCase due = issued();
        signIn("admin");
        UI.getCurrent().navigate("outbox");

        assertThat(page()).contains("No mail server is set up, so letters wait here.");
        assertThat(OutboxTest.rows())
                .anySatisfy(line -> assertThat(line)
                        .contains(due.number().toString(), "Replacement issued", "Waiting", "i…@example.com")
                        .doesNotContain("ida-"));
    }

    @Test
    void a_supervisor_changes_a_template_and_a_placeholder_that_resolves_nowhere_is_refused() {
        TestCase told = requests.told(cards.active(50_000));
        signIn("supervisor");
        UI.getCurrent().navigate("letters");
        _click(_find(NativeButton.class, spec -> spec.withText("nb")).getLast());
        TextArea body = _get(TextArea.class, spec -> spec.withLabel("Text"));
        String before = body.getValue();

        type(body, before + "\n{{kundenavn}}");
        press("Save");
        assertThat(page()).contains("“kundenavn” is not a placeholder.");

        type(body, before + "\nNy setning " + ids.next());
        type(
                _get(TextField.class, spec -> spec.withLabel("On case")),
                told.number().toString());
        press("Preview");
        assertThat(_get(TemplateEditor.class).getElement().getTextRecursively())
                .contains("Ny setning", told.number().toString());
        press("Save");
        assertThat(page()).contains("Versions (2)");

        // Back to what Carddesk came with, so that other tests find it.
        _click(_find(Button.class, spec -> spec.withText("Take this text")).getLast());
        press("Save");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Text")).getValue())
                .isEqualTo(before);
    }

    @Test
    void a_code_goes_elsewhere_by_a_supervisor_who_had_nothing_to_do_with_it() {
        TestCase due = issued();
        Letter letter = letters.of(due.id()).getFirst();
        String decided = letters.read(letter.id()).orElseThrow().address();
        String elsewhere = address();
        open("agent2", due);
        _click(_get(NativeButton.class, spec -> spec.withText("Replacement issued")));
        assertThat(_get(LetterReader.class).getElement().getTextRecursively())
                .contains("The code goes to " + decided, "1 of 3 letters");
        assertThat(_find(TextField.class, spec -> spec.withLabel("Send again to")))
                .isEmpty();
        press("Send the code elsewhere…");
        press("Ask for it");
        assertThat(_get(TextField.class, spec -> spec.withLabel("The code should go to"))
                        .isInvalid())
                .isTrue();
        type(_get(TextField.class, spec -> spec.withLabel("The code should go to")), elsewhere);
        press("Ask for it");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Why, and how you know that it is the customer’s"))
                        .isInvalid())
                .isTrue();
        type(
                _get(TextArea.class, spec -> spec.withLabel("Why, and how you know that it is the customer’s")),
                "The old mailbox is closed; three questions answered.");
        press("Ask for it");
        assertThat(page())
                .contains("Code to another address", elsewhere, "three questions answered", "You asked for this");
        assertThat(_find(Button.class, spec -> spec.withText("Let it go there…")))
                .isEmpty();

        signIn("supervisor");
        UI.getCurrent().navigate("review");
        openTab("Code addresses");
        CodeAddressCard card = cardOf(due);
        assertThat(card.getElement().getTextRecursively()).contains(elsewhere, String.valueOf(decided));
        _click(_get(card, Button.class, spec -> spec.withText("Let it go there…")));
        assertThat(_get(PaymentDialog.class).getElement().getTextRecursively().replace('\u00a0', ' '))
                .contains("DKK 123.00", elsewhere, String.valueOf(decided));
        assertThat(letters.read(letter.id()).orElseThrow().address()).isEqualTo(decided);
        press("Yes, send it there");

        assertThat(letters.read(letter.id()).orElseThrow().address()).isEqualTo(elsewhere);
        open("agent", due);
        assertThat(page()).contains("A second person decided: the code goes to " + elsewhere);
    }

    @Test
    void whoever_had_a_hand_in_it_reads_why_somebody_else_decides() {
        TestCase due = issued();
        Letter letter = letters.of(due.id()).getFirst();
        signIn("admin");
        addresses.ask(letter.id(), address(), "The old mailbox is closed.", Keys.next());

        open("admin", due);
        assertThat(page()).contains("You asked for this, so a supervisor");
        open("agent", due);
        assertThat(page()).contains("A supervisor who had nothing to do with it decides.");
        open("supervisor", due);
        press("Refuse…");
        press("Refuse the request");
        type(_get(TextArea.class, spec -> spec.withLabel("Reason")), "Nobody knows this address.");
        press("Refuse the request");
        assertThat(page()).contains("the code does not go to", "Nobody knows this address.");
        assertThat(_find(CodeAddressCard.class)).isEmpty();
    }

    /** Tabs are told apart by their words, since their places depend on what modules bring. */
    private static void openTab(String words) {
        TabSheet tabs = _get(TabSheet.class);
        tabs.setSelectedTab(IntStream.range(0, tabs.getTabCount())
                .mapToObj(tabs::getTabAt)
                .filter(tab -> tab.getElement().getTextRecursively().startsWith(words))
                .findFirst()
                .orElseThrow());
    }

    private static CodeAddressCard cardOf(TestCase of) {
        return _find(CodeAddressCard.class).stream()
                .filter(card -> card.getElement()
                        .getTextRecursively()
                        .contains(of.number().toString()))
                .findFirst()
                .orElseThrow();
    }

    private TestCase issued() {
        TestCase due = requests.due(12_300);
        requests.customer(due, address());
        cards.stock(due.card(), 1);
        replacements.request(due.confirmed(), Keys.next());
        return due;
    }

    private void open(String who, TestCase of) {
        signIn(who);
        UI.getCurrent().navigate("cases/" + of.number());
    }

    /** Gives a field a value as the browser does. */
    private static void type(AbstractField<?, String> field, String value) {
        _assertEnabled(field);
        try {
            Method arrive = AbstractField.class.getDeclaredMethod("setModelValue", Object.class, boolean.class);
            arrive.setAccessible(true);
            arrive.invoke(field, value, true);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String page() {
        return ((Component) UI.getCurrent()
                        .getInternals()
                        .getActiveRouterTargetsChain()
                        .getFirst())
                .getElement()
                .getTextRecursively();
    }

    private static void press(String label) {
        _click(_get(Button.class, spec -> spec.withText(label)));
    }

    private String address() {
        return "ida-" + ids.next() + "@example.com";
    }
}
