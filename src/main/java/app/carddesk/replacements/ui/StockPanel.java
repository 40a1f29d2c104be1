package app.carddesk.replacements.ui;

import app.carddesk.cards.Card;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.html.Paragraph;

/** How many cards there are to replace this one with. */
class StockPanel extends Panel {

    StockPanel(Card card, int available) {
        super(Texts.t("replacements.stock"));
        edge(available == 0 ? Tone.WARN : Tone.PLAIN);
        add(new Paragraph(Texts.t(
                "replacements.stock.available",
                Texts.of(card.kind()),
                Formats.current().number(available))));
    }
}
