package app.carddesk.cases.ui;

import app.carddesk.cases.CaseDossier;

/** How a case gets into a supervisor's hands; an upper module brings it, as a bean. */
public interface HandOver {

    /**
     * Asks what there is to ask and hands the case over.
     *
     * @param refresh draws the page anew afterwards
     */
    void open(CaseDossier dossier, Runnable refresh);
}
