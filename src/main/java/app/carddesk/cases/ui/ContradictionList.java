package app.carddesk.cases.ui;

import app.carddesk.cases.Contradiction;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Tells, calmly, what was typed into a case and does not fit what the register says, and what can be done. */
final class ContradictionList extends Div {

    ContradictionList() {
        addClassNames("cd-callout", "cd-stacked", "cd-contradictions", Tone.WARN.className());
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(List<Contradiction> found) {
        removeAll();
        setVisible(!found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        Span title = new Span(Texts.t("cases.contradiction"));
        title.addClassName("cd-strong");
        UnorderedList list = new UnorderedList();
        found.forEach(each -> list.add(new ListItem(ContradictionWords.of(each))));
        Span hint = new Span(Texts.t("cases.contradiction.hint"));
        hint.addClassNames("cd-soft", "cd-small");
        add(title, list, hint);
    }
}
