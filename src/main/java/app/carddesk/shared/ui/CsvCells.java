package app.carddesk.shared.ui;

import org.jspecify.annotations.Nullable;

/** Cells of a CSV file that people open in a spreadsheet. */
public final class CsvCells {

    private CsvCells() {}

    /** A spreadsheet takes a cell that begins with one of {@code = + - @}, tab or return for a formula. */
    public static String harmless(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
