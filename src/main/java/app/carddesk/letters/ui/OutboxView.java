package app.carddesk.letters.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.access.Roles;
import app.carddesk.letters.LetterState;
import app.carddesk.letters.Outbox;
import app.carddesk.letters.TakenNotice;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every letter with what became of it. */
@Route("outbox")
@Menu(title = "letters.outbox", order = 73, icon = "vaadin:outbox")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
@StyleSheet("context://styles/letters.css")
class OutboxView extends Main implements HasDynamicTitle {

    private static final int PAGE = 50;

    private final Outbox outbox;
    private final boolean readsCases;
    private final Map<OutboxShelf, Span> counts = new EnumMap<>(OutboxShelf.class);
    private final Map<Tab, OutboxShelf> shelves = new HashMap<>();
    private final Tabs tabs = new Tabs();
    private final Div sheet = new Div();
    private final MailDrop<Outbox.Given> returned;

    OutboxView(Outbox outbox, CurrentPerson person) {
        this.outbox = outbox;
        this.readsCases = person.has(Role.SUPERVISOR) || person.has(Role.AGENT);
        this.returned =
                new MailDrop<>(
                        Texts.t("letters.notice.give"),
                        Texts.t("letters.notice.give.hint"),
                        outbox.mostBytes(),
                        outbox::give) {
                    @Override
                    void told(Outbox.Given given) {
                        given(given);
                    }
                };
        addClassNames("cd-page", "cd-outbox");
        for (OutboxShelf shelf : OutboxShelf.values()) {
            Span count = new Span();
            count.addClassName("cd-tab-count");
            counts.put(shelf, count);
            Tab tab = new Tab(new Span(Texts.of(shelf)), count);
            shelves.put(tab, shelf);
            tabs.add(tab);
        }
        tabs.getElement().setAttribute("aria-label", Texts.t("letters.filter"));
        tabs.addSelectedChangeListener(event -> show());
        sheet.addClassNames("cd-panel", "cd-outbox-sheet");
        add(
                new PageHeader(Texts.t("letters.outbox")).subtitle(Texts.t("letters.outbox.subtitle")),
                new OutboxServers(outbox.standing(), outbox.inbox()),
                tabs,
                sheet,
                returned);
        show();
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("letters.outbox"));
    }

    private void show() {
        Map<LetterState, Integer> now = outbox.counts();
        counts.forEach((shelf, count) -> count.setText(Formats.current().number(shelf.count(now))));
        OutboxShelf shelf = shelves.getOrDefault(tabs.getSelectedTab(), OutboxShelf.ALL);
        List<Outbox.Line> lines = outbox.page(shelf.states(), 0, PAGE);
        sheet.removeAll();
        if (lines.isEmpty()) {
            sheet.add(new EmptyState(Texts.t("letters.outbox.empty"), Texts.t("letters.outbox.empty.hint")));
            return;
        }
        OutboxTable table = new OutboxTable(outbox, readsCases, this::show);
        table.add(lines);
        sheet.add(table);
        more(shelf, table, lines.size());
    }

    private void more(OutboxShelf shelf, OutboxTable table, int shown) {
        if (shown % PAGE == 0) {
            Button more = new Button(Texts.t("letters.outbox.more"));
            more.addClickListener(event -> {
                sheet.remove(more);
                List<Outbox.Line> next = outbox.page(shelf.states(), shown, PAGE);
                table.add(next);
                if (!next.isEmpty()) {
                    more(shelf, table, shown + next.size());
                }
            });
            sheet.add(more);
        }
    }

    private void given(Outbox.Given given) {
        switch (given) {
            case Outbox.Given.Notice(var taken) ->
                returned.say(LetterWords.of(taken), !(taken instanceof TakenNotice.CameBack));
            case Outbox.Given.NoNotice() -> returned.say(Texts.t("letters.notice.none"), true);
            case Outbox.Given.Unreadable(var why) -> returned.say(LetterWords.of(why), true);
        }
        show();
    }
}
