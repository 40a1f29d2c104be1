package app.carddesk.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * An act that is begun anew when the database asks for it: when H2 waited too long for a row, when PostgreSQL chose the
 * act to end a deadlock. Nothing of the failed attempt is left, for its transaction was rolled back; part of somebody
 * else's transaction it is not repeated, because that one has to begin anew as a whole.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Retryable(
        includes = TransientDataAccessException.class,
        predicate = RetriedOnContention.OutsideTransactions.class,
        maxRetries = 8,
        delay = 30,
        jitter = 20,
        multiplier = 1.7,
        maxDelay = 1000)
public @interface RetriedOnContention {

    /** Looks whether a transaction goes on around the act that failed. */
    class OutsideTransactions implements MethodRetryPredicate {

        @Override
        public boolean shouldRetry(Method method, Throwable failure) {
            return !TransactionSynchronizationManager.isActualTransactionActive();
        }
    }
}
