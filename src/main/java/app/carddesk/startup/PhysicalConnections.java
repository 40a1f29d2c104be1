package app.carddesk.startup;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens the connections of the application's pool, and knows all that are open: so that those on which somebody waits for
 * an answer that will not come can be cut off. None is opened while the database is known to be away, not even by the
 * pool itself: an H2 database that closed itself would be opened by it in another way than its owner opens it.
 */
final class PhysicalConnections implements DataSource {

    private final String url;
    private final Properties properties;
    private BooleanSupplier condition = () -> true;
    private final Map<Connection, Boolean> open = Collections.synchronizedMap(new WeakHashMap<>());

    PhysicalConnections(HikariDataSource pool, Properties more) {
        this.url = pool.getJdbcUrl();
        this.properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.putAll(more);
        if (pool.getUsername() != null) {
            properties.setProperty("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            properties.setProperty("password", pool.getPassword());
        }
    }

    /** From now on connections are opened for the pool only if this holds. */
    void openOnly(BooleanSupplier when) {
        condition = when;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!condition.getAsBoolean()) {
            throw new SQLTransientConnectionException("The database is away", "08001");
        }
        Connection connection = DriverManager.getConnection(url, properties);
        open.put(connection, true);
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    /** A connection of the same kind that belongs to nobody's pool and is not cut off. */
    Connection another() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    /** Cuts off all that are open; whoever waits for an answer on one of them gets an exception instead. */
    void cutOff(Executor executor) {
        List<Connection> all;
        synchronized (open) {
            all = new ArrayList<>(open.keySet());
            open.clear();
        }
        for (Connection connection : all) {
            try {
                connection.abort(executor);
            } catch (SQLException alreadyGone) {
                // It cannot be cut off more than that.
            }
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {
        // How long a connection may take to be made is said by the properties, in each database's own words.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
