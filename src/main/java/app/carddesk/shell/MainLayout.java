package app.carddesk.shell;

import app.carddesk.access.ui.SessionWatch;
import app.carddesk.notices.ui.NoticeBell;
import app.carddesk.shared.DatabaseAvailability;
import app.carddesk.shared.DatabaseAway;
import app.carddesk.shared.ui.MenuBadge;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The main layout: the menu shows what the person signed in may use, and who that is. */
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final List<MenuBadge> badges;
    private final Map<MenuBadge, Span> shown = new HashMap<>();

    /**
     * @param small the bell of a narrow screen, where the drawer is shut
     */
    MainLayout(
            List<MenuBadge> badges,
            AccountMenu account,
            Helpers helpers,
            Tour tour,
            NoticeBell bell,
            NoticeBell small,
            DatabaseAvailability database,
            SessionWatch session) {
        this.badges = badges;
        addClassName("cd-shell");
        setPrimarySection(Section.DRAWER);

        Anchor skip = new Anchor("#content", Texts.t("shell.skip"));
        skip.addClassName("cd-skip");
        skip.getElement().setAttribute("router-ignore", true);

        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.t("shell.menu"));
        Span name = new Span("Carddesk");
        name.addClassName("cd-brand");
        Div bar = new Div(toggle, name, small);
        bar.addClassName("cd-topbar");
        addToNavbar(true, bar);
        addToNavbar(new AwayNotice(database));

        Span brand = new Span("Carddesk");
        brand.addClassName("cd-brand");
        Scroller scroller = new Scroller(menu());
        scroller.addClassName("cd-grow");
        Div drawer = new Div(skip, brand, helpers, scroller, tour, bell, account, session);
        drawer.addClassName("cd-drawer");
        addToDrawer(drawer);
    }

    private SideNav menu() {
        SideNav menu = new SideNav();
        menu.getElement().setAttribute("aria-label", Texts.t("shell.menu"));
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            SideNavItem item = new SideNavItem(Texts.t(entry.title()), entry.path());
            if (entry.icon() != null) {
                item.setPrefixComponent(new Icon(entry.icon()));
            }
            item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/"));
            badges.stream()
                    .filter(badge -> badge.view().equals(entry.menuClass()))
                    .forEach(badge -> {
                        Span count = new Span();
                        count.addClassNames("cd-badge", "cd-warn");
                        shown.put(badge, count);
                        item.setSuffixComponent(count);
                    });
            menu.addItem(item);
        }
        return menu;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        try {
            shown.forEach((badge, span) -> {
                int count = badge.count();
                span.setVisible(count > 0);
                span.setText(String.valueOf(count));
            });
        } catch (RuntimeException uncounted) {
            // The page around a failure is shown all the same, with the numbers as they were.
            if (!DatabaseAway.isBehind(uncounted)) {
                throw uncounted;
            }
        }
        if (getContent() != null) {
            getContent().setId("content");
        }
    }
}
