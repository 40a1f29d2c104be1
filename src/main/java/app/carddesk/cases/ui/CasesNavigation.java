package app.carddesk.cases.ui;

import app.carddesk.cases.CaseNumber;

/** Links to the screens about cases. */
public final class CasesNavigation {

    private CasesNavigation() {}

    /** The address of a case's page, below the application's root. */
    public static String of(CaseNumber number) {
        return "cases/" + number;
    }
}
