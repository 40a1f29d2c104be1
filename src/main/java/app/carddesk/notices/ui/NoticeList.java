package app.carddesk.notices.ui;

import app.carddesk.access.People;
import app.carddesk.notices.Notice;
import app.carddesk.notices.Notices;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;

/** What the person was told, newest first, with a way to each. */
final class NoticeList extends Dialog {

    private final Notices notices;
    private final People people;
    private final Div content = new Div();
    private final Button allRead = new Button(Texts.t("notices.allRead"));
    private List<Notice> shown = List.of();

    NoticeList(Notices notices, People people) {
        super(Texts.t("notices.title"));
        this.notices = notices;
        this.people = people;
        addClassName("cd-notices");
        allRead.addClickListener(event -> notices.markAllRead(shown.getFirst().at()));
        Button close = new Button(Texts.t("notices.close"), event -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(allRead, close);
        add(content);
        refresh();
    }

    void refresh() {
        shown = notices.latest();
        allRead.setEnabled(shown.stream().anyMatch(notice -> !notice.read()));
        content.removeAll();
        if (shown.isEmpty()) {
            content.add(new EmptyState(Texts.t("notices.none"), Texts.t("notices.none.hint")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cd-notice-list");
        shown.forEach(notice -> list.add(item(notice)));
        content.add(list);
    }

    private ListItem item(Notice notice) {
        Anchor link = new Anchor(notice.address(), words(notice));
        link.getElement().setAttribute("router-link", true);
        link.getElement().addEventListener("click", event -> {
            notices.markRead(notice.id());
            close();
        });
        Span when = new Span(Formats.current().dateTime(notice.at()));
        when.addClassNames("cd-soft", "cd-small");
        ListItem item = new ListItem(link, when);
        item.addClassName("cd-notice");
        if (!notice.read()) {
            item.addClassName("cd-unread");
            Span unread = new Span(Texts.t("notices.unread"));
            unread.addClassNames("cd-badge", "cd-accent");
            item.add(unread);
        }
        return item;
    }

    private String words(Notice notice) {
        String by = notice.by() == null ? "" : people.name(notice.by());
        return Texts.t(Texts.key(notice.kind()), by, Objects.requireNonNullElse(notice.subject(), ""));
    }
}
