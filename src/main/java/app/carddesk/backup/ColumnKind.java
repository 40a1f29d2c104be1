package app.carddesk.backup;

import app.carddesk.shared.Columns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a column holds, the same on every database: how it is read from one, written down, and put into another. */
enum ColumnKind {
    UUID(Types.OTHER) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, UUID.class);
        }

        @Override
        Object parse(String text) {
            return java.util.UUID.fromString(text);
        }
    },
    TEXT(Types.VARCHAR) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        Object parse(String text) {
            return text;
        }
    },
    TIME(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }

        @Override
        Object parse(String text) {
            return Instant.parse(text);
        }

        @Override
        void bind(PreparedStatement statement, int column, Object value) throws SQLException {
            statement.setObject(column, Columns.time((Instant) value));
        }
    },
    DATE(Types.DATE) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDate.class);
        }

        @Override
        Object parse(String text) {
            return LocalDate.parse(text);
        }
    },
    TRUTH(Types.BOOLEAN) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            boolean value = row.getBoolean(column);
            return row.wasNull() ? null : value;
        }

        @Override
        Object parse(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("Neither true nor false");
            };
        }
    },
    WHOLE(Types.BIGINT) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : value;
        }

        @Override
        Object parse(String text) {
            return Long.valueOf(text);
        }
    },
    BYTES(Types.BINARY) {
        @Override
        @Nullable Object read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        String write(Object value) {
            return Base64.getEncoder().encodeToString((byte[]) value);
        }

        @Override
        Object parse(String text) {
            return Base64.getDecoder().decode(text);
        }

        @Override
        void bind(PreparedStatement statement, int column, Object value) throws SQLException {
            statement.setBytes(column, (byte[]) value);
        }
    };

    private final int sqlType;

    ColumnKind(int sqlType) {
        this.sqlType = sqlType;
    }

    /** By the names the databases give their types. */
    static ColumnKind of(String type, String column) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "uuid" -> UUID;
            case "character varying", "varchar", "character", "char", "bpchar", "text" -> TEXT;
            case "timestamp with time zone", "timestamptz" -> TIME;
            case "date" -> DATE;
            case "boolean", "bool" -> TRUTH;
            case "smallint", "integer", "bigint", "int2", "int4", "int8", "bigserial" -> WHOLE;
            case "binary varying", "varbinary", "bytea" -> BYTES;
            default -> throw new IllegalStateException("The column " + column + " is of the unknown type " + type);
        };
    }

    abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

    /** @throws RuntimeException if it is not what {@link #write} gave */
    abstract Object parse(String text);

    String write(Object value) {
        return value.toString();
    }

    void bind(PreparedStatement statement, int column, Object value) throws SQLException {
        statement.setObject(column, value);
    }

    final void bindOrNull(PreparedStatement statement, int column, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(column, sqlType);
        } else {
            bind(statement, column, value);
        }
    }
}
