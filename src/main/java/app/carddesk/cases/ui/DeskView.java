package app.carddesk.cases.ui;

import app.carddesk.access.Roles;
import app.carddesk.cards.CardFormats;
import app.carddesk.cards.CardLookup;
import app.carddesk.cards.RecentCards;
import app.carddesk.cards.ui.RecentCardsPanel;
import app.carddesk.cases.CaseLine;
import app.carddesk.cases.CaseSearch;
import app.carddesk.cases.CaseWork;
import app.carddesk.guides.Guides;
import app.carddesk.guides.Inquiries;
import app.carddesk.guides.ui.InquiryPanel;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.ScreenKeys;
import app.carddesk.shared.ui.SerialField;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where every call begins: one field for what the customer reads out, and what it finds. */
@Route("")
@Menu(title = "cases.desk.menu", order = 1, icon = "vaadin:headset")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@StyleSheet("context://styles/cases.css")
@JsModule("context://desk-keys.js")
class DeskView extends Main implements BeforeEnterObserver, HasDynamicTitle, ScreenKeys {

    private static final int SEARCH_AFTER_MS = 150;

    private final CaseSearch search;
    private final CardLookup lookup;
    private final Clock clock;
    private final RecentCards recent;
    private final PageHeader header = new PageHeader(Texts.t("cases.desk.title"));
    private final SerialField serial = new SerialField();
    private final DeskResults results;
    private final SerialPlaces places;
    private final InquiryPanel inquiries;
    private final Div mine = new Div();
    private final BegunCases begun;

    DeskView(
            CaseSearch search,
            CardLookup lookup,
            CaseWork work,
            CardFormats formats,
            Inquiries inquiries,
            Guides guides,
            BegunCases begun,
            Clock clock,
            RecentCards recent) {
        this.search = search;
        this.lookup = lookup;
        this.begun = begun;
        this.clock = clock;
        this.recent = recent;
        this.results = new DeskResults(
                lookup,
                formats,
                start -> CasesNavigation.open(work.open(start)),
                customer -> CasesNavigation.open(work.open(null, customer)));
        this.places = new SerialPlaces(formats);
        this.inquiries = new InquiryPanel(inquiries, guides, clock, serial::focus);
        addClassNames("cd-page", "cd-desk");

        serial.addClassNames("cd-desk-field", "cd-grow");
        serial.setAutofocus(true);
        serial.setClearButtonVisible(true);
        serial.setValueChangeMode(ValueChangeMode.LAZY);
        serial.setValueChangeTimeout(SEARCH_AFTER_MS);
        serial.addValueChangeListener(event -> find(event.getValue()));
        serial.addRefusedListener(event -> results.idle());
        Button without = new Button(Texts.t("cases.desk.without"), event -> CasesNavigation.open(work.open(null)));
        without.addThemeVariants(ButtonVariant.PRIMARY);
        Div line = new Div(serial, without);
        line.addClassName("cd-desk-line");
        Section box = new Section(line, new DeskHints(formats));
        box.addClassNames("cd-panel", "cd-desk-box");
        box.getElement().setAttribute("role", "search");

        mine.addClassName("cd-stack");
        Div found = new Div(results, this.inquiries);
        found.addClassNames("cd-grow", "cd-stack");
        Div aside = new Div(begun, places, mine);
        aside.addClassNames("cd-stack", "cd-desk-aside");
        Div columns = new Div(found, aside);
        columns.addClassName("cd-desk-columns");
        add(header, box, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<CaseLine> due = search.due();
        List<CaseLine> lately = search.lately();
        String today = Formats.current().date(Formats.current().day(clock.instant()));
        header.subtitle(due.isEmpty() ? today : Texts.t("cases.desk.due", today, due.size()));
        begun.refresh();
        mine.removeAll();
        if (!due.isEmpty()) {
            mine.add(new Panel(Texts.t("cases.desk.callBacks"), new CaseLinks(due)));
        }
        if (!lately.isEmpty()) {
            mine.add(new Panel(Texts.t("cases.desk.lately"), new CaseLinks(lately)));
        }
        List<RecentCards.Recent> cards = recent.latest();
        if (!cards.isEmpty()) {
            mine.add(new RecentCardsPanel(cards));
        }
        inquiries.refresh();
        find(serial.getValue());
        serial.focus();
    }

    @Override
    public List<Hint> keys() {
        return List.of(
                new Hint("↓ ↑", Texts.t("cases.desk.hint.results")),
                new Hint(ENTER, Texts.t("cases.desk.hint.open")),
                new Hint("C", Texts.t("cases.desk.hint.case")));
    }

    private void find(String typed) {
        if (RedemptionCodes.startsLikeCode(typed) || RedemptionCodes.containsCode(typed)) {
            serial.clear();
            results.idle();
            places.show("");
            return;
        }
        places.show(typed);
        if (typed.isBlank()) {
            results.idle();
            return;
        }
        Optional<CaseSearch.Found> found = search.find(typed);
        if (found.isPresent()) {
            results.show(found.get());
        } else {
            results.show(typed, lookup.find(typed));
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("cases.desk.title"));
    }
}
