package app.carddesk.replacements.ui;

import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseSummary;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.replacements.ReviewQueue;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The customer behind a request: other cases, and replacements in the last twelve months. */
class CustomerPanel extends Panel {

    private static final int NAMED = 5;

    CustomerPanel(CaseContents contents, ReviewQueue queue) {
        super(Texts.t("replacements.customer"));
        CaseSummary summary = contents.dossier().summary();
        if (summary.customerId() == null) {
            add(new Paragraph(Texts.t("replacements.customer.unknown")));
            return;
        }
        if (summary.customerName() != null) {
            add(new Span(summary.customerName()));
        }
        Paragraph figures = new Paragraph(Texts.t(
                "replacements.customer.figures",
                contents.earlier().size(),
                queue.replacementsInAYear(summary.customerId())));
        figures.addClassName("cd-small");
        add(figures);
        Div others = new Div();
        others.addClassName("cd-row");
        contents.earlier().stream()
                .limit(NAMED)
                .map(line -> new Anchor(
                        CasesNavigation.of(line.number()), line.number().toString()))
                .forEach(others::add);
        add(others);
    }
}
