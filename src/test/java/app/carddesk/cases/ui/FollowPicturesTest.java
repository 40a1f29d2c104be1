package app.carddesk.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseNumber;
import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.reading.DrawnPapers;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import com.google.zxing.BarcodeFormat;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was read on pictures is offered to the agent, who takes it up or puts it away. */
@Tag("database")
class FollowPicturesTest extends CaseScreen {

    @Autowired
    private Proofs proofs;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anAgentWorks() {
        signIn("agent");
    }

    @Test
    void the_same_serial_number_on_the_picture_is_said_quietly() {
        Card card = cards.active(50_000);
        CaseNumber number = open(card);

        give(number, ProofKind.BACK, card.serial().value());

        assertThat(offers()).contains("The picture shows the same serial number (Back)");
        assertThat(buttons()).containsExactly("Put away");
    }

    @Test
    void another_serial_number_is_shown_below_the_typed_one_and_can_be_used() {
        String middle = TestCards.letters(9);
        Card typed = known("GCA" + middle + "81A1");
        Card pictured = known("GCA" + middle + "B1A1");
        CaseNumber number = open(typed);

        give(number, ProofKind.BACK, pictured.serial().value());

        assertThat(offers())
                .contains(
                        "The picture shows another serial number than the case has (Back)",
                        pictured.serial().value(),
                        typed.serial().value());
        assertThat(_get(OffersPanel.class).getElement().getOuterHTML()).contains("<mark>B</mark>", "<mark>8</mark>");
        assertThat(contents(number).serial()).isEqualTo(typed.serial());

        press("Use this card");
        assertThat(contents(number).serial()).isEqualTo(pictured.serial());
        assertThat(offers()).contains("the same serial number");
    }

    @Test
    void a_serial_number_misread_by_a_look_alike_finds_its_card() {
        String middle = TestCards.letters(8);
        Card card = known("GCA" + middle + "0817A");
        CaseNumber number = open(null);

        give(number, ProofKind.BACK, "GCA" + middle + "OB17A");

        assertThat(offers())
                .contains(
                        "A serial number can be read on a picture (Back)",
                        card.serial().value());
        press("Use it");
        assertThat(contents(number).serial()).isEqualTo(card.serial());
    }

    @Test
    void a_number_that_no_card_has_is_shown_but_not_offered() {
        CaseNumber number = open(cards.active(50_000));

        give(number, ProofKind.BACK, "GCA" + TestCards.letters(10) + "77");

        assertThat(offers()).contains("The register has no card with the number in the picture");
        assertThat(buttons()).containsExactly("Put away");
    }

    @Test
    void a_day_on_the_receipt_is_taken_as_the_purchase_date_and_told_in_the_story() {
        CaseNumber number = open(cards.active(50_000));
        found(give(number, ProofKind.RECEIPT, "4711 and nothing else"), "PURCHASE_DATE", "2024-05-02");
        reload(number);

        assertThat(offers()).contains("Date of purchase on a picture (Receipt)").doesNotContain("activated");
        press("Use 2 May 2024 as the purchase date");

        assertThat(contents(number).values().get(CaseField.PURCHASE_DATE)).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(page()).contains("Date of purchase: 2 May 2024");
        assertThat(_find(OffersPanel.class)).isEmpty();
    }

    @Test
    void a_day_after_the_activation_is_told_with_both_days() {
        CaseNumber number = open(cards.active(50_000));
        found(give(number, ProofKind.RECEIPT), "PURCHASE_DATE", "2024-05-09");
        reload(number);

        assertThat(offers()).contains("activated on 2 May 2024, before the purchase on 9 May 2024");
        press("Use 9 May 2024 as the purchase date");
        assertThat(offers()).contains("before the purchase");
        assertThat(buttons()).containsExactly("Put away");
    }

