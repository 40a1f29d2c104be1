package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.evidence.pictures.FileType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.jpg, passwd.jpg",
        "C:\\Users\\me\\kvittering.png, kvittering.png",
        "Skärmbild 2024-05-02.png, Skärmbild 2024-05-02.png",
        "'  a   b.jpg ', a b.jpg"
    })
    void folders_and_blanks_go(String given, String shown) {
        assertThat(FileNames.shown(given, FileType.JPEG)).isEqualTo(shown);
    }

    @Test
    void control_characters_and_turns_of_direction_go() {
        assertThat(FileNames.shown("rec\u202Egnp.exe\u0000\r\nSet-Cookie: a.jpg", FileType.JPEG))
                .isEqualTo("recgnp.exeSet-Cookie: a.jpg");
    }

    @Test
    void a_long_name_is_shortened_but_keeps_its_ending() {
        String shown = FileNames.shown("😀".repeat(300) + ".jpeg", FileType.JPEG);
        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(FileNames.LONGEST);
        assertThat(shown).endsWith("….jpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X123456789ABCDEF.png", "card_X123-4567-89AB-CDEF_back.png", "x123456789abcdef", "", "\u202E/"})
    void a_name_with_a_redemption_code_or_without_anything_becomes_a_neutral_one(String given) {
        assertThat(FileNames.shown(given, FileType.PNG)).isEqualTo("picture.png");
    }
}
