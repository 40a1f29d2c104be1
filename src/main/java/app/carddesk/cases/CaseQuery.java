package app.carddesk.cases;

import app.carddesk.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a list of cases shall show.
 *
 * @param text a case number, a serial or its beginning, an e-mail, a phone number, or a part of a name; blank for all
 * @param state only cases in this state
 * @param problem only cases about this problem
 */
public record CaseQuery(
        View view,
        String text,
        @Nullable CaseState state,
        @Nullable Problem problem,
        Order order,
        boolean ascending) {

    /** The lists everybody has. Only the last one shows closed cases. */
    public enum View {
        MINE,
        UNASSIGNED,
        WAITING_FOR_CUSTOMER,
        WAITING_FOR_REVIEW,
        ALL
    }

    /** What a list can be sorted by. */
    public enum Order {
        CHANGED("c.changed_at"),
        NUMBER("c.case_year %1$s, c.case_sequence"),
        STATE("c.state"),
        PROBLEM("c.problem"),
        CUSTOMER("u.name_key"),
        SERIAL("c.serial"),
        CALL_BACK("c.call_back");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }

        String sql(boolean ascending) {
            String direction = ascending ? "asc" : "desc";
            return columns.formatted(direction) + " " + direction + " nulls last, c.id " + direction;
        }
    }

    /** Everything in a view, the latest change first. */
    public static CaseQuery of(View view) {
        return new CaseQuery(view, "", null, null, Order.CHANGED, false);
    }
}
