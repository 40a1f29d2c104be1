package app.carddesk.guides.ui;

import app.carddesk.guides.GuideHit;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** What a search found, in the reader's language, each with what matched. */
final class GuideHits extends UnorderedList {

    GuideHits(List<GuideHit> hits, Language reader) {
        addClassNames("cd-panel", "cd-guide-hits");
        hits.forEach(hit -> add(row(hit, reader)));
    }

    private static ListItem row(GuideHit hit, Language reader) {
        Paragraph summary = new Paragraph(hit.guide().text().summary());
        summary.addClassName("cd-soft");
        Div title = new Div(GuidesNavigation.link(hit.guide(), null));
        title.addClassName("cd-guide-title");
        return new ListItem(title, summary, matched(hit.matched(), reader));
    }

    private static Div matched(GuideHit.Match match, Language reader) {
        Span where = new Span(
                match.language() == reader
                        ? Texts.of(match.field())
                        : Texts.t(
                                "guides.matched.in",
                                Texts.of(match.field()),
                                match.language().nativeName()));
        where.addClassName("cd-cite");
        Element mark = new Element("mark");
        mark.setText(match.words());
        Span words = new Span();
        words.getElement().setAttribute("lang", match.language().locale().toLanguageTag());
        words.getElement().appendChild(Element.createText(match.before()), mark, Element.createText(match.after()));
        Div line = new Div(where, words);
        line.addClassNames("cd-row", "cd-small", "cd-guide-matched");
        return line;
    }
}
