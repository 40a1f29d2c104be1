package app.carddesk.cases.ui;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.cards.ui.CardArt;
import app.carddesk.cards.ui.CardStateBadge;
import app.carddesk.cards.ui.CardsNavigation;
import app.carddesk.cases.CaseContents;
import app.carddesk.shared.CardState;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.SerialText;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** The card a case is about, as the register has it. */
final class CardSection extends Panel {

    private final Button change;
    private final SpokenLanguage language;
    private @Nullable SpellOut spelled;

    CardSection(OpenCase open, SpokenLanguage language) {
        super(Texts.t("cases.card"));
        this.language = language;
        language.whenChanged(() -> {
            if (spelled != null) {
                spelled.speak();
            }
        });
        change = new Button(Texts.t("cases.card.change"), event -> new ChangeCardDialog(open).open());
        change.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        end(change);
    }

    void show(CaseContents contents) {
        Card card = contents.dossier().card();
        Serial serial = contents.serial();
        change.setVisible(contents.isEditable());
        change.setText(Texts.t(serial == null ? "cases.card.name" : "cases.card.change"));
        if (card != null) {
            show(known(card), spelled(card.serial()));
        } else if (serial != null) {
            Paragraph unknown = new Paragraph(Texts.t("cases.card.unknown"));
            unknown.addClassName("cd-soft");
            show(new SerialText(serial.value()), unknown, spelled(serial));
        } else {
            Paragraph none = new Paragraph(Texts.t("cases.card.none"));
            none.addClassName("cd-soft");
            show(none);
        }
    }

    /** Stays as it is, open or closed, while the page is drawn anew. */
    private SpellOut spelled(Serial serial) {
        SpellOut now = spelled != null && spelled.isOf(serial) ? spelled : new SpellOut(serial, language);
        spelled = now;
        return now;
    }

    private static Div known(Card card) {
        Span kind = new Span(Texts.of(card.kind()) + " · " + Texts.of(card.form()));
        kind.addClassNames("cd-soft", "cd-small");
        Div words = new Div(CardsNavigation.link(card.serial()), kind);
        words.addClassNames("cd-stacked", "cd-grow");
        Div head = new Div(new CardArt(card.kind()), words);
        head.addClassName("cd-row");
        Div badges = new Div(
                new CardStateBadge(card.state()),
                new Badge(CanonicalWords.region(card.soldIn()), Tone.PLAIN),
                new Badge(worth(card), Tone.PLAIN));
        badges.addClassName("cd-row");
        Div box = new Div(head, badges);
        box.addClassNames("cd-stacked", "cd-card-known");
        return box;
    }

    private static String worth(Card card) {
        Formats formats = Formats.current();
        return card.state() == CardState.NOT_ACTIVATED
                ? Texts.t("cases.card.faceValue", formats.money(card.faceValue()))
                : Texts.t("cases.card.unused", formats.money(card.balance()));
    }
}
