package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarddeskTest
@Tag("database")
class ReceiptsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);
    private static final Money PAID = Money.ofMinor(30_000, "DKK");

    @Autowired
    private Receipts receipts;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseFile file;

    @Autowired
    private SignIn signIn;

    private UUID one;
    private UUID other;
    private String number;

    @BeforeEach
    void twoCases() {
        signIn.as("agent");
        one = file.find(work.open(null)).orElseThrow().id();
        other = file.find(work.open(null)).orElseThrow().id();
        number = "R" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void nobodyWorks() {
        signIn.out();
    }

    @Test
    void numbers_are_compared_without_case_blanks_dashes_and_leading_zeros() {
        assertThat(ReceiptKey.of("00 12-34/ab")).isEqualTo("1234AB");
        assertThat(ReceiptKey.of("1234AB")).isEqualTo("1234AB");
        assertThat(ReceiptKey.of("0000")).isEqualTo("0");
        assertThat(ReceiptKey.of("－－")).isEmpty();
    }

    @Test
    void the_same_number_with_date_or_amount_is_the_same_receipt() {
        say(one, number, DAY, PAID);
        say(other, "0" + number.toLowerCase().replaceFirst("(?<=..)", " - "), DAY, null);
        assertThat(receipts.same(other)).singleElement().satisfies(same -> {
            assertThat(same.caseId()).isEqualTo(one);
            assertThat(same.by()).isEqualTo(SameReceipt.By.DATE);
        });
        editing.change(other, CaseField.PURCHASE_AMOUNT, null, PAID);
        assertThat(receipts.same(one))
                .singleElement()
                .extracting(SameReceipt::by)
                .isEqualTo(SameReceipt.By.BOTH);
        editing.change(other, CaseField.PURCHASE_DATE, DAY, DAY.minusDays(1));
        assertThat(receipts.same(one))
                .singleElement()
                .extracting(SameReceipt::by)
                .isEqualTo(SameReceipt.By.AMOUNT);
    }

    @Test
    void a_number_alone_or_no_number_is_no_reason() {
        say(one, number, DAY, PAID);
        say(other, number, null, null);
        assertThat(receipts.same(one)).isEmpty();
        UUID third = file.find(work.open(null)).orElseThrow().id();
        say(third, null, DAY, PAID);
        assertThat(receipts.same(third)).isEmpty();
        say(third, "-", null, null);
        assertThat(receipts.same(third)).isEmpty();
    }

    @Test
    void the_same_figure_in_other_money_is_another_amount() {
        say(one, number, null, PAID);
        say(other, number, null, Money.ofMinor(30_000, "SEK"));
        assertThat(receipts.same(one)).isEmpty();
    }

    @Test
    void the_number_is_a_field_like_any_other() {
        assertThat(editing.change(one, CaseField.RECEIPT_NUMBER, null, "XABC DEFG HJKL MNPQ"))
                .isEqualTo(new Change.Refused<>(CaseRefusal.CONTAINS_CODE));
        say(one, number, null, null);
        assertThat(editing.change(one, CaseField.RECEIPT_NUMBER, null, "2")).isInstanceOf(Change.Conflict.class);
        assertThat(file.read(file.get(one).number()).orElseThrow().values().get(CaseField.RECEIPT_NUMBER))
                .isEqualTo(number);
    }

    private void say(UUID caseId, String receipt, LocalDate day, Money paid) {
        if (receipt != null) {
            assertThat(editing.change(caseId, CaseField.RECEIPT_NUMBER, null, receipt))
                    .isInstanceOf(Change.Changed.class);
        }
        if (day != null) {
            editing.change(caseId, CaseField.PURCHASE_DATE, null, day);
        }
        if (paid != null) {
            editing.change(caseId, CaseField.PURCHASE_AMOUNT, null, paid);
        }
    }
}
