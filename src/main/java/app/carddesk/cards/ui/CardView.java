package app.carddesk.cards.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.access.Role;
import app.carddesk.access.Roles;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardFormat;
import app.carddesk.cards.CardFormats;
import app.carddesk.cards.CardHistory;
import app.carddesk.cards.CardLookup;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.Journal;
import app.carddesk.cards.RecentCards;
import app.carddesk.cards.Serial;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** A card: what it is, what is left on it and how that came about, and what other modules have to say about it. */
@Route("cards")
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@StyleSheet("context://styles/cards.css")
public class CardView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private static final int PROPOSALS = 8;

    private final CardRegister register;
    private final CardLookup lookup;
    private final CardFormats formats;
    private final Journal journal;
    private final CardHistory history;
    private final Corrections corrections;
    private final CurrentPerson person;
    private final People people;
    private final ObjectProvider<CardPanel> panels;
    private final RecentCards recent;

    private String title = "";

    CardView(
            CardRegister register,
            CardLookup lookup,
            CardFormats formats,
            Journal journal,
            CardHistory history,
            Corrections corrections,
            CurrentPerson person,
            People people,
            ObjectProvider<CardPanel> panels,
            RecentCards recent) {
        this.register = register;
        this.lookup = lookup;
        this.formats = formats;
        this.journal = journal;
        this.history = history;
        this.corrections = corrections;
        this.person = person;
        this.people = people;
        this.panels = panels;
        this.recent = recent;
        addClassName("cd-page");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String given) {
        removeAll();
        if (given == null || given.isBlank()) {
            help("cards.help.title", Texts.t("cards.help.words"), List.of(), formats.all());
            return;
        }
        if (mayBeCode(given)) {
            // The address holds what may be a code: it leaves the browser's history, and nothing here repeats it.
            event.getUI().getPage().executeJs("history.replaceState(history.state, '', $0)", "cards/");
            help("cards.help.code.title", Texts.t("cards.help.code.words"), List.of(), formats.all());
            return;
        }
        Optional<Serial> serial = Serial.parse(given);
        Optional<Card> card = serial.flatMap(register::find);
        if (card.isPresent()) {
            recent.seen(card.get().id());
            show(card.get());
        } else if (serial.isPresent()) {
            String value = serial.get().value();
            List<CardFormat> matching = formats.matching(value);
            help(
                    "cards.help.unknown.title",
                    Texts.t("cards.help.unknown.words", value),
                    lookup.find(value).hits().stream().limit(PROPOSALS).toList(),
                    matching.isEmpty() ? formats.all() : matching);
        } else {
            help("cards.help.noSerial.title", Texts.t("cards.help.noSerial.words"), List.of(), formats.all());
        }
    }

    private static boolean mayBeCode(String given) {
        return RedemptionCodes.normalize(given).startsWith("X") || RedemptionCodes.containsCode(given);
    }

    private void help(String key, String words, List<CardLookup.Hit> proposals, List<CardFormat> drawn) {
        title = Texts.t(key);
        add(new CardHelp(title, words, proposals, drawn));
    }

    private void show(Card card) {
        title = card.serial().value();
        Div left = stack(new CardFacts(card), now(card));
        formats.of(card.serial(), card.soldIn())
                .ifPresent(format -> left.add(new Panel(
                        Texts.t("cards.drawing.title", CardsNavigation.name(format)), new CardBackDrawing(format))));
        Div right = stack();
        panels.orderedStream().forEach(panel -> panel.create(card).ifPresent(right::add));
        List<Journal.Entry> entries = journal.of(card.id());
        right.add(new JournalPanel(entries, history.of(card.id()), people));
        if (person.has(Role.SUPERVISOR)) {
            CorrectionsPanel.of(card, entries, corrections, person, people, () -> again(card))
                    .ifPresent(left::add);
        }
        Div columns = new Div(left, right);
        columns.addClassName("cd-card-columns");
        PageHeader header =
                new PageHeader(title).subtitle(Texts.of(card.kind())).beside(new CardStateBadge(card.state()));
        header.addClassName("cd-card-header");
        add(header, columns);
    }

    private void again(Card card) {
        removeAll();
        show(register.find(card.id()).orElseThrow());
    }

    /** What the register alone can say of what to do now; the panels of other modules say the rest. */
    private static Component now(Card card) {
        Panel panel = new Panel(
                Texts.t("cards.now"),
                new Paragraph(Texts.t("cards.now." + card.state().name())));
        if (card.replacedBy() != null) {
            panel.add(CardsNavigation.link(card.replacedBy()));
        }
        return panel;
    }

    private static Div stack(Component... components) {
        Div stack = new Div(components);
        stack.addClassName("cd-stack");
        return stack;
    }

    @Override
    public String getPageTitle() {
        return Texts.title(title);
    }
}
