package app.carddesk.replacements.ui;

import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import app.carddesk.terms.Citation;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Verdict;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The verdict as it is now, with its reasons and sources; says so where it is no longer what was asked for. */
class VerdictPanel extends Panel {

    VerdictPanel(Verdict verdict, ReplacementRequest request) {
        super(Texts.t("replacements.verdict"));
        edge(verdict.outcome() == Outcome.REPLACE ? Tone.OK : Tone.WARN);
        Paragraph sentence =
                new Paragraph(Texts.t("terms.verdict." + verdict.main().rule()));
        sentence.addClassName("cd-verdict-sentence");
        add(sentence);
        if (request.state().isOpen() && verdict.main().rule() != request.rule()) {
            Paragraph changed =
                    new Paragraph(Texts.t("replacements.verdict.was", Texts.t("terms.reason." + request.rule())));
            changed.addClassNames("cd-callout", Tone.WARN.className());
            add(changed);
        }
        for (Verdict.Reason reason : verdict.reasons()) {
            Div line = new Div(new Span(Texts.t("terms.reason." + reason.rule())));
            line.addClassName("cd-row");
            for (Citation citation : reason.citations()) {
                Span source = new Span(Texts.t("terms.citation." + citation));
                source.addClassName("cd-cite");
                source.setTitle(Texts.t("terms.citation." + citation + ".long"));
                line.add(source);
            }
            add(line);
        }
    }
}
