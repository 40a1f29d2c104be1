package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.TypedDate.NoSuchDay;
import app.carddesk.shared.TypedDate.Read;
import app.carddesk.shared.TypedDate.Unreadable;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What day is meant by what people type. */
class TypedDateTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02/05/2024",
                "2/5/2024",
                "2/5/24",
                "2.5.2024",
                "02.05.2024",
                "2.5.24",
                "2. 5. 2024",
                "2-5-2024",
                "2 5 2024",
                "2024-05-02",
                "2024-5-2",
                "2024/05/02",
                "2024.05.02",
                "20240502",
                "2 May 2024",
                "2. maj 2024",
                "2 mai 2024",
                "den 2 maj 2024",
                "2nd May 2024",
                "2-May-2024",
                "May 2, 2024",
                "2 MAY 24",
                " 2\u00a0May\u00a02024 ",
                "2–5–2024",
                "０２．０５．２０２４",
                "٢/٥/٢٠٢٤",
                "\u200e2/5/2024",
            })
    void is_the_same_day_in_every_language(String typed) {
        for (Language language : Language.values()) {
            assertThat(TypedDate.of(typed, language)).as(language.name()).isEqualTo(new Read(DAY));
        }
    }

    @ParameterizedTest
    @CsvSource({"EN, 2024-05-02", "DA, 2024-05-02", "NB, 2024-05-02", "SV, 2002-05-24"})
    void follows_the_language_only_between_dashes_with_a_short_year(Language language, LocalDate meant) {
        assertThat(TypedDate.of("02-05-24", language)).isEqualTo(new Read(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.4.2024",
                "29/2/2023",
                "2023-02-29",
                "32.1.2024",
                "2024-13-01",
                "5/13/2024",
                "0.5.2024",
                "20240231",
                "31 April 2024",
            })
    void is_refused_if_no_calendar_has_the_day(String typed) {
        for (Language language : Language.values()) {
            assertThat(TypedDate.of(typed, language)).as(language.name()).isEqualTo(new NoSuchDay());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0024-05-02",
                "02/05/20241",
                "02/05/0024",
                "2/5/1066",
                "2/5/2999",
                "2/5",
                "2/5-2024",
                "May 2024",
                "2 Mayday 2024",
                "yesterday",
                "12345678901234567890",
                "020524",
                "2/5/2024 or 3/5/2024",
                "\u200b",
                "²/5/2024",
            })
    void is_refused_if_it_is_no_day_that_may_be_meant(String typed) {
        for (Language language : Language.values()) {
            assertThat(TypedDate.of(typed, language)).as(language.name()).isEqualTo(new Unreadable());
        }
    }

    @ParameterizedTest
    @EnumSource
    void months_have_their_names_in_all_languages(Language written) {
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2024, month, 28);
            for (String pattern : new String[] {"d MMM yyyy", "d MMMM yyyy", "d. MMMM yyyy", "d LLL yyyy"}) {
                String typed = java.time.format.DateTimeFormatter.ofPattern(pattern, written.formats())
                        .format(day);
                for (Language read : Language.values()) {
                    assertThat(TypedDate.of(typed, read)).as(typed).isEqualTo(new Read(day));
                }
            }
        }
    }
}
