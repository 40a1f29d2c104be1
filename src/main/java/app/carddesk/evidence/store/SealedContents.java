package app.carddesk.evidence.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The contents of evidence as they lie there, sealed: to be copied without being opened. */
public interface SealedContents {

    /** The sealed bytes at an address; empty if there are none. */
    Optional<byte[]> sealed(String address) throws IOException;

    /** Keeps sealed bytes as they are, whole or not at all. */
    void keepSealed(String address, byte[] sealed) throws IOException;

    /** Takes an address at a time. */
    interface Each {
        void accept(String address) throws IOException;
    }

    /**
     * Hands over the address of every content that something names, in their order, as the connection's transaction sees
     * them.
     */
    static void named(Connection connection, Each each) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            try (ResultSet rows = statement.executeQuery("select copy from proof_page union select thumbnail from"
                    + " proof_page union select original from proof where original is not null order by 1")) {
                while (rows.next()) {
                    each.accept(rows.getString(1));
                }
            }
        }
    }
}
