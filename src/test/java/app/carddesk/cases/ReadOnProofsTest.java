package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.evidence.Finding;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Money;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read on proofs is held against the case: only where no reading fits does a proof contradict. */
class ReadOnProofsTest {

    private static final Serial SERIAL = new Serial("GCA08Z7154420913");
    private static final Serial SIBLING = new Serial("GCA08Z7154420914");

    private final List<Proof> proofs = new ArrayList<>();
    private final List<Finding> read = new ArrayList<>();
    private final Set<UUID> sought = new HashSet<>();
    private final Set<UUID> skipped = new HashSet<>();
    private final Set<Serial> registered = new HashSet<>(Set.of(SERIAL));
    private final Map<String, Object> told = new HashMap<>(Map.of("purchase_date", LocalDate.of(2024, 5, 2)));

    @Test
    void proofs_that_show_what_was_said_contradict_nothing() {
        Proof back = given(ProofKind.BACK, true);
        Proof receipt = given(ProofKind.RECEIPT, false);
        reads(back, Finding.Kind.SERIAL, SERIAL.value(), Finding.Source.BARCODE);
        reads(receipt, Finding.Kind.PURCHASE_DATE, "2024-05-02");
        reads(receipt, Finding.Kind.TOTAL, "DKK 300.00");

        assertThat(found()).isEmpty();
    }

    @Test
    void another_serial_on_a_proof_contradicts_even_one_digit_away() {
        Proof back = given(ProofKind.BACK, true);
        reads(back, Finding.Kind.SERIAL, SIBLING.value());

        assertThat(found()).containsExactly(new Contradiction.OtherSerialRead(ProofKind.BACK, SIBLING.value()));
    }

    @Test
    void print_may_be_misread_as_what_looks_alike_but_a_bar_code_may_not() {
        Proof back = given(ProofKind.BACK, true);
        reads(back, Finding.Kind.SERIAL, "GCAO8Z7154420913", Finding.Source.TEXT);
        assertThat(found()).isEmpty();

        Proof front = given(ProofKind.FRONT, false);
        reads(front, Finding.Kind.SERIAL, "GCAO8Z7154420913", Finding.Source.BARCODE);
        assertThat(found()).containsExactly(new Contradiction.OtherSerialRead(ProofKind.FRONT, "GCAO8Z7154420913"));
    }

