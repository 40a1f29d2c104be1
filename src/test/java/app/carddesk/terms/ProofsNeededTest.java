package app.carddesk.terms;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.CardForm;
import app.carddesk.shared.ProofKind;
import org.junit.jupiter.api.Test;

class ProofsNeededTest {

    @Test
    void a_physical_card_shows_both_sides_the_receipt_and_the_serial() {
        assertThat(ProofsNeeded.of(CardForm.PHYSICAL))
                .containsExactly(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT, ProofKind.SERIAL);
    }

    @Test
    void the_email_of_a_digital_card_takes_the_place_of_front_and_back() {
        assertThat(ProofsNeeded.of(CardForm.DIGITAL))
                .containsExactly(ProofKind.EMAIL, ProofKind.RECEIPT, ProofKind.SERIAL);
    }
}