    @Test
    void a_total_is_taken_as_the_purchase_amount_in_the_cards_currency() {
        CaseNumber number = open(cards.active(50_000));
        found(give(number, ProofKind.RECEIPT), "TOTAL", "500.00");
        reload(number);

        press("Use DKK\u00a0500.00 as the purchase amount");

        assertThat(contents(number).values().get(CaseField.PURCHASE_AMOUNT)).isEqualTo(Money.ofMinor(50_000, "DKK"));
    }

    @Test
    void a_day_on_a_cards_front_is_no_day_of_purchase() {
        CaseNumber number = open(cards.active(50_000));
        found(give(number, ProofKind.FRONT), "PURCHASE_DATE", "2024-05-02");
        reload(number);

        assertThat(_find(OffersPanel.class)).isEmpty();
    }

    @Test
    void a_covered_code_is_told_without_repeating_it() {
        CaseNumber number = open(cards.active(50_000));

        give(number, ProofKind.BACK, "XABC1DEFG2HJKL3M");

        assertThat(offers()).contains("A redemption code was covered in this picture (Back)");
        assertThat(view().getElement().getOuterHTML()).doesNotContain("XABC", "1DEF");
    }

    @Test
    void a_picture_that_was_not_read_says_so() {
        CaseNumber number = open(cards.active(50_000));
        UUID proof = give(number, ProofKind.BACK);
        jdbc.sql("""
            insert into proof_finding (id, proof, page, kind, area_left, area_top, area_width, area_height, place)
            values (:id, :proof, 1, 'UNREAD', 0, 0, 10000, 10000, 1)
            """).param("id", UUID.randomUUID()).param("proof", proof).update();
        reload(number);

        assertThat(offers()).contains("This picture (Back) was not read", "whether a redemption code can be seen");
    }

    @Test
    void what_was_put_away_is_not_offered_again() {
        CaseNumber number = open(cards.active(50_000));
        found(give(number, ProofKind.RECEIPT), "PURCHASE_DATE", "2024-05-02");
        reload(number);

        press("Put away");
        reload(number);

        assertThat(_find(OffersPanel.class)).isEmpty();
        assertThat(contents(number).values().get(CaseField.PURCHASE_DATE)).isNull();
    }

    private static String offers() {
        return _get(OffersPanel.class).getElement().getTextRecursively();
    }

    private static List<String> buttons() {
        return _find(_get(OffersPanel.class), Button.class).stream()
                .map(Button::getText)
                .toList();
    }

    private static void reload(CaseNumber number) {
        UI.getCurrent().navigate("cases");
        UI.getCurrent().navigate("cases/" + number);
    }

    /** Gives a picture with a bar code. */
    private UUID give(CaseNumber number, ProofKind kind, String barCode) {
        return give(number, kind, DrawnPapers.barCode(BarcodeFormat.CODE_128, barCode, 0));
    }

    /** Gives a picture on which nothing can be read. */
    private UUID give(CaseNumber number, ProofKind kind) {
        return give(number, kind, DrawnPictures.softFields(1200, 900));
    }

    private UUID give(CaseNumber number, ProofKind kind, BufferedImage drawn) {
        byte[] picture = DrawnPictures.encoded(drawn, "png");
        Intake intake = proofs.receive(id(number), kind, "picture.png", new ByteArrayInputStream(picture));
        assertThat(intake).isInstanceOf(Intake.Taken.class);
        reload(number);
        return ((Intake.Taken) intake).proof().id();
    }

    private void found(UUID proof, String kind, String value) {
        jdbc.sql("""
            insert into proof_finding (id, proof, page, kind, value_read, source, area_left, area_top, area_width,
                                       area_height, place)
            values (:id, :proof, 1, :kind, :value, 'TEXT', 100, 100, 500, 100, 1)
            """)
                .param("id", UUID.randomUUID())
                .param("proof", proof)
                .param("kind", kind)
                .param("value", value)
                .update();
    }

    private Card known(String serial) {
        return cards.card(
                new Serial(serial),
                CardKind.APP_STORE_ITUNES,
                CardForm.PHYSICAL,
                Region.DENMARK,
                CardState.ACTIVE,
                Money.ofMinor(50_000, "DKK"),
                null);
    }
}
