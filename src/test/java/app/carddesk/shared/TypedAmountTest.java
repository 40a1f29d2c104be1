package app.carddesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.TypedAmount.Ambiguous;
import app.carddesk.shared.TypedAmount.Nothing;
import app.carddesk.shared.TypedAmount.Read;
import app.carddesk.shared.TypedAmount.Unreadable;
import app.carddesk.shared.TypedAmount.Why;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is meant by an amount as people type it. */
class TypedAmountTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    300            ; 30000
                    0              ; 0
                    0,00           ; 0
                    007            ; 700
                    300.5          ; 30050
                    300,5          ; 30050
                    300.50         ; 30050
                    300,50         ; 30050
                    ,50            ; 50
                    .5             ; 50
                    300.           ; 30000
                    300,           ; 30000
                    1 234          ; 123400
                    1234,5         ; 123450
                    1.234,50       ; 123450
                    1,234.50       ; 123450
                    1 234,50       ; 123450
                    1 234.5        ; 123450
                    1\u00a0234,50  ; 123450
                    1\u2009234,50  ; 123450
                    1\u202f234.50  ; 123450
                    1'234.50       ; 123450
                    1’234,50       ; 123450
                    1.234.567      ; 123456700
                    1,234,567.89   ; 123456789
                    1.234.567,8    ; 123456780
                    kr 300         ; 30000
                    kr. 300        ; 30000
                    kr.300,50      ; 30050
                    Kr300          ; 30000
                    300 kr         ; 30000
                    300kr.         ; 30000
                    300 kroner     ; 30000
                    300,50 kr.     ; 30050
                    300,-          ; 30000
                    300.-          ; 30000
                    300:-          ; 30000
                    300,--         ; 30000
                    300,– kr       ; 30000
                    1.000,-        ; 100000
                    49:50          ; 4950
                    DKK 300        ; 30000
                    dkk300,5       ; 30050
                    300 DKK        ; 30000
                    DKK\u00a01,234.50 ; 123450
                    +300           ; 30000
                    ３００．５０      ; 30050
                    ３００，５０      ; 30050
                    ٣٠٠            ; 30000
                    ٣٠٠٫٥٠         ; 30050
                    ١٬٢٣٤٫٥٠       ; 123450
                    \u200e300,50\u200f ; 30050
                    300,50\u200b   ; 30050
                    9999999999,99  ; 999999999999
                    """)
    void is_one_amount(String typed, long minor) {
        assertThat(TypedAmount.of(typed, Currency.getInstance("DKK"))).isEqualTo(new Read(Money.ofMinor(minor, "DKK")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    1.000     ; 100000   ; 100
                    1,000     ; 100000   ; 100
                    10.500    ; 1050000  ; 1050
                    300,500   ; 30050000 ; 30050
                    999.990   ; 99999000 ; 99999
                    kr 1.000  ; 100000   ; 100
                    1,000 DKK ; 100000   ; 100
                    １．０００  ; 100000   ; 100
                    1.234     ; 123400   ;
                    300,505   ; 30050500 ;
                    """)
    void may_part_thousands_or_decimals_and_is_not_guessed(String typed, long thousands, Long decimals) {
        List<Money> readings = Stream.of(thousands, decimals)
                .filter(Objects::nonNull)
                .map(minor -> Money.ofMinor(minor, "DKK"))
                .toList();

        assertThat(TypedAmount.of(typed, Currency.getInstance("DKK"))).isEqualTo(new Ambiguous(readings));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    three          ; NOT_AN_AMOUNT
                    kr             ; NOT_AN_AMOUNT
                    .              ; NOT_AN_AMOUNT
                    ,-             ; NOT_AN_AMOUNT
                    1e3            ; NOT_AN_AMOUNT
                    0x10           ; NOT_AN_AMOUNT
                    1/2            ; NOT_AN_AMOUNT
                    300²           ; NOT_AN_AMOUNT
                    ½              ; NOT_AN_AMOUNT
                    12 34          ; NOT_AN_AMOUNT
                    300 50         ; NOT_AN_AMOUNT
                    1.00.000       ; NOT_AN_AMOUNT
                    1,234,56       ; NOT_AN_AMOUNT
                    1.234.56       ; NOT_AN_AMOUNT
                    1 234.567,89   ; NOT_AN_AMOUNT
                    1..5           ; NOT_AN_AMOUNT
                    12:30:50       ; NOT_AN_AMOUNT
                    12:3           ; NOT_AN_AMOUNT
                    300,50,-       ; NOT_AN_AMOUNT
                    300 or 400     ; NOT_AN_AMOUNT
                    2.5.2024       ; NOT_AN_AMOUNT
                    XAB3D4F5G6H7J8K9 ; NOT_AN_AMOUNT
                    -300           ; NEGATIVE
                    −300           ; NEGATIVE
                    - 300,50       ; NEGATIVE
                    300-           ; NEGATIVE
                    (300)          ; NEGATIVE
                    kr -300        ; NEGATIVE
                    -0             ; NEGATIVE
                    SEK 300        ; OTHER_CURRENCY
                    300 eur        ; OTHER_CURRENCY
                    € 300          ; OTHER_CURRENCY
                    $300           ; OTHER_CURRENCY
                    300 USD        ; OTHER_CURRENCY
                    0.500          ; TOO_FINE
                    1234.500       ; TOO_FINE
                    1,234.567      ; TOO_FINE
                    300.5000       ; TOO_FINE
                    99999999999    ; TOO_LARGE
                    99999999999999999999999,00 ; TOO_LARGE
                    """)
    void is_refused_and_says_why(String typed, Why why) {
        assertThat(TypedAmount.of(typed, Currency.getInstance("DKK"))).isEqualTo(new Unreadable(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    300       ; 300
                    1.000     ; 1000
                    1,000     ; 1000
                    1 000     ; 1000
                    300,-     ; 300
                    ¥300      ; 300
                    １，０００円 ; 1000
                    """)
    void of_a_currency_without_decimals_has_marks_between_thousands_only(String typed, long minor) {
        assertThat(TypedAmount.of(typed, Currency.getInstance("JPY"))).isEqualTo(new Read(Money.ofMinor(minor, "JPY")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"300.5", "300,00", "1,000.5", "300:00"})
    void of_a_currency_without_decimals_has_none(String typed) {
        assertThat(TypedAmount.of(typed, Currency.getInstance("JPY"))).isEqualTo(new Unreadable(Why.TOO_FINE));
    }

    @Test
    void of_a_currency_with_three_decimals_is_asked_back_where_they_may_be_thousands() {
        Currency dinar = Currency.getInstance("KWD");

        assertThat(TypedAmount.of("1.234", dinar))
                .isEqualTo(new Ambiguous(List.of(Money.ofMinor(1_234_000, "KWD"), Money.ofMinor(1_234, "KWD"))));
        assertThat(TypedAmount.of("1,234.567", dinar)).isEqualTo(new Read(Money.ofMinor(1_234_567, "KWD")));
        assertThat(TypedAmount.of("0.500", dinar)).isEqualTo(new Read(Money.ofMinor(500, "KWD")));
    }

    @ParameterizedTest
    @CsvSource({"EUR, € 300", "USD, $300", "AUD, A$300", "GBP, £300", "SEK, 300 kronor", "NOK, kr 300", "EUR, 300 euro"
    })
    void may_name_its_own_currency_as_people_do(String currency, String typed) {
        assertThat(TypedAmount.of(typed, Currency.getInstance(currency)))
                .isEqualTo(new Read(Money.ofMinor(30_000, currency)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void is_nothing_if_nothing_was_typed(String typed) {
        assertThat(TypedAmount.of(typed, Currency.getInstance("DKK"))).isEqualTo(new Nothing());
    }

    @Test
    void is_refused_and_not_nothing_if_what_was_typed_cannot_be_seen() {
        assertThat(TypedAmount.of("\u200b", Currency.getInstance("DKK"))).isEqualTo(new Unreadable(Why.NOT_AN_AMOUNT));
    }
}
