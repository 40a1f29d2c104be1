package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.LogCanaries.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not stand in a log would be noticed there. */
class LogCanariesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The code is XABCDEFGHJKLMNPQ",
                "XABC DEFG HJKL MNPQ was read out",
                "session 0123456789ABCDEF0123456789ABCDEF ended",
                "mail to eva.exempelsson@example.com",
                "called +4520123456",
                "password=carddesk",
                "{pbkdf2}0123456789abcdef",
                "the customer Mogens Opdigtsen",
            })
    void what_must_not_be_there_is_found_and_its_logger_named(String text) {
        assertThatThrownBy(() -> LogCanaries.check(List.of(new Line("app.carddesk.Talkative", text))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("app.carddesk.Talkative")
                .hasMessageNotContaining(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Request 0198c2d4-7b1e-7c3a-9d52-2f6f0a8f9e11 still waits for stock",
                "Audit anchor 17: 3 heads, hash 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "app.carddesk.cards.CardImports$$SpringCGLIB$$0",
                "Card GCA1234567890123 was read",
            })
    void what_belongs_into_a_log_is_left_alone(String text) {
        assertThatCode(() -> LogCanaries.check(List.of(new Line("app.carddesk", text))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_personal_value_of_any_test_is_looked_for() {
        Canaries.add("Somebody Whom No Other Test Knows");

        assertThat(Canaries.in("for Somebody Whom No Other Test Knows")).hasSize(1);
    }
}
