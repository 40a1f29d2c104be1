package app.carddesk.evidence.link;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.RedemptionCodes;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokenTest {

    /** From the support articles: each of these is taken for the other. */
    private static final Set<String> LOOK_ALIKES =
            Set.of("B8", "DO", "E3", "G6", "OQ", "O0", "S5", "UV", "Z2", "I1", "L1", "IL");

    @Test
    void no_two_of_its_characters_look_alike() {
        assertThat(LOOK_ALIKES)
                .noneMatch(pair -> LinkToken.ALPHABET.indexOf(pair.charAt(0)) >= 0
                        && LinkToken.ALPHABET.indexOf(pair.charAt(1)) >= 0);
        assertThat(LinkToken.ALPHABET.chars().distinct().count()).isEqualTo(16);
    }

    @Test
    void it_is_read_in_groups_and_is_never_taken_for_a_redemption_code() {
        Set<String> tokens = Stream.generate(() -> LinkToken.random(new SecureRandom()))
                .limit(500)
                .map(LinkToken::value)
                .collect(Collectors.toSet());

        assertThat(tokens).hasSize(500).allSatisfy(token -> {
            assertThat(token).matches("([A-Z0-9]{3}-){4}[A-Z0-9]{3}").doesNotStartWith("X");
            assertThat(token.replace("-", "")).hasSize(15);
            assertThat(RedemptionCodes.startsLikeCode(token)).isFalse();
            assertThat(RedemptionCodes.containsCode("https://desk.example.com/u/" + token))
                    .isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7F-4HM-RTA-9CW-JNP", "k7f4hmrta9cwjnp", "k7f 4hm rta 9cw jnp", "K7F-4hm-RTA-9cw-jnp"})
    void it_is_known_however_it_is_typed(String typed) {
        assertThat(LinkToken.parse(typed)).map(LinkToken::value).hasValue("K7F-4HM-RTA-9CW-JNP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7F-4HM-RTA-9CW", "K7F-4HM-RTA-9CW-JNPK", "O7F-4HM-RTA-9CW-JNP", "../K7F4HMRTA9CWJN"})
    void nothing_else_is_one(String typed) {
        assertThat(LinkToken.parse(typed)).isEmpty();
    }

    @Test
    void it_does_not_tell_itself_to_a_log() {
        assertThat(LinkToken.random(new SecureRandom()).toString()).isEqualTo("LinkToken[…]");
    }
}
