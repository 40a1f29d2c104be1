package app.carddesk.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.pictures.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedCodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XABC1DEFG2HJKL3M",
                "XABC 1DEF G2HJ KL3M",
                "XABC-1DEF-G2HJ-KL3M",
                "XABC1DEF G2HJKL3M",
                "Code: XABC 1DEF G2HJ KL3M",
                "Kod:XABC1DEFG2HJKL3M",
                "Kode XABC 1DEF G2HJ KL3M .",
                "|XABC 1DEF G2HJ KL3M|",
                "X A B C 1 D E F G 2 H J K L 3 M",
                // As it is misread: small letters, other alphabets, brackets, a character lost or one too many.
                "xABC 1DEF G2HJ KL3M",
                "XABC 1DEF o2HJ kL3M",
                "ХABC 1DEF G2HJ KL3M",
                "XABC 1DEF G2HJ KL3)",
                "XABC 1DEF G2HJ KL3",
                "XABC 1DEF G2HJ KL3MM",
                "%ABC 1DEF G2HJ KL3M",
                "KABC 1DEF G2HJ KL3M",
                "ABC 1DEF G2HJ KL3M",
                // No stricter check takes a code out again.
                "XXXXXXXXXXXXXXXX",
                "X123456789012345",
                "X0OI1LS5B8Z2Q0D0",
            })
    void codes_are_found_however_they_are_printed_and_misread(String line) {
        assertThat(codes("This card is like cash.", line, "Made in Denmark")).hasSize(1);
    }

    @Test
    void a_code_broken_over_two_lines_is_covered_on_both() {
        List<List<PageArea>> codes = codes("Your code", "XABC 1DEF", "G2HJ KL3M", "Thank you");

        assertThat(codes).singleElement().satisfies(areas -> assertThat(areas).hasSize(2));
    }

    @Test
    void all_of_a_code_is_covered_with_a_margin() {
        List<Word> words = PrintedText.words("Code XABC 1DEF G2HJ KL3M");
        PageArea covered = codes("Code XABC 1DEF G2HJ KL3M").getFirst().getFirst();

        PageArea first = words.get(1).area();
        PageArea last = words.getLast().area();
        assertThat(covered.left()).isLessThan(first.left() - 100);
        assertThat(covered.left() + covered.width()).isGreaterThan(last.left() + last.width() + 100);
        assertThat(covered.top()).isLessThan(first.top() - 50);
        assertThat(covered.top() + covered.height()).isGreaterThan(first.top() + first.height() + 50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GCA629120831Y880",
                "Serial number: GCA6 2912 0831 Y880",
                "GCA6 X912 0831 Y880",
                "GCA X291 2083 1Y88 0",
                "60X23348P4GFJ533",
                "60 XX33 48P4 GFJ5 33",
                "6023348P4GFJ5330",
                "PBHX6TJ198181705",
                "PBH8 6TJ1 9818 1705",
                "EPY4 25G5 G50W 1685",
                "EPYX 25G5 G50W X685",
            })
    void a_serial_number_is_never_covered(String line) {
        assertThat(codes("This card is like cash.", line, "Made in Denmark")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xbox game card from the shop",
                "XL T-shirt 2 x 149,00 298,00",
                "x 1 stk 149,00 149,00 DKK",
                "Kassa 2 Kassör 114 2025-01-14 16:13",
                "Org.nr 556677-8899 Moms SE556677889901",
                "IBAN DK50 0040 0440 1162 43",
                "Card 4571 2345 6789 0042",
                "AID: A0000000031010 TVR: 0000008000",
                "Vestergade 12, 5000 Odense C",
                "12345678901234567890",
                "Kvittering 123456 Kasse 03 Bon 4711",
            })
    void what_stands_on_receipts_is_left_alone(String line) {
        assertThat(codes("KVITTO", line, "Tack")).isEmpty();
    }

    private static List<List<PageArea>> codes(String... lines) {
        return new PrintedCodes(text -> PrintedText.serial(text).isPresent(), PrintedText.WIDTH, PrintedText.HEIGHT)
                .in(PrintedText.lines(lines)).stream()
                        .filter(areas -> !areas.isEmpty())
                        .map(List::copyOf)
                        .toList();
    }
}
