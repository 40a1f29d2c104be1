package app.carddesk.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

/** A command from the command line that works on the database alone: no desk, no pages. */
public final class DatabaseCommand {

    private DatabaseCommand() {}

    /** On the configuration of a command: gives it the database and transactions, and nothing else of Spring's. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    public @interface Parts {}

    /**
     * Prepares what runs a command.
     *
     * @param name as it is asked for: {@code --carddesk.command=} and this
     * @param parts the configuration of the command
     */
    public static SpringApplicationBuilder named(String name, Class<?> parts, Clock clock) {
        return new SpringApplicationBuilder(parts)
                .web(WebApplicationType.NONE)
                .properties("carddesk.command=" + name)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
                .logStartupInfo(false);
    }
}
