package app.carddesk.backup;

import app.carddesk.backup.Table.Column;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format how it is written; {@value #FORMAT} now
 * @param product the version of Carddesk that wrote it
 * @param schema the version of the tables
 * @param database the product they were read from
 * @param takenAt the moment, in UTC
 * @param keys the names of the keys that open what is in it, by purpose
 * @param parts everything in it but this
 * @param missing contents that a proof names and the evidence store did not have
 */
record Manifest(
        int format,
        String product,
        String schema,
        String database,
        String takenAt,
        Map<String, List<String>> keys,
        List<Part> parts,
        List<String> missing) {

    static final int FORMAT = 1;

    /**
     * A part.
     *
     * @param bytes before compression
     * @param count rows of a table, contents of the evidence, 1 for a file
     * @param columns of a table; none otherwise
     */
    record Part(String name, long bytes, String sha256, long count, List<Column> columns) {}
}
