package app.carddesk.replacements;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where lots are drawn from: nobody can tell beforehand which replacement will be looked at. */
@Configuration
class SamplingConfiguration {

    @Bean
    RandomGenerator samplingSource() {
        return new SecureRandom();
    }
}
