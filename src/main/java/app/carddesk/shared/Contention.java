package app.carddesk.shared;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Begins a whole transaction anew when the database asks for it, where {@link RetriedOnContention} cannot stand. */
@Component
public class Contention {

    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .includes(TransientDataAccessException.class)
            .maxRetries(8)
            .delay(Duration.ofMillis(30))
            .jitter(Duration.ofMillis(20))
            .multiplier(1.7)
            .maxDelay(Duration.ofSeconds(1))
            .build());

    Contention() {}

    /** The work's result; its own exception once it has failed too often or in another way. */
    public <T> T retried(Supplier<T> wholeTransaction) {
        try {
            return Objects.requireNonNull(retries.execute(wholeTransaction::get));
        } catch (RetryException e) {
            if (e.getCause() instanceof RuntimeException last) {
                throw last;
            }
            throw new IllegalStateException(e);
        }
    }
}
