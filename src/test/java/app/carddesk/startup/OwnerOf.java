package app.carddesk.startup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The owner's way into the default database of a data folder that nobody runs on. */
public final class OwnerOf {

    private OwnerOf() {}

    public static Connection database(Path data) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + data.toAbsolutePath().resolve("carddesk")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "carddesk_owner",
                new Secrets(data.toAbsolutePath(), Map.of()).text("database-owner"));
    }
}
