package app.carddesk.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.pictures.Word;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedReceiptsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2024-05-02; 2024-05-02",
                "02.05.2024; 2024-05-02",
                "2/5-2024; 2024-05-02",
                "2.5.2024 14:07; 2024-05-02",
                "02.05.24; 2024-05-02",
                "02-05-24 kl. 14.07; 2024-05-02",
                "24-05-02; 2024-05-02",
                "2 maj 2024; 2024-05-02",
                "2. mai 2024; 2024-05-02",
                "2 toukokuuta 2024; 2024-05-02",
                "le 2 février 2024; 2024-02-02",
                "May 2, 2024; 2024-05-02",
                "02/05/2024 a 14:07; 2024-05-02",
                "Dato:02.05.2024; 2024-05-02",
                "Datum 2024.05.02; 2024-05-02",
                // Day first, unless that is no date.
                "03/04/24; 2024-04-03",
                "04/23/2024; 2024-04-23",
                // Letters read for digits, dots lost.
                "O2.O5.2O24; 2024-05-02",
                "l2.05.2024; 2024-05-12",
                "02.05 2024; 2024-05-02",
                "2,5.2024 11:01; 2024-05-02",
            })
    void dates_are_read_as_people_print_them(String line, LocalDate date) {
        assertThat(dates("SHOP", line, "Total 100,00")).containsExactly(date.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01",
                "21.03.2026",
                "31.02.2024",
                "01.01.2009",
                "Tel 090-123 45 67",
                "CVR 12345678",
                "12.99.24",
                "1.234,56",
                "Version 2.10.2024.7",
            })
    void what_is_no_past_day_is_none(String line) {
        assertThat(dates("SHOP", line, "Total 100,00")).isEmpty();
    }

    @Test
    void the_likeliest_day_of_purchase_comes_first() {
        assertThat(dates(
                        "Member since 14.02.2015",
                        "Dato: 02.05.2024 Kl. 14:07",
                        "Byttes senest 01.06.2024",
                        "Printed 03.05.2024"))
                .startsWith("2024-05-02")
                .doesNotContain("2024-06-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Kvittonr: 988801; 988801",
                "Kvitto nr 0042-17; 0042-17",
                "Bon nr. 633684; 633684",
                "BONG 4711; 4711",
                "Nota: 12345; 12345",
                "Salgskvittering 354723; 354723",
                "Kvittering nr.: A-10023; A-10023",
                "TICKET 119863; 119863",
                "Receipt no: 339473; 339473",
                "KUITTI 251019; 251019",
                "Trans 00817; 00817",
            })
    void receipt_numbers_are_read_by_the_word_before(String line, String number) {
        assertThat(values(PrintedReceiptNumbers.in(PrintedText.folded("SHOP", line, "Tak"))))
                .containsExactly(number);
    }

    @Test
    void a_receipt_number_may_stand_below_its_name() {
        assertThat(values(PrintedReceiptNumbers.in(PrintedText.folded("Kvitto nr", "988801", "Tack"))))
                .containsExactly("988801");
        assertThat(values(PrintedReceiptNumbers.in(PrintedText.folded("KVITTO", "2024-05-02", "Tack"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Att betala: 1 500,00 SEK; SEK 1500.00",
                "Å betale NOK 500,00; NOK 500.00",
                "TOTAL DKK 700,00; DKK 700.00",
                "TOTALT 1.250,50 NOK; NOK 1250.50",
                "TOTAL $ 35.00; USD 35.00",
                "TOTAL A PAYER 50,00 EUR; EUR 50.00",
                "YHTEENSÄ 750,00 €; EUR 750.00",
                "Total 100,00; 100.00",
                "Summa 500 kr; 500.00",
            })
    void totals_are_read_with_their_currency_where_it_is_told(String line, String sum) {
        assertThat(values(PrintedSums.in(PrintedText.folded("SHOP", "Delsumma 3,00", line))))
                .containsExactly(sum);
    }

    @Test
    void kroner_are_those_of_the_country_whose_words_the_receipt_uses() {
        assertThat(values(PrintedSums.in(PrintedText.folded("CVR 12345678", "I ALT 700,00 kr", "Tak for besøget"))))
                .containsExactly("DKK 700.00");
        assertThat(values(PrintedSums.in(PrintedText.folded("Kvitto", "Summa 300,00 kr", "Tack", "Moms 0%"))))
                .containsExactly("SEK 300.00");
    }

    @Test
    void where_no_line_is_called_the_total_the_largest_amounts_beside_a_currency_are_taken() {
        assertThat(values(PrintedSums.in(
                        PrintedText.folded("SHOP", "2024-07-24 12:41", "1 x gift card", "DKK 500,00", "Thank you"))))
                .containsExactly("DKK 500.00");
        assertThat(values(PrintedSums.in(PrintedText.folded(
                        "1 GIFT CARD", "NOK 200.00", "COFFEE NOK 35.00", "TEA NOK 30.00", "PAID BY CARD NOK 265.00"))))
                .containsExactly("NOK 265.00", "NOK 200.00");
        assertThat(values(PrintedSums.in(PrintedText.folded("SHOP", "Tel 35 35 12.50", "VAT DKK 12.50", "24.07.24"))))
                .isEmpty();
    }

    @Test
    void what_is_to_be_paid_comes_before_other_sums() {
        assertThat(values(PrintedSums.in(PrintedText.folded("Total 900,00", "Rabatt 100,00", "Att betala 800,00 SEK"))))
                .startsWith("SEK 800.00");
    }

    @Test
    void lines_are_read_the_same_however_the_page_is_turned() {
        String[] receipt = {"Bon nr. 633684", "Dato: 27.02.2023 Kl. 10:32", "I ALT 700,00"};
        for (int quarters = 0; quarters < 4; quarters++) {
            int turned = quarters;
            List<Word> words = PrintedText.words(receipt).stream()
                    .map(word -> new Word(word.text(), Areas.turned(word.area(), turned)))
                    .toList();
            assertThat(PrintedLines.of(words, PrintedText.WIDTH, PrintedText.HEIGHT))
                    .extracting(PrintedLine::text)
                    .containsExactly(receipt);
        }
    }

    @Test
    void a_finding_says_where_it_stands() {
        List<Word> words = PrintedText.words("SHOP", "Dato: 27.02.2023 Kl. 10:32");
        PageArea area = new PrintedDates(TODAY)
                .in(PrintedText.folded("SHOP", "Dato: 27.02.2023 Kl. 10:32"))
                .getFirst()
                .area();

        assertThat(area).isEqualTo(words.get(2).area());
    }

    private static List<String> dates(String... lines) {
        return values(new PrintedDates(TODAY).in(PrintedText.folded(lines)));
    }

    private static List<String> values(List<Found> found) {
        return found.stream().map(Found::value).toList();
    }
}
