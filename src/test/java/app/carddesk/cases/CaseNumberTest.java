package app.carddesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    @Test
    void is_written_with_six_digits_and_more_when_a_year_needs_them() {
        assertThat(new CaseNumber(2026, 123)).hasToString("C-2026-000123");
        assertThat(new CaseNumber(2026, 1_234_567)).hasToString("C-2026-1234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-2026-000123", " c-2026-123 ", "c2026000123", "C2026-0123"})
    void is_read_however_it_was_typed(String typed) {
        assertThat(CaseNumber.parse(typed)).contains(new CaseNumber(2026, 123));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C-", "C-2026-", "C-2026-000000", "C-1999-000001", "R-2026-000123", "GCA08Z7154420913"})
    void anything_else_is_none(String typed) {
        assertThat(CaseNumber.parse(typed)).isEmpty();
    }
}
