package app.carddesk.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How times and dates are carried to and from both databases: times in UTC, with their zone. */
public final class Columns {

    private Columns() {}

    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime optionalTime(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static @Nullable LocalDate optionalDate(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
