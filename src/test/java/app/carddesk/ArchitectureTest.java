package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The rules of the house hold, and each of them would notice if they did not. */
class ArchitectureTest {

    private static final ImportOption EVERYTHING = location -> true;

    @ParameterizedTest
    @EnumSource
    void the_application_keeps_the_rule(ArchitectureRule rule) {
        rule.rule().check(ApplicationCode.CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void the_rule_fails_on_code_that_breaks_it(ArchitectureRule rule) {
        JavaClasses broken = new ClassFileImporter().importPackages(rule.fixture());

        assertThat(rule.rule().allowEmptyShould(true).evaluate(broken).hasViolation())
                .as("%s on %s", rule, rule.fixture())
                .isTrue();
    }

    @Test
    void modules_use_only_what_they_may_use() {
        ApplicationModules.of(CarddeskApplication.class).verify();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broken.modules.arrow",
                "broken.modules.circle",
                "broken.modules.inside",
            })
    void forbidden_arrows_circles_and_insides_of_modules_are_noticed(String application) {
        assertThatThrownBy(() -> ApplicationModules.of(application, EVERYTHING).verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining(application);
    }

    @Test
    void modules_that_keep_the_rules_are_not_accused() {
        ApplicationModules.of("broken.modules.sound", EVERYTHING).verify();
    }
}
