package app.carddesk.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.InvalidResultSetAccessException;

/** Reads and writes the column types that both databases share. */
final class Rows {

    private Rows() {}

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static CaseField.Reader reader(ResultSet row) {
        return new CaseField.Reader() {
            @Override
            public <V> Optional<V> value(String column, Class<V> type) {
                try {
                    return Optional.ofNullable(row.getObject(column, type));
                } catch (SQLException e) {
                    throw new InvalidResultSetAccessException(e);
                }
            }
        };
    }
}
