package app.carddesk.cards.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.KaribuTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.ImportConfirmations;
import app.carddesk.cards.ImportRun;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.cards.TestImports;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import app.carddesk.shared.ui.PaymentDialog;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A second person reads what an import would bring, and says yes or no. */
@Tag("database")
class ConfirmImportTest extends KaribuTest {

    private final Serial serial = TestCards.serial("GCA");
    private final String name = TestCards.letters(12) + ".csv";

    @Autowired
    private TestImports imports;

    @Autowired
    private ImportConfirmations confirmations;

    @Autowired
    private CardRegister register;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn people;

    @Test
    void whoever_gave_the_file_reads_that_somebody_else_has_to_confirm_it_and_can_take_it_back() throws Exception {
        ImportRun run = given("admin");
        openImports("admin");
        assertThat(plain(row()))
                .contains("Waits for a second person", "1 would be taken, 0 refused")
                .contains("you gave the file. Another administrator or supervisor has to confirm it")
                .contains("1 card with an unused balance of DKK 390.00 in all");
        assertThat(buttons("Confirm the import of")).isEmpty();
        assertThat(buttons("Turn down the import of")).isEmpty();

        _click(_get(row(), Button.class, spec -> spec.withText("Stop")));

        assertThat(imports.now(run.id()).state()).isEqualTo(ImportRun.State.CANCELLED);
        assertThat(plain(row())).doesNotContain("Waits for a second person");
    }

    @Test
    void a_supervisor_reads_the_totals_in_the_review_and_only_their_yes_brings_the_card() throws Exception {
        ImportRun run = given("admin");
        openReview();
        assertThat(plain(waiting()))
                .contains("1 card with an unused balance of DKK 390.00 in all", "Nothing of it is there yet");

        _click(buttons("Confirm the import of").getFirst());
        assertThat(plain(_get(PaymentDialog.class))).contains("1 card with an unused balance of DKK 390.00 in all");
        assertThat(imports.now(run.id()).state()).isEqualTo(ImportRun.State.UNCONFIRMED);
        assertThat(register.find(serial)).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Import")));

        assertThat(imports.over(run.id()).state()).isEqualTo(ImportRun.State.DONE);
        assertThat(register.find(serial).orElseThrow().balance()).isEqualTo(Money.ofMinor(39_000, "DKK"));
        assertThat(buttons("Confirm the import of")).isEmpty();
        assertThat(importsTab().getElement().getTextRecursively())
                .endsWith(Integer.toString(confirmations.countToConfirm()));
        openImports("admin");
        assertThat(plain(row())).contains("Done", "Confirmed by", "1 taken, 0 refused");
    }

    @Test
    void a_supervisor_turns_it_down_with_a_reason_that_whoever_gave_it_reads() throws Exception {
        ImportRun run = given("admin");
        openReview();

        _click(buttons("Turn down the import of").getFirst());
        _click(_get(Button.class, spec -> spec.withText("Turn down")));
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Why")).isInvalid())
                .isTrue();
        assertThat(imports.now(run.id()).state()).isEqualTo(ImportRun.State.UNCONFIRMED);
        _get(TextArea.class, spec -> spec.withLabel("Why")).setValue("Nobody ordered these.");
        _click(_get(Button.class, spec -> spec.withText("Turn down")));

        assertThat(imports.now(run.id()).state()).isEqualTo(ImportRun.State.REFUSED);
        assertThat(buttons("Turn down the import of")).isEmpty();
        openImports("admin");
        assertThat(plain(row())).contains("Turned down by", "Nobody ordered these.");
        assertThat(register.find(serial)).isEmpty();
    }

    @Test
    void an_administrator_confirms_on_the_import_page_what_a_colleague_gave() throws Exception {
        ImportRun run = given("supervisor");
        openImports("admin");

        _click(buttons("Confirm the import of").getFirst());
        _click(_get(Button.class, spec -> spec.withText("Import")));

        assertThat(imports.over(run.id()).state()).isEqualTo(ImportRun.State.DONE);
        assertThat(register.find(serial)).isPresent();
    }

    @Test
    void whoever_says_yes_to_what_was_taken_back_meanwhile_reads_so_and_changes_nothing() throws Exception {
        ImportRun run = given("admin");
        openReview();
        _click(buttons("Confirm the import of").getFirst());
        imports.takeBack(run.id());

        _click(_get(Button.class, spec -> spec.withText("Import")));

        expectNotifications("Someone was here before you. It now stands at: Stopped.");
        assertThat(buttons("Confirm the import of")).isEmpty();
        assertThat(imports.now(run.id()).state()).isEqualTo(ImportRun.State.CANCELLED);
        assertThat(register.find(serial)).isEmpty();
    }

    @Test
    void the_cards_that_lose_their_balance_are_named_before_anybody_says_yes() throws Exception {
        Card old = cards.card(
                TestCards.serial("GCA"),
                CardKind.APP_STORE_ITUNES,
                CardForm.PHYSICAL,
                Region.DENMARK,
                CardState.ACTIVE,
                Money.ofMinor(39_000, "DKK"),
                null);
        people.as("admin");
        imports.waiting(
                name,
                "serial,kind,form,region,state,activated_at,face_value,balance,replaces\n" + serial.value()
                        + ",APP_STORE_ITUNES,PHYSICAL,DK,ACTIVE,2024-05-02,390,0," + old.serial() + "\n");

        openReview();

        assertThat(plain(waiting())).contains("Takes over the balance of " + old.serial());
        _click(buttons("Confirm the import of").getFirst());
        assertThat(plain(_get(PaymentDialog.class)))
                .contains("Takes over the balance of", old.serial().value());
    }

    private ImportRun given(String username) throws Exception {
        people.as(username);
        return imports.waiting(
                name,
                "serial,kind,form,region,state,activated_at,face_value,balance\n" + serial.value()
                        + ",APP_STORE_ITUNES,PHYSICAL,DK,ACTIVE,2024-05-02,500,390\n");
    }

    private void openImports(String username) {
        signIn(username);
        UI.getCurrent().navigate(ImportView.class);
    }

    private void openReview() {
        signIn("supervisor");
        UI.getCurrent().navigate("review");
        _get(TabSheet.class).setSelectedTab(importsTab());
    }

    private static Tab importsTab() {
        return _find(Tab.class).stream()
                .filter(tab -> tab.getElement().getTextRecursively().startsWith("Imports"))
                .findFirst()
                .orElseThrow();
    }

    private ImportRunRow row() {
        return _find(ImportRunRow.class).stream()
                .filter(row -> row.getElement().getTextRecursively().contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** The file among those that wait in the review. */
    private Component waiting() {
        return _find(ImportToConfirm.class).stream()
                .map(part -> part.getParent().orElseThrow())
                .filter(sheet -> sheet.getElement().getTextRecursively().contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Buttons are told apart by the file their label names. */
    private List<Button> buttons(String act) {
        return _find(Button.class).stream()
                .filter(button -> button.getAriaLabel().orElse("").equals(act + " " + name))
                .toList();
    }

    private static String plain(Component part) {
        return part.getElement().getTextRecursively().replace('\u00a0', ' ');
    }
}
