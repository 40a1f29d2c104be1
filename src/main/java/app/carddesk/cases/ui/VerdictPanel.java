package app.carddesk.cases.ui;

import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseDossier;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.Outcome;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** The verdict of a case as it stands; tells screen readers when its outcome has changed. */
final class VerdictPanel extends Panel {

    private final Div announcement = new Div();
    private final ContradictionList contradictions = new ContradictionList();
    private final Div content = new Div();
    private @Nullable Outcome told;

    VerdictPanel() {
        super(Texts.t("cases.verdict"));
        announcement.addClassName("cd-visually-hidden");
        announcement.getElement().setAttribute("role", "status");
        announcement.getElement().setAttribute("aria-live", "polite");
        addClassName("cd-verdict-panel");
        add(announcement, contradictions, content);
    }

    void show(CaseContents contents) {
        CaseDossier dossier = contents.dossier();
        contradictions.show(contents.contradictions());
        Outcome outcome = dossier.verdict().outcome();
        edge(VerdictText.tone(outcome));
        if (told != null && told != outcome) {
            announcement.setText(Texts.t("cases.verdict.changed", VerdictText.sentence(dossier.verdict())));
        }
        told = outcome;
        content.removeAll();
        content.add(new VerdictText(dossier.verdict()));
    }
}
