package app.carddesk.startup;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the watch over the database, the door before its pool, and says in health what the watch knows. */
@Configuration(proxyBeanMethods = false)
class DatabaseGuarding {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    @Bean
    static DatabaseWatch databaseWatch() {
        return new DatabaseWatch();
    }

    @Bean
    static BeanPostProcessor databaseDoor(DatabaseWatch watch, ObjectProvider<EmbeddedDatabase> embedded) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? guarded(pool, watch, embedded) : bean;
            }
        };
    }

    /** In the place of Boot's own, which would wait in the queue for a connection. */
    @Bean
    HealthIndicator dbHealthIndicator(DatabaseWatch watch) {
        return () -> (watch.isAvailable() ? Health.up() : Health.down()).build();
    }

    private static GuardedDataSource guarded(
            HikariDataSource pool, DatabaseWatch watch, ObjectProvider<EmbeddedDatabase> embedded) {
        Properties more = new Properties();
        boolean server = pool.getJdbcUrl().startsWith(POSTGRESQL);
        if (server) {
            // In seconds. How long an answer may take is up to the watch: a long report is no lost database.
            more.setProperty("connectTimeout", "3");
            more.setProperty("loginTimeout", "4");
            more.setProperty("tcpKeepAlive", "true");
        }
        PhysicalConnections connections = new PhysicalConnections(pool, more);
        DatabaseProbe probe = server ? new ServerProbe(connections) : new EmbeddedProbe(embedded);
        connections.openOnly(() -> watch.isAvailable() && probe.isOpen());
        // Read by the pool when the first connection is asked for, which is later than this.
        pool.setDataSource(connections);
        watch.watch(new DatabaseWatch.Watched(pool, connections, probe));
        return new GuardedDataSource(pool, watch);
    }
}
