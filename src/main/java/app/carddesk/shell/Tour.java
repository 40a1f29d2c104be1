package app.carddesk.shell;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Preferences;
import app.carddesk.access.Role;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Tells somebody who is new, in a few short cards beside the work, what helps most. It takes the focus from nothing, and
 * once put away it stays away until it is asked for in the account menu.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Tour extends Section {

    private static final List<String> STOPS = List.of("find", "code", "verdict", "keys", "palette");

    private final Preferences preferences;
    private int stop;

    Tour(CurrentPerson current, Preferences preferences) {
        this.preferences = preferences;
        addClassName("cd-tour");
        getElement().setAttribute("aria-label", Texts.t("shell.tour"));
        boolean worksAtTheDesk = current.has(Role.AGENT) || current.has(Role.SUPERVISOR);
        setVisible(worksAtTheDesk && !preferences.chosen().toured());
        draw();
    }

    private void draw() {
        removeAll();
        Span where = new Span(Texts.t("shell.tour.step", stop + 1, STOPS.size()));
        where.addClassNames("cd-soft", "cd-small");
        String key = "shell.tour." + STOPS.get(stop);
        H2 title = new H2(Texts.t(key + ".title"));
        Paragraph words = new Paragraph(Texts.t(key));
        Div card = new Div(where, title, words);
        card.getElement().setAttribute("aria-live", "polite");

        Div acts = new Div();
        acts.addClassName("cd-actions");
        boolean last = stop == STOPS.size() - 1;
        if (last) {
            Button done = new Button(Texts.t("shell.tour.done"), event -> putAway());
            done.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
            acts.add(done);
        } else {
            Button next = new Button(Texts.t("shell.tour.next"), event -> go(1));
            next.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
            Button never = new Button(Texts.t("shell.tour.never"), event -> putAway());
            never.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            acts.add(next, never);
        }
        if (stop > 0) {
            Button back = new Button(Texts.t("shell.tour.back"), event -> go(-1));
            back.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            acts.add(back);
        }
        add(card, acts);
    }

    private void go(int steps) {
        stop += steps;
        draw();
    }

    private void putAway() {
        preferences.chooseTour(false);
        setVisible(false);
    }
}
