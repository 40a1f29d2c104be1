package app.carddesk.letters.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.access.Roles;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.letters.Letter;
import app.carddesk.letters.LetterState;
import app.carddesk.letters.Outbox;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Every letter with what became of it. */
@Route("outbox")
@Menu(title = "letters.outbox", order = 73, icon = "vaadin:outbox")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
@StyleSheet("context://styles/letters.css")
class OutboxView extends Main implements HasDynamicTitle {

    private final Outbox outbox;
    private final boolean readsCases;
    private final boolean server;
    private final Select<LetterState> filter = new Select<>();
    private final Grid<Outbox.Line> grid = new Grid<>();

    OutboxView(Outbox outbox, CurrentPerson person) {
        this.outbox = outbox;
        this.readsCases = person.has(Role.SUPERVISOR) || person.has(Role.AGENT);
        this.server = outbox.hasServer();
        addClassNames("cd-page", "cd-outbox");
        filter.setLabel(Texts.t("letters.filter"));
        filter.setItems(LetterState.values());
        filter.setItemLabelGenerator(state -> state == null ? Texts.t("letters.filter.all") : Texts.of(state));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(Texts.t("letters.filter.all"));
        filter.addValueChangeListener(event -> grid.getDataProvider().refreshAll());

        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.addClassName("cd-review-list");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(new ComponentRenderer<>(this::line)).setKey("line");
        grid.setEmptyStateComponent(
                new EmptyState(Texts.t("letters.outbox.empty"), Texts.t("letters.outbox.empty.hint")));
        grid.setItems((CallbackDataProvider.FetchCallback<Outbox.Line, Void>)
                query -> outbox.page(filter.getValue(), query.getOffset(), query.getLimit()).stream());

        add(new PageHeader(Texts.t("letters.outbox")).subtitle(Texts.t("letters.outbox.subtitle")));
        if (!server) {
            Paragraph notice = new Paragraph(Texts.t("letters.noServer.hint"));
            notice.addClassNames("cd-callout");
            add(notice);
        }
        add(filter, grid);
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("letters.outbox"));
    }

    private Component line(Outbox.Line line) {
        Letter letter = line.letter();
        Div what = new Div(
                new Span(Texts.of(letter.kind())), soft(letter.language().nativeName()));
        what.addClassName("cd-stacked");
        Component number = readsCases
                ? CasesNavigation.link(letter.caseNumber())
                : new Span(letter.caseNumber().toString());
        Div where = new Div(number, soft(address(line.address())));
        where.addClassName("cd-stacked");
        Div state = new Div(LetterWords.badge(letter.state()), soft(LetterWords.standing(letter, server)));
        state.addClassName("cd-stacked");
        Div row = new Div(what, where, state, soft(Formats.current().dateTime(letter.createdAt())), act(letter));
        row.addClassName("cd-outbox-row");
        return row;
    }

    private static String address(@Nullable String address) {
        return address == null ? "" : address.equals("erased:") ? Texts.t("personal.erased") : address;
    }

    private Component act(Letter letter) {
        boolean here = letter.state() == LetterState.FAILED
                || (letter.state() == LetterState.WAITING && letter.problem() != null);
        if (!here) {
            return new Span();
        }
        Button retry = new Button(Texts.t("letters.retry"));
        retry.setDisableOnClick(true);
        retry.addClickListener(event -> {
            switch (outbox.retry(letter.id())) {
                case WAITS -> Toasts.success(Texts.t("letters.retry.done"));
                case NOT_HERE -> Toasts.failure(Texts.t("letters.retry.notHere"));
                case NO_ADDRESS -> Toasts.failure(Texts.t("letters.retry.noAddress"));
            }
            grid.getDataProvider().refreshAll();
        });
        return retry;
    }

    private static Span soft(String text) {
        Span soft = new Span(text);
        soft.addClassNames("cd-soft", "cd-small");
        return soft;
    }
}
