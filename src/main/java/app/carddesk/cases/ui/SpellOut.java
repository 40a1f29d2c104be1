package app.carddesk.cases.ui;

import app.carddesk.cards.Serial;
import app.carddesk.cards.Spelling;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;

/**
 * A serial number as it is read out: four characters at a time, each with its name, look-alikes marked. Only serials,
 * which are no secret; a redemption code is never read out.
 */
final class SpellOut extends Details {

    private final Serial serial;
    private final SpokenLanguage language;
    private final Div content = new Div();

    SpellOut(Serial serial, SpokenLanguage language) {
        super(Texts.t("conversation.spell"));
        this.serial = serial;
        this.language = language;
        addClassName("cd-spell");
        add(content);
        speak();
    }

    boolean isOf(Serial other) {
        return serial.equals(other);
    }

    /** Names the characters in the language that is read out now. */
    void speak() {
        content.removeAll();
        content.getElement().setAttribute("lang", language.get().locale().toLanguageTag());
        Div groups = new Div();
        groups.addClassName("cd-spell-groups");
        List<List<Spelling.Spelled>> spelled = Spelling.in(language.get()).groups(serial);
        for (int i = 0; i < spelled.size(); i++) {
            OrderedList group = new OrderedList();
            group.getElement()
                    .setAttribute("aria-label", Texts.t(language.get().locale(), "conversation.spell.group", i + 1));
            spelled.get(i).forEach(one -> group.add(item(one)));
            groups.add(group);
        }
        Paragraph legend = new Paragraph(Texts.t("conversation.spell.marked"));
        legend.addClassNames("cd-soft", "cd-small");
        legend.getElement().setAttribute("lang", getLocale().toLanguageTag());
        content.add(groups, legend);
    }

    private static ListItem item(Spelling.Spelled spelled) {
        Element character = new Element(spelled.mistakable() ? "mark" : "b");
        character.setText(String.valueOf(spelled.character()));
        Span word = new Span(spelled.word());
        ListItem item = new ListItem();
        item.getElement().appendChild(character, word.getElement());
        return item;
    }
}
