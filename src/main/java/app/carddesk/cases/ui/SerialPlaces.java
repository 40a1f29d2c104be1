package app.carddesk.cases.ui;

import app.carddesk.cards.CardFormat;
import app.carddesk.cards.CardFormats;
import app.carddesk.cards.ui.CardBackDrawing;
import app.carddesk.cards.ui.CardsNavigation;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;

/** Where the serial number stands on the kinds of card that what was typed may belong to. */
final class SerialPlaces extends Div {

    private final CardFormats formats;
    private List<CardFormat> shown = List.of();

    SerialPlaces(CardFormats formats) {
        this.formats = formats;
        addClassName("cd-places");
    }

    /** Draws what fits; the same drawings stay as they are while typing goes on. */
    void show(String typed) {
        List<CardFormat> fitting = typed.isBlank() ? List.of() : formats.matching(typed);
        if (fitting.equals(shown)) {
            return;
        }
        shown = fitting;
        removeAll();
        if (!fitting.isEmpty()) {
            add(panel(fitting));
        }
    }

    private static Panel panel(List<CardFormat> fitting) {
        Panel panel = new Panel(Texts.t("cases.desk.place"));
        fitting.stream()
                .map(CardFormat::question)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(question -> panel.add(new Paragraph(Texts.t("cards.format.question." + question))));
        Div drawings = new Div();
        drawings.addClassName("cd-place-options");
        for (CardFormat format : fitting) {
            Paragraph name = new Paragraph(CardsNavigation.name(format));
            name.addClassName("cd-small");
            drawings.add(new Div(name, new CardBackDrawing(format)));
        }
        Paragraph picture = new Paragraph(Texts.t("cases.desk.place.picture"));
        picture.addClassNames("cd-soft", "cd-small");
        panel.add(drawings, picture);
        return panel;
    }
}
