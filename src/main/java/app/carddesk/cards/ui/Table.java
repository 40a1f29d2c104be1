package app.carddesk.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Set;

/** A plain table of a few rows, which screen readers read as one. */
class Table extends NativeTable {

    private final Set<Integer> numbers;

    /**
     * @param numbers the columns, counted from 0, that hold numbers
     */
    Table(List<String> headers, Set<Integer> numbers) {
        this.numbers = numbers;
        addClassName("cd-table");
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < headers.size(); i++) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(headers.get(i));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("cd-number", numbers.contains(i));
            row.add(cell);
        }
        getHead().add(row);
    }

    void row(Component... components) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < components.length; i++) {
            NativeTableCell cell = new NativeTableCell(components[i]);
            cell.setClassName("cd-number", numbers.contains(i));
            row.add(cell);
        }
        getBody().add(row);
    }
}
