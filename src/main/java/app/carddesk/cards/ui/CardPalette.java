package app.carddesk.cards.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.cards.CardLookup;
import app.carddesk.cards.RecentCards;
import app.carddesk.shared.ui.Palette;
import app.carddesk.shared.ui.Texts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cards in the palette: by serial, look-alikes included; before anything is typed, those looked at lately. */
@Component
@Order(20)
class CardPalette implements Palette.Source {

    private final CardLookup lookup;
    private final RecentCards recent;
    private final CurrentPerson person;

    CardPalette(CardLookup lookup, RecentCards recent, CurrentPerson person) {
        this.lookup = lookup;
        this.recent = recent;
        this.person = person;
    }

    @Override
    public String heading() {
        return "cards.palette";
    }

    @Override
    public List<Palette.Line> find(String typed) {
        if (!person.has(Role.AGENT) && !person.has(Role.SUPERVISOR)) {
            return List.of();
        }
        if (typed.isEmpty()) {
            return recent.latest().stream()
                    .limit(3)
                    .map(card -> Palette.Line.to(
                            card.serial().value(), Texts.of(card.kind()), CardsNavigation.card(card.serial())))
                    .toList();
        }
        return lookup.find(typed).hits().stream()
                .limit(Palette.MOST)
                .map(hit -> Palette.Line.to(
                        hit.serial().value(),
                        Texts.of(hit.kind()) + " · " + Texts.of(hit.state()),
                        CardsNavigation.card(hit.serial())))
                .toList();
    }
}
