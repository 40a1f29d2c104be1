package app.carddesk.cases.ui;

import app.carddesk.cases.CaseContents;
import app.carddesk.cases.Customer;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The language that is read out to the customer: the agent's own until one click says otherwise, which then holds for
 * the case as long as the agent is signed in.
 */
final class SpokenLanguage extends Div {

    private final List<Runnable> listeners = new ArrayList<>();
    private List<Language> offered = List.of();
    private Language chosen = own();
    private @Nullable UUID caseId;

    SpokenLanguage() {
        addClassName("cd-spoken");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", Texts.t("conversation.language"));
    }

    Language get() {
        return chosen;
    }

    /** Has something drawn anew when the language changes. */
    void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    /** Offers the agent's and the customer's language; as long as nobody has said the latter, every one. */
    void show(CaseContents contents) {
        caseId = contents.dossier().summary().id();
        Customer customer = contents.customer();
        Language theirs = customer == null ? null : customer.language();
        offered = theirs == null
                ? List.of(Language.values())
                : List.of(own(), theirs).stream().distinct().toList();
        Language kept = keptFor(caseId);
        choose(kept != null && offered.contains(kept) ? kept : own());
    }

    private void choose(Language language) {
        boolean changed = chosen != language;
        chosen = language;
        draw();
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    /** The buttons stay the same ones as long as they say the same, so that the focus stays on them. */
    private void draw() {
        List<String> names = offered.stream().map(Language::nativeName).toList();
        List<NativeButton> buttons = getChildren().map(NativeButton.class::cast).toList();
        if (!buttons.stream().map(NativeButton::getText).toList().equals(names)) {
            removeAll();
            offered.forEach(language -> add(button(language)));
        }
        setVisible(offered.size() > 1);
        getChildren()
                .forEach(child -> child.getElement()
                        .setAttribute(
                                "aria-pressed",
                                String.valueOf(((NativeButton) child).getText().equals(chosen.nativeName()))));
    }

    private NativeButton button(Language language) {
        NativeButton button = new NativeButton(language.nativeName(), event -> {
            if (caseId != null) {
                VaadinSession.getCurrent().setAttribute(key(caseId), language);
            }
            choose(language);
        });
        button.getElement().setAttribute("lang", language.locale().toLanguageTag());
        return button;
    }

    private static Language own() {
        UI ui = UI.getCurrent();
        return ui == null ? Language.EN : Language.of(ui.getLocale());
    }

    private static @Nullable Language keptFor(UUID caseId) {
        return (Language) VaadinSession.getCurrent().getAttribute(key(caseId));
    }

    private static String key(UUID caseId) {
        return SpokenLanguage.class.getName() + "." + caseId;
    }
}
