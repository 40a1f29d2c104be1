package app.carddesk.backup;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, wherever they come from, one at a time. */
interface Rows {

    /** Hands over every row, with the values in the order of the table's columns. */
    void each(Sink sink) throws IOException, SQLException;

    /** Takes rows. */
    interface Sink {
        void row(@Nullable Object[] values) throws IOException, SQLException;
    }
}
