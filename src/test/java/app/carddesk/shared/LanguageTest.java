package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.ui.Formats;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({"sv-FI, SV", "nb, NB", "nn-NO, NB", "no, NB", "da-DK, DA", "en-US, EN", "de, EN", "fi, EN"})
    void whatever_a_browser_asks_for_one_of_ours_answers(String asked, Language answer) {
        assertThat(Language.of(Locale.forLanguageTag(asked))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"EN; 1,000.50; 2 May 2024", "DA; 1.000,50; 2. maj 2024"})
    void money_and_days_are_written_as_is_usual_there(Language language, String amount, String day) {
        Formats formats = Formats.in(language);

        assertThat(formats.money(new Money(100_050, Currency.getInstance("DKK"))))
                .isEqualTo("DKK\u00a0" + amount);
        assertThat(formats.date(LocalDate.of(2024, 5, 2))).isEqualTo(day);
    }
}
