package app.carddesk.backup;

import app.carddesk.backup.Table.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Rows as lines of text: each an array of strings, and null where there is no value. */
final class RowText {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .rootValueSeparator("\n")
            .build();

    private RowText() {}

    /** Writes all rows; how many. */
    static long write(Table table, Rows rows, OutputStream to) throws IOException, SQLException {
        long[] count = new long[1];
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), to)) {
            rows.each(values -> {
                json.writeStartArray();
                for (int i = 0; i < values.length; i++) {
                    @Nullable Object value = values[i];
                    if (value == null) {
                        json.writeNull();
                    } else {
                        json.writeString(table.columns().get(i).kind().write(value));
                    }
                }
                json.writeEndArray();
                count[0]++;
            });
        }
        return count[0];
    }

    /** The rows that were written to a stream; it can be read once. */
    static Rows read(List<Column> columns, InputStream from) {
        return sink -> {
            try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), from)) {
                while (json.nextToken() != null) {
                    sink.row(row(columns, json));
                }
            } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
                throw new IOException("The rows of a table cannot be read", e);
            }
        };
    }

    private static @Nullable Object[] row(List<Column> columns, JsonParser json) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            JsonToken token = json.nextToken();
            values[i] =
                    token == JsonToken.VALUE_NULL ? null : columns.get(i).kind().parse(json.getString());
        }
        if (json.nextToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException("A row has too many values");
        }
        return values;
    }
}
