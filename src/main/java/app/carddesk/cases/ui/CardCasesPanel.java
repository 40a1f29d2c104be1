package app.carddesk.cases.ui;

import app.carddesk.cards.Card;
import app.carddesk.cards.ui.CardPanel;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseLine;
import app.carddesk.cases.CaseSearch;
import app.carddesk.cases.CaseWork;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.Verdict;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** On the card's page: the verdict so far, the card's cases, and the start of a new one. */
@org.springframework.stereotype.Component
@Order(1)
class CardCasesPanel implements CardPanel {

    private final CaseFile file;
    private final CaseSearch search;
    private final CaseWork work;

    CardCasesPanel(CaseFile file, CaseSearch search, CaseWork work) {
        this.file = file;
        this.search = search;
        this.work = work;
    }

    @Override
    public Optional<Component> create(Card card) {
        Verdict verdict = file.verdictSoFar(card);
        List<CaseLine> cases = search.ofCard(card.id());
        Button start = new Button(Texts.t("cases.desk.start"), event -> CasesNavigation.open(work.open(card.serial())));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        Panel panel = new Panel(Texts.t("cases.verdict.soFar"), new VerdictText(verdict));
        panel.edge(VerdictText.tone(verdict.outcome()));
        if (!cases.isEmpty()) {
            panel.add(new Div(new H3(Texts.t("cases.card.cases")), new CaseLinks(cases)));
        }
        panel.add(start);
        return Optional.of(panel);
    }
}
