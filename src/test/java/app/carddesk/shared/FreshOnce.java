package app.carddesk.shared;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What a process that has just begun knows of the keys: nothing but the database. */
public final class FreshOnce {

    private FreshOnce() {}

    public static Once on(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        return new Once(new IdempotencyKeys(jdbc, clock), transactions);
    }
}
