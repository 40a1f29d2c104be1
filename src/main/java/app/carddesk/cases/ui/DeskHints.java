package app.carddesk.cases.ui;

import app.carddesk.cards.CardFormat;
import app.carddesk.cards.CardFormats;
import app.carddesk.shared.ui.KeyHint;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;

/** What belongs into the field on the desk, and which keys work there. */
final class DeskHints extends Div {

    DeskHints(CardFormats formats) {
        addClassNames("cd-soft", "cd-small", "cd-desk-hints");
        String prefixes =
                formats.all().stream().map(CardFormat::prefix).distinct().collect(Collectors.joining(" · "));
        Div keys = new Div(
                key("↓", "cases.desk.hint.results"),
                key("Enter", "cases.desk.hint.open"),
                key("C", "cases.desk.hint.case"));
        keys.addClassName("cd-desk-keys");
        add(new Span(Texts.t("cases.desk.hint.serial")), new Span(Texts.t("cases.desk.hint.prefixes", prefixes)), keys);
    }

    private static Span key(String key, String text) {
        return new Span(new KeyHint(key), new Text(Texts.t(text)));
    }
}
