package app.carddesk.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Plain JDBC to the database of the run. */
final class Database {

    private Database() {}

    static Connection asApplication() throws SQLException {
        return connect("spring.datasource.username", "spring.datasource.password");
    }

    static Connection asOwner() throws SQLException {
        return connect("spring.flyway.user", "spring.flyway.password");
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("spring.datasource.url"), System.getProperty(user), System.getProperty(password));
    }
}
