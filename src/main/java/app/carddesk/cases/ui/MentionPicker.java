package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.cases.Mentions;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;

/** The colleagues whose names fit what is being typed after an {@code @}: one Tab away from the text. */
final class MentionPicker extends Div {

    private final People people;
    private final Consumer<String> picked;
    private List<String> shown = List.of();

    /**
     * @param picked told the whole text with the name written out
     */
    MentionPicker(People people, Consumer<String> picked) {
        this.people = people;
        this.picked = picked;
        addClassNames("cd-actions", "cd-mentions");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.t("cases.mention.people"));
        getElement().setAttribute("aria-live", "polite");
    }

    void follow(String text) {
        List<String> fitting = text.contains("@")
                ? Mentions.suggestions(text, Mentions.names(people).keySet())
                : List.of();
        // The same buttons stay, because the person may be pressing one of them.
        if (!fitting.equals(shown)) {
            shown = fitting;
            removeAll();
        }
        if (getChildren().findAny().isEmpty()) {
            fitting.forEach(name -> add(choice(name)));
        }
        getChildren().map(Choice.class::cast).forEach(choice -> choice.text = text);
    }

    private Choice choice(String name) {
        return new Choice(name, picked);
    }

    private static final class Choice extends Button {

        private String text = "";

        Choice(String name, Consumer<String> picked) {
            super(name);
            addThemeVariants(ButtonVariant.SMALL);
            setAriaLabel(Texts.t("cases.mention.one", name));
            addClickListener(event -> picked.accept(Mentions.completed(text, name)));
        }
    }
}