    @Test
    void a_serial_that_another_card_has_was_not_misread() {
        registered.add(new Serial("GCAO8Z7154420913"));
        Proof back = given(ProofKind.BACK, true);
        reads(back, Finding.Kind.SERIAL, "GCAO8Z7154420913", Finding.Source.TEXT);

        assertThat(found()).containsExactly(new Contradiction.OtherSerialRead(ProofKind.BACK, "GCAO8Z7154420913"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZQ08Z7154420913", "Z7154420914", "4711", "GCA08Z7154420913999", "GC#*8", "ÆØ 17"})
    void what_cannot_be_the_serial_contradicts_even_if_it_is_no_serial_at_all(String print) {
        Proof back = given(ProofKind.BACK, true);
        reads(back, Finding.Kind.SERIAL, print);

        assertThat(found()).containsExactly(new Contradiction.OtherSerialRead(ProofKind.BACK, print.replace(" ", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GCA08Z71544209", "08Z7154420913", "O8Z71S44Z0", "GCA 08Z7-1544", "Z715"})
    void what_is_left_of_the_serial_contradicts_nothing(String print) {
        Proof back = given(ProofKind.BACK, true);
        reads(back, Finding.Kind.SERIAL, print, Finding.Source.TEXT);

        assertThat(found()).isEmpty();
    }

    @Test
    void a_bar_code_is_whole_or_another_one() {
        Proof back = given(ProofKind.BACK, true);
        reads(back, Finding.Kind.SERIAL, "08Z7154420913", Finding.Source.BARCODE);

        assertThat(found()).containsExactly(new Contradiction.OtherSerialRead(ProofKind.BACK, "08Z7154420913"));
    }

    @Test
    void of_a_redemption_code_that_was_taken_for_a_serial_nothing_is_told() {
        Proof back = given(ProofKind.BACK, true);
        reads(back, Finding.Kind.SERIAL, "XABC7DEFGHJ2KLMN");

        assertThat(found()).containsExactly(new Contradiction.OtherSerialRead(ProofKind.BACK, "…"));
    }

    @Test
    void a_picture_the_installed_reader_left_out_was_not_read() {
        skipped.add(given(ProofKind.FRONT, false).id());
        skipped.add(given(ProofKind.BACK, true).id());
        sought.add(given(ProofKind.RECEIPT, false).id());

        assertThat(found())
                .containsExactlyInAnyOrder(
                        new Contradiction.ProofNotRead(ProofKind.FRONT),
                        new Contradiction.ProofNotRead(ProofKind.BACK),
                        new Contradiction.ProofNotRead(ProofKind.RECEIPT));
    }

    @Test
    void one_reading_that_fits_is_enough_among_several() {
        Proof receipt = given(ProofKind.RECEIPT, false);
        reads(receipt, Finding.Kind.PURCHASE_DATE, "2024-02-05");
        reads(receipt, Finding.Kind.PURCHASE_DATE, "2024-05-02");
        reads(receipt, Finding.Kind.TOTAL, "800.00");
        reads(receipt, Finding.Kind.TOTAL, "300.0");
        reads(receipt, Finding.Kind.SERIAL, SIBLING.value());
        reads(receipt, Finding.Kind.SERIAL, SERIAL.value());

        assertThat(found()).isEmpty();
    }

    @Test
    void another_day_another_sum_and_another_number_are_told_with_both_sides() {
        told.put("receipt_number", "4711");
        Proof receipt = given(ProofKind.RECEIPT, false);
        reads(receipt, Finding.Kind.PURCHASE_DATE, "2021-05-02");
        reads(receipt, Finding.Kind.TOTAL, "DKK 500.00");
        reads(receipt, Finding.Kind.RECEIPT_NUMBER, "4712");

        assertThat(found())
                .containsExactlyInAnyOrder(
                        new Contradiction.OtherDateRead(LocalDate.of(2021, 5, 2), LocalDate.of(2024, 5, 2)),
                        new Contradiction.OtherAmountRead(
                                new Finding.Sum(new BigDecimal("500.00"), Currency.getInstance("DKK")),
                                Money.ofMinor(30_000, "DKK")),
                        new Contradiction.OtherReceiptRead("4712", "4711"));
    }

    @Test
    void the_number_of_a_receipt_may_be_misread_as_what_looks_alike() {
        told.put("receipt_number", "0O-4711 B");
        Proof receipt = given(ProofKind.RECEIPT, false);
        reads(receipt, Finding.Kind.RECEIPT_NUMBER, "47118");

        assertThat(found()).isEmpty();
    }

    @Test
    void a_sum_that_was_typed_is_what_the_receipt_must_show() {
        told.put("purchase_amount", 50_000L);
        told.put("purchase_currency", "DKK");
        Proof receipt = given(ProofKind.RECEIPT, false);
        reads(receipt, Finding.Kind.TOTAL, "DKK 300.00");

        assertThat(found()).hasSize(1).first().isInstanceOf(Contradiction.OtherAmountRead.class);
    }

    @Test
    void the_sum_in_an_email_of_a_purchase_counts_like_one_on_a_receipt() {
        Proof email = given(ProofKind.EMAIL, false);
        reads(email, Finding.Kind.TOTAL, "DKK 500.00");

        assertThat(found())
                .containsExactly(new Contradiction.OtherAmountRead(
                        new Finding.Sum(new BigDecimal("500.00"), Currency.getInstance("DKK")),
                        Money.ofMinor(30_000, "DKK")));

        reads(email, Finding.Kind.TOTAL, "DKK 300.00");
        assertThat(found()).isEmpty();
    }

    @Test
    void an_accepted_file_that_nobody_can_see_is_told_with_a_reader_and_without() {
        proofs.add(proof(ProofKind.FRONT, Proof.State.ACCEPTED, false, 0));
        proofs.add(proof(ProofKind.EMAIL, Proof.State.ACCEPTED, true, 0));

        assertThat(found())
                .containsExactlyInAnyOrder(
                        new Contradiction.ProofNotRead(ProofKind.FRONT),
                        new Contradiction.ProofNotRead(ProofKind.EMAIL));
    }

    @Test
    void a_file_that_nobody_can_see_excuses_no_proof_on_which_nothing_was_read() {
        proofs.add(proof(ProofKind.FRONT, Proof.State.ACCEPTED, true, 0));
        sought.add(given(ProofKind.RECEIPT, false).id());
        Proof back = given(ProofKind.BACK, true);
        proofs.addFirst(back);
        sought.add(back.id());

        assertThat(found())
                .containsExactlyInAnyOrder(
                        new Contradiction.ProofNotRead(ProofKind.FRONT),
                        new Contradiction.ProofNotRead(ProofKind.BACK),
                        new Contradiction.ProofNotRead(ProofKind.RECEIPT));
    }

    @Test
    void what_an_installed_reader_could_not_read_is_told() {
        sought.add(given(ProofKind.FRONT, false).id());
        sought.add(given(ProofKind.BACK, true).id());
        sought.add(given(ProofKind.RECEIPT, false).id());

        assertThat(found())
                .containsExactlyInAnyOrder(
                        new Contradiction.ProofNotRead(ProofKind.BACK),
                        new Contradiction.ProofNotRead(ProofKind.RECEIPT));
    }

    @Test
    void without_a_reader_the_eye_of_whoever_accepted_counts() {
        given(ProofKind.BACK, true);
        given(ProofKind.RECEIPT, false);

        assertThat(found()).isEmpty();
    }

    @Test
    void a_page_for_which_time_ran_out_is_told_whatever_its_kind() {
        Proof front = given(ProofKind.FRONT, false);
        sought.add(front.id());
        reads(front, Finding.Kind.UNREAD, "");

        assertThat(found()).containsExactly(new Contradiction.ProofNotRead(ProofKind.FRONT));
    }

    @Test
    void that_somebody_put_a_reading_away_changes_nothing() {
        Proof back = given(ProofKind.BACK, true);
        read.add(finding(back, Finding.Kind.SERIAL, SIBLING.value(), Finding.Source.TEXT, true));

        assertThat(found()).hasSize(1);
    }

    @Test
    void proofs_that_were_not_accepted_say_nothing() {
        Proof refused = proof(ProofKind.BACK, Proof.State.REFUSED, false);
        proofs.add(refused);
        reads(refused, Finding.Kind.SERIAL, SIBLING.value());

        assertThat(found()).isEmpty();
    }

    private List<Contradiction> found() {
        Card card = new Card(
                new UUID(0, 1),
                SERIAL,
                CardKind.APPLE_GIFT_CARD,
                CardForm.PHYSICAL,
                Region.DENMARK,
                null,
                CardState.ACTIVE,
                null,
                Instant.parse("2024-05-02T10:00:00Z"),
                Money.ofMinor(30_000, "DKK"),
                Money.ofMinor(20_000, "DKK"),
                null,
                null,
                null);
        CaseValues values = CaseValues.read(new CaseField.Reader() {
            @Override
            public <V> Optional<V> value(String column, Class<V> type) {
                return Optional.ofNullable(told.get(column)).map(type::cast);
            }
        });
        return new ReadOnProofs(proofs, read, sought, skipped, registered::contains).against(card, values);
    }

    private Proof given(ProofKind kind, boolean serialSeen) {
        Proof proof = proof(kind, Proof.State.ACCEPTED, serialSeen);
        proofs.add(proof);
        return proof;
    }

    private static Proof proof(ProofKind kind, Proof.State state, boolean serialSeen) {
        return proof(kind, state, serialSeen, 1);
    }

    private static Proof proof(ProofKind kind, Proof.State state, boolean serialSeen, int pages) {
        UUID someone = new UUID(0, 9);
        return new Proof(
                UUID.randomUUID(),
                new UUID(0, 8),
                kind,
                state,
                null,
                "picture.jpg",
                pages,
                800,
                600,
                SERIAL.value(),
                null,
                serialSeen ? new Proof.SerialSeen(SERIAL.value(), someone, Instant.EPOCH) : null,
                null,
                Instant.EPOCH,
                someone,
                Proof.CameBy.DESK,
                someone,
                false,
                null,
                0);
    }

    private void reads(Proof proof, Finding.Kind kind, String value) {
        reads(proof, kind, value, Finding.Source.TEXT);
    }

    private void reads(Proof proof, Finding.Kind kind, String value, Finding.Source source) {
        read.add(finding(proof, kind, value, source, false));
    }

    private static Finding finding(
            Proof proof, Finding.Kind kind, String value, Finding.Source source, boolean dismissed) {
        return new Finding(
                UUID.randomUUID(), proof.id(), 1, kind, value, source, new PageArea(0, 0, 10, 10), 1, dismissed);
    }
}
