package app.carddesk.cases.ui;

import app.carddesk.cards.CardFormat;
import app.carddesk.cards.CardFormats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Where the serial number stands on the kinds of card that what was typed may belong to. */
final class SerialPlaces extends Div {

    private final CardFormats formats;

    SerialPlaces(CardFormats formats) {
        this.formats = formats;
        addClassName("cd-places");
    }

    void show(String typed) {
        removeAll();
        List<CardFormat> fitting = formats.matching(typed);
        if (typed.isBlank() || fitting.isEmpty()) {
            return;
        }
        Panel panel = new Panel(Texts.t("cases.desk.place", fitting.getFirst().prefix()));
        Paragraph picture = new Paragraph(Texts.t("cases.desk.place.picture"));
        picture.addClassNames("cd-soft", "cd-small");
        panel.add(picture);
        add(panel);
    }
}
