package app.carddesk.backup;

import java.util.List;
import java.util.stream.Collectors;

/** A table and its columns, in the order they are told. */
record Table(String name, List<Column> columns) {

    /**
     * @param identity whether the database numbers it where no value is given
     */
    record Column(String name, ColumnKind kind, boolean identity) {}

    String select() {
        return "select " + names() + " from " + name;
    }

    String insert() {
        return "insert into " + name + " (" + names() + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
