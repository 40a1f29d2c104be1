package app.carddesk.cases.ui;

/**
 * A panel whose words depend on more than the dossier of its case. Its buttons stay the same ones while the words follow, so
 * that leaving a field by pressing one of them does not take it away from under the pointer.
 */
public interface Following {

    /** Says anew what follows from the case as it is now. */
    void follow();
}
