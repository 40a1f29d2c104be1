package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cards.Card;
import app.carddesk.cards.ui.CardPanel;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.ui.CasePanel;
import app.carddesk.replacements.ReplacementChains;
import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Brings the chain of replacements to the page of a card and to that of a case about one, where there is a chain. */
@org.springframework.stereotype.Component
@Order(30)
class ChainPanels implements CardPanel, CasePanel {

    private final ReplacementChains chains;
    private final CurrentPerson person;

    ChainPanels(ReplacementChains chains, CurrentPerson person) {
        this.chains = chains;
        this.person = person;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Optional<Component> create(CaseDossier dossier, Runnable refresh) {
        return Optional.ofNullable(dossier.card()).flatMap(this::create);
    }

    @Override
    public Optional<Component> create(Card card) {
        return chains.of(card).map(chain -> new ChainPanel(chain, card, person));
    }
}
