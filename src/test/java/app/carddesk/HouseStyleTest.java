package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources look as they do here, and each rule would notice one that does not. */
class HouseStyleTest {

    private static final HouseStyle.Sources OURS =
            HouseStyle.Sources.below(Path.of("src/main/java"), Path.of("src/test/java/app"));
    private static final HouseStyle.Sources BROKEN = HouseStyle.Sources.below(Path.of("src/test/java/broken/style"));

    @ParameterizedTest
    @EnumSource
    void every_source_keeps_the_rule(HouseStyle rule) {
        assertThat(rule.violations(OURS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_rule_fails_on_a_source_that_breaks_it(HouseStyle rule) {
        assertThat(rule.violations(BROKEN)).isNotEmpty().allMatch(place -> place.contains("Untidy.java:"));
    }
}
