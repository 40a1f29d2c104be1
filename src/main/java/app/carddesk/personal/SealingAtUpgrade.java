package app.carddesk.personal;

import java.sql.Connection;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Seals on the owner's connection while the database is upgraded, before the application has one of its own. */
@Component
public class SealingAtUpgrade {

    private final PersonalCipher cipher;
    private final Clock clock;

    SealingAtUpgrade(PersonalCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Values whose keys are read and written on this connection, in its transaction. */
    public PersonalValues on(Connection connection) {
        return new PersonalValues(
                new KeyRows(JdbcClient.create(new SingleConnectionDataSource(connection, true))), cipher, clock);
    }
}
