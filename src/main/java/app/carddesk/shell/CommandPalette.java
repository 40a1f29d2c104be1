package app.carddesk.shell;

import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.Palette;
import app.carddesk.shared.ui.SerialField;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/**
 * One field for everything: cards, cases, customers, screens and what can be done on this one. The field is guarded like
 * the desk's: a redemption code does not get past its third character.
 */
final class CommandPalette extends Dialog {

    private static final int SEARCH_AFTER_MS = 150;

    private final List<Palette.Source> sources;
    private final SerialField field = new SerialField();
    private final Div results = new Div();
    private final Div announcement = new Div();

    CommandPalette(List<Palette.Source> sources) {
        this.sources = sources;
        addClassName("cd-palette");
        getElement().setAttribute("aria-label", Texts.t("shell.palette.open"));

        field.setLabel(Texts.t("shell.palette.label"));
        field.setPlaceholder(Texts.t("shell.palette.placeholder"));
        field.addClassName("cd-palette-field");
        field.setWidthFull();
        field.setAutofocus(true);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(SEARCH_AFTER_MS);
        field.addValueChangeListener(event -> show(event.getValue()));

        announcement.addClassName("cd-visually-hidden");
        announcement.getElement().setAttribute("role", "status");
        results.addClassName("cd-palette-results");
        add(field, announcement, results);
        show("");
    }

    @Override
    public void open() {
        super.open();
        field.focus();
    }

    private void show(String typed) {
        results.removeAll();
        if (RedemptionCodes.startsLikeCode(typed) || RedemptionCodes.containsCode(typed)) {
            field.clear();
            return;
        }
        int count = 0;
        for (Palette.Source source : sources) {
            List<Palette.Line> lines = source.find(typed.strip());
            if (!lines.isEmpty()) {
                count += lines.size();
                results.add(new H3(Texts.t(source.heading())), list(lines));
            }
        }
        if (count == 0) {
            Paragraph nothing = new Paragraph(Texts.t("shell.palette.nothing"));
            nothing.addClassName("cd-soft");
            results.add(nothing);
        }
        // Enter takes the first line only once the lines answer what stands in the field.
        getElement().setAttribute("data-answers", typed.strip());
        results.getElement().setAttribute("data-answers", typed.strip());
        announcement.setText(Texts.t("shell.palette.found", count));
    }

    private UnorderedList list(List<Palette.Line> lines) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cd-palette-lines");
        for (Palette.Line line : lines) {
            Span words = new Span(line.words());
            NativeButton button = new NativeButton();
            button.addClassName("cd-palette-line");
            button.add(words);
            if (line.about() != null) {
                Span about = new Span(line.about());
                about.addClassNames("cd-soft", "cd-small");
                button.add(about);
            }
            button.addClickListener(event -> {
                close();
                line.act().run();
            });
            list.add(new ListItem(button));
        }
        return list;
    }
}
