package app.carddesk.guides.ui;

import app.carddesk.guides.Guide;
import app.carddesk.guides.GuideGroup;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** All guides, group by group. */
final class GuideLists extends Div {

    GuideLists(List<Guide> guides) {
        addClassName("cd-guide-groups");
        for (GuideGroup group : GuideGroup.values()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("cd-guide-list");
            guides.stream()
                    .filter(guide -> guide.subject().group() == group)
                    .map(GuideLists::row)
                    .forEach(list::add);
            add(new Panel(Texts.of(group), list));
        }
    }

    private static ListItem row(Guide guide) {
        RouterLink link = GuidesNavigation.link(guide, null);
        link.getElement().setAttribute("title", guide.text().summary());
        return new ListItem(link);
    }
}
