package app.carddesk.guides.ui;

import app.carddesk.access.People;
import app.carddesk.guides.GuideVersion;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.IntConsumer;

/** Every text the guide had, to be read and to be brought back. */
final class GuideHistory extends Panel {

    private final People people;
    private final Language language;
    private final IntConsumer restore;

    GuideHistory(People people, Language language, IntConsumer restore) {
        super(Texts.t("guides.history"));
        this.people = people;
        this.language = language;
        this.restore = restore;
    }

    void show(List<GuideVersion> versions) {
        OrderedList list = new OrderedList();
        list.addClassName("cd-guide-versions");
        versions.forEach(version -> list.add(row(version, version == versions.getFirst())));
        super.show(list);
    }

    private ListItem row(GuideVersion version, boolean current) {
        Details text = new Details(words(version));
        text.addClassName("cd-grow");
        text.addOpenedChangeListener(event -> {
            if (event.isOpened() && text.getContent().findAny().isEmpty()) {
                Span title = new Span(version.text().title());
                title.addClassName("cd-guide-title");
                text.add(title, new GuideArticle(version.text().body(), language));
            }
        });
        Div line = new Div(text);
        line.addClassName("cd-guide-version");
        if (current) {
            Span now = new Span(Texts.t("guides.history.now"));
            now.addClassNames("cd-badge", "cd-ok");
            line.add(now);
        } else {
            Button back = new Button(Texts.t("guides.history.restore"), event -> restore.accept(version.number()));
            back.addThemeVariants(ButtonVariant.SMALL);
            back.setAriaLabel(Texts.t("guides.history.restore.which", version.number()));
            line.add(back);
        }
        return new ListItem(line);
    }

    private String words(GuideVersion version) {
        if (version.at() == null || version.by() == null) {
            return Texts.t("guides.history.shipped");
        }
        String when = Formats.current().dateTime(version.at());
        String who = people.name(version.by());
        Integer from = version.restoredFrom();
        if (from == null) {
            return Texts.t("guides.history.written", version.number(), when, who);
        }
        return from == 0
                ? Texts.t("guides.history.restoredShipped", version.number(), when, who)
                : Texts.t("guides.history.restored", version.number(), when, who, from);
    }
}
