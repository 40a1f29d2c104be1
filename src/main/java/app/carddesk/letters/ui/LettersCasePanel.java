package app.carddesk.letters.ui;

import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.ui.CasePanel;
import app.carddesk.letters.Letter;
import app.carddesk.letters.LettersOfCase;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Brings to the case page the letters that wait to be sent. */
@org.springframework.stereotype.Component
@Order(20)
class LettersCasePanel implements CasePanel {

    private final LettersOfCase letters;

    LettersCasePanel(LettersOfCase letters) {
        this.letters = letters;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Optional<Component> create(CaseDossier dossier, Runnable refresh) {
        List<Letter> waiting = letters.waiting(dossier.summary().id());
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cd-letters");
        waiting.stream().map(LettersCasePanel::line).forEach(list::add);
        return Optional.of(new Panel(Texts.t("letters.title"), list));
    }

    private static ListItem line(Letter letter) {
        Span details = new Span(Texts.t(
                "letters.details",
                letter.language().nativeName(),
                Formats.current().dateTime(letter.createdAt())));
        details.addClassNames("cd-soft", "cd-small");
        Div row = new Div(new Span(Texts.of(letter.kind())), new Badge(Texts.t("letters.waiting"), Tone.WARN), details);
        row.addClassName("cd-row");
        return new ListItem(row);
    }
}
