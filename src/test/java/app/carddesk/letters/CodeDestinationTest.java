package app.carddesk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code goes to the mailbox that was decided on, and to none that only looks like it. */
class CodeDestinationTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.com, Anna@Example.com, true",
        "anna@example.com, anna@example.com, true",
        "irina@example.com, \u0131rina@example.com, false",
        "irina@example.com, irina@example.org, false",
        "irina@example.com, , false"
    })
    void only_capitals_may_differ(String decided, String address, boolean same) {
        assertThat(new CodeDestination(decided, 1, 3, null).isDecided(address)).isEqualTo(same);
    }
}
