package app.carddesk.audit.ui;

import app.carddesk.access.People;
import app.carddesk.audit.AuditLine;
import app.carddesk.audit.AuditLog;
import app.carddesk.audit.AuditQuery;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.WindowWidth;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** Events line by line, fetched from key to key; on a narrow screen one block for each. */
final class AuditGrid extends Grid<AuditLine> {

    private static final int NARROW = 900;

    private final AuditLog log;
    private final People people;
    private final Consumer<AuditLine> open;
    private final Column<AuditLine> block;

    AuditGrid(AuditLog log, People people, Consumer<AuditLine> open) {
        this.log = log;
        this.people = people;
        this.open = open;
        addClassName("cd-audit-grid");
        addThemeName("no-border");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", Texts.t("audit.title"));
        block = addComponentColumn(this::block).setHeader(Texts.t("audit.event"));
        addComponentColumn(line -> button(line, Formats.current().dateTime(line.at())))
                .setKey("when")
                .setHeader(Texts.t("audit.when"))
                .setWidth("13rem")
                .setFlexGrow(0);
        addColumn(this::actor).setHeader(Texts.t("audit.who")).setAutoWidth(true);
        addColumn(line -> ActWords.act(line.act()))
                .setHeader(Texts.t("audit.act"))
                .setAutoWidth(true);
        addColumn(this::subject).setHeader(Texts.t("audit.subject")).setWidth("14rem");
        addColumn(AuditGrid::change).setHeader(Texts.t("audit.change")).setWidth("14rem");
        addColumn(AuditGrid::from).setHeader(Texts.t("audit.from")).setAutoWidth(true);
        addItemClickListener(event -> open.accept(event.getItem()));
        narrow(false);
        WindowWidth.whileAttached(this, NARROW, this::narrow);
    }

    void show(AuditQuery query) {
        boolean searching = !query.equals(AuditQuery.EVERYTHING);
        setEmptyStateComponent(new EmptyState(
                Texts.t(searching ? "audit.noHits" : "audit.empty"),
                Texts.t(searching ? "audit.noHits.hint" : "audit.empty.hint")));
        KeysetPages pages = new KeysetPages((after, limit) -> log.page(query, after, limit));
        setItems(slice -> pages.page(slice.getOffset(), slice.getLimit()).stream());
    }

    private Component block(AuditLine line) {
        Span what = new Span(subject(line) + " · " + change(line));
        Span who = new Span(actor(line) + " · " + from(line));
        Span act = new Span(ActWords.act(line.act()));
        act.addClassName("cd-audit-act");
        Div head = new Div(act, button(line, Formats.current().dateTime(line.at())));
        head.addClassNames("cd-row", "cd-audit-head");
        Div words = new Div(head, what, who);
        what.addClassNames("cd-soft", "cd-small");
        who.addClassNames("cd-soft", "cd-small");
        words.addClassNames("cd-stacked", "cd-audit-block");
        return words;
    }

    /** A button, so that the keyboard opens an event too. */
    private Button button(AuditLine line, String text) {
        Button button = new Button(text, click -> open.accept(line));
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        button.setAriaLabel(Texts.t("audit.open", ActWords.act(line.act()), text));
        return button;
    }

    private String actor(AuditLine line) {
        return line.actor() == null ? Texts.t("audit.nobody") : people.name(line.actor());
    }

    private String subject(AuditLine line) {
        return subject(line, log, people);
    }

    static String subject(AuditLine line, AuditLog log, People people) {
        String name = line.subjectKind().equals("person")
                ? people.name(line.subjectId())
                : log.nameOf(line.subjectKind(), line.subjectId());
        return ActWords.subjectKind(line.subjectKind()) + " " + name;
    }

    private static String change(AuditLine line) {
        String before = line.before() == null ? "" : line.before() + " → ";
        String after = line.after() == null ? "" : line.after();
        String reason = line.reason() == null ? "" : " (" + line.reason() + ")";
        return before + after + reason;
    }

    private static String from(AuditLine line) {
        return line.cameFrom() == null ? "" : line.cameFrom();
    }

    private void narrow(boolean narrow) {
        getColumns().forEach(column -> column.setVisible((column == block) == narrow));
    }
}
