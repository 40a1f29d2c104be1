package app.carddesk.cards.ui;

import app.carddesk.cards.Card;
import app.carddesk.cards.VoidReason;
import app.carddesk.shared.CardState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the register knows of a card. */
class CardFacts extends Panel {

    private final DescriptionList facts = new DescriptionList();

    CardFacts(Card card) {
        super(Texts.t("cards.facts"));
        facts.addClassName("cd-facts");
        Formats formats = Formats.current();

        Div kind = new Div(new CardArt(card.kind()), new Text(Texts.of(card.kind())));
        kind.addClassName("cd-card-kind");
        fact("cards.facts.kind", kind);
        fact("cards.facts.form", new Text(Texts.of(card.form())));
        fact("cards.facts.region", new Text(card.soldIn().displayName(locale())));
        optional("cards.facts.retailer", card.retailer());
        fact("cards.facts.state", new CardStateBadge(card.state()));
        VoidReason reason = card.voidReason();
        optional("cards.facts.voidReason", reason == null ? null : Texts.of(reason));
        optional(
                "cards.facts.activated",
                Optional.ofNullable(card.activatedAt()).map(formats::dateTime).orElse(null));
        fact("cards.facts.faceValue", new Text(formats.money(card.faceValue())));
        fact("cards.facts.balance", balance(card, formats));
        optional(
                "cards.facts.expiry",
                Optional.ofNullable(card.expiry()).map(formats::date).orElse(null));
        if (card.replacedBy() != null) {
            fact("cards.facts.replacedBy", CardsNavigation.link(card.replacedBy()));
        }
        if (card.replaces() != null) {
            fact("cards.facts.replaces", CardsNavigation.link(card.replaces()));
        }
        add(facts);
    }

    private static Component balance(Card card, Formats formats) {
        Span amount = new Span(formats.money(card.balance()));
        amount.addClassName("cd-amount");
        Div balance = new Div(amount);
        if (card.state() == CardState.NOT_ACTIVATED || card.state() == CardState.VOIDED) {
            Div note = new Div(Texts.t("cards.balance." + card.state().name()));
            note.addClassNames("cd-soft", "cd-small");
            balance.add(note);
        }
        return balance;
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private void optional(String key, @Nullable String value) {
        if (value != null) {
            fact(key, new Text(value));
        }
    }

    private void fact(String key, Component value) {
        facts.add(new DescriptionList.Term(Texts.t(key)), new DescriptionList.Description(value));
    }
}
