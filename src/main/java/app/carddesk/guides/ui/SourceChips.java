package app.carddesk.guides.ui;

import app.carddesk.guides.Source;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import java.util.List;

/** Where the facts of a guide come from. */
final class SourceChips extends Div {

    SourceChips(List<Source> sources) {
        addClassName("cd-row");
        sources.forEach(source -> add(chip(source)));
    }

    private static Span chip(Source source) {
        String words = Texts.of(source.document());
        Span chip = new Span(source.section() == 0 ? words : Texts.t("guides.section", source.section()));
        chip.addClassName("cd-cite");
        chip.getElement().setAttribute("tabindex", "0");
        chip.getElement().setAttribute("role", "note");
        Tooltip.forComponent(chip).setText(source.section() == 0 ? Texts.t("guides.source.document", words) : words);
        return chip;
    }
}
