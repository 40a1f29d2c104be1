package app.carddesk.backup;

import app.carddesk.backup.Table.Column;
import app.carddesk.startup.ClosedDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What tables there are, and how they refer to each other, by what the database itself says. */
final class Schema {

    private final Connection connection;
    private final DatabaseMetaData database;

    Schema(Connection connection) throws SQLException {
        this.connection = connection;
        this.database = connection.getMetaData();
    }

    /**
     * A reference between tables.
     *
     * @param columns the referring columns to the columns referred to, in their order
     */
    record Reference(
            String name,
            String table,
            String to,
            Map<Short, String> columns,
            Map<Short, String> keys,
            boolean cascades) {

        String drop() {
            return "alter table " + table + " drop constraint " + quoted();
        }

        String add() {
            return "alter table " + table + " add constraint " + quoted() + " foreign key (" + list(columns)
                    + ") references " + to + " (" + list(keys) + ")" + (cascades ? " on delete cascade" : "");
        }

        /** H2 writes the names it makes itself in capitals. */
        private String quoted() {
            return '"' + name + '"';
        }

        private static String list(Map<Short, String> names) {
            return names.values().stream().collect(Collectors.joining(", "));
        }
    }

    /** The names of all tables, also those that are nobody's business here. */
    List<String> everyTable() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                database.getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        names.sort(null);
        return names;
    }

    /** The tables that hold what is kept, by name. */
    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : everyTable()) {
            if (!name.startsWith("flyway") && !name.equals(ClosedDatabase.TABLE)) {
                tables.add(new Table(name, columns(name)));
            }
        }
        return tables;
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        // In a pattern an underscore stands for any letter.
        try (ResultSet rows = database.getColumns(
                null, connection.getSchema(), table.replace("_", database.getSearchStringEscape() + "_"), "%")) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                columns.add(new Column(
                        name,
                        ColumnKind.of(rows.getString("TYPE_NAME"), table + "." + name),
                        rows.getString("IS_AUTOINCREMENT").equals("YES")));
            }
        }
        return columns;
    }

    List<Reference> references() throws SQLException {
        List<Reference> references = new ArrayList<>();
        for (String table : everyTable()) {
            Map<String, Reference> found = new TreeMap<>();
            try (ResultSet rows = database.getImportedKeys(null, connection.getSchema(), table)) {
                while (rows.next()) {
                    Reference reference =
                            found.computeIfAbsent(rows.getString("FK_NAME"), name -> reference(name, rows));
                    short place = rows.getShort("KEY_SEQ");
                    reference.columns().put(place, rows.getString("FKCOLUMN_NAME"));
                    reference.keys().put(place, rows.getString("PKCOLUMN_NAME"));
                }
            }
            references.addAll(found.values());
        }
        return references;
    }

    private static Reference reference(String name, ResultSet row) {
        try {
            short rule = row.getShort("DELETE_RULE");
            if (rule != DatabaseMetaData.importedKeyCascade
                    && rule != DatabaseMetaData.importedKeyNoAction
                    && rule != DatabaseMetaData.importedKeyRestrict) {
                throw new IllegalStateException("The reference " + name + " has an unknown rule");
            }
            return new Reference(
                    name,
                    row.getString("FKTABLE_NAME"),
                    row.getString("PKTABLE_NAME"),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    rule == DatabaseMetaData.importedKeyCascade);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
