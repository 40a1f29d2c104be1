package app.carddesk.cases.ui;

import app.carddesk.cards.CardFormat;
import app.carddesk.cards.CardFormats;
import app.carddesk.cards.CardLookup;
import app.carddesk.cards.CardLookup.Match;
import app.carddesk.cards.Serial;
import app.carddesk.cards.ui.CardBackDrawing;
import app.carddesk.cases.CaseSearch;
import app.carddesk.cases.Customer;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the desk found: cards, exact ones above those that are easily misread as them, or cases and customers. */
final class DeskResults extends Div {

    private final CardLookup lookup;
    private final CardFormats formats;
    private final Consumer<Serial> start;
    private final Consumer<UUID> startFor;
    private final Div announcement = new Div();
    private final Div content = new Div();

    /**
     * @param start starts a case for a card
     * @param startFor starts a case for a customer
     */
    DeskResults(CardLookup lookup, CardFormats formats, Consumer<Serial> start, Consumer<UUID> startFor) {
        this.lookup = lookup;
        this.formats = formats;
        this.start = start;
        this.startFor = startFor;
        addClassName("cd-desk-results");
        announcement.addClassName("cd-visually-hidden");
        announcement.getElement().setAttribute("role", "status");
        announcement.getElement().setAttribute("aria-live", "polite");
        add(announcement, content);
        idle();
    }

    /** Before anything was typed: where on each card there is something to read. */
    void idle() {
        answer("", "", new EmptyState(Texts.t("cases.desk.idle"), Texts.t("cases.desk.idle.hint"), backs()));
    }

    private Div backs() {
        Div backs = new Div();
        backs.addClassName("cd-desk-backs");
        for (CardFormat format : formats.all()) {
            backs.add(new CardBackDrawing(format));
        }
        return backs;
    }

    void show(String typed, CardLookup.Page page) {
        if (page.hits().isEmpty()) {
            answer(typed, Texts.t("cases.desk.none"), nothing(typed));
            return;
        }
        Div list = new Div();
        list.addClassName("cd-panel");
        list.addClassName("cd-hits");
        answer(typed, announced(page), list);
        append(list, typed, page, null);
    }

    void show(CaseSearch.Found found) {
        if (found.isNothing()) {
            answer(
                    "",
                    Texts.t("cases.desk.none"),
                    new EmptyState(Texts.t("cases.desk.noCase"), Texts.t("cases.desk.noCase.hint")));
            return;
        }
        Customer customer = found.customer();
        String title = customer == null ? Texts.t("cases.desk.case") : CustomerWords.of(customer);
        Panel panel = new Panel(title, new CaseLinks(found.cases()));
        if (customer != null) {
            panel.add(new Button(Texts.t("cases.desk.startForCustomer"), event -> startFor.accept(customer.id())));
        }
        answer("", Texts.t("cases.desk.found"), panel);
    }

    private void append(Div list, String typed, CardLookup.Page page, @Nullable Match last) {
        Match before = last;
        UnorderedList rows = new UnorderedList();
        rows.addClassName("cd-hit-list");
        for (CardLookup.Hit hit : page.hits()) {
            if (before == null || group(before) != group(hit.match())) {
                rows = new UnorderedList();
                rows.addClassName("cd-hit-list");
                H2 heading = new H2(Texts.t("cases.desk.match." + group(hit.match())));
                heading.addClassNames("cd-heading", "cd-hit-heading");
                list.add(heading, rows);
            } else if (rows.getParent().isEmpty()) {
                list.add(rows);
            }
            rows.add(new HitRow(hit, start));
            before = hit.match();
        }
        CardLookup.Cursor next = page.next();
        if (next != null) {
            Match shown = before;
            Button more = new Button(Texts.t("cases.desk.more"));
            more.addClassName("cd-more");
            more.addClickListener(event -> {
                list.remove(more);
                append(list, typed, lookup.find(typed, next), shown);
            });
            list.add(more);
        }
    }

    private Component nothing(String typed) {
        EmptyState state = new EmptyState(Texts.t("cases.desk.none"), Texts.t("cases.desk.none.hint"));
        Serial.parse(typed)
                .ifPresent(serial -> state.add(
                        new Button(Texts.t("cases.desk.startUnknown", serial.value()), event -> start.accept(serial))));
        return state;
    }

    private static String announced(CardLookup.Page page) {
        long exact = page.hits().stream()
                .filter(hit -> hit.match() != Match.LOOK_ALIKE)
                .count();
        String key = page.next() == null ? "cases.desk.announce" : "cases.desk.announce.more";
        return Texts.t(key, exact, page.hits().size() - exact);
    }

    private static Match group(Match match) {
        return match == Match.LOOK_ALIKE ? Match.LOOK_ALIKE : Match.EXACT;
    }

    /** The browser compares what was answered with what stands in the field before Enter opens a card. */
    private void answer(String typed, String words, Component... components) {
        content.removeAll();
        content.add(List.of(components));
        getElement().setAttribute("data-answers", RedemptionCodes.normalize(typed));
        announcement.setText(words);
    }
}
