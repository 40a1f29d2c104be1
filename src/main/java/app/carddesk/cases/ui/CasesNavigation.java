package app.carddesk.cases.ui;

import app.carddesk.cases.CaseNumber;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;

/** Links to the screens about cases. */
public final class CasesNavigation {

    private CasesNavigation() {}

    /** The address of a case's page, below the application's root. */
    public static String of(CaseNumber number) {
        return "cases/" + number;
    }

    /** The address of a case by what it is called. */
    public static String addressOf(String number) {
        return "cases/" + number;
    }

    /** A link to a case's page that shows its number. */
    public static RouterLink link(CaseNumber number) {
        return new RouterLink(
                number.toString(), CaseView.class, new RouteParameters(CaseView.NUMBER, number.toString()));
    }

    /** Opens a case's page. */
    public static void open(CaseNumber number) {
        UI.getCurrent().navigate(of(number));
    }
}
