package app.carddesk.evidence.ui;

import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;

/** The files that were not taken, each with the reason, until it is put away or sent once more. */
class UploadFailures extends Composite<Div> {

    UploadFailures() {
        getContent().addClassName("evidence-failures");
        getContent().getElement().setAttribute("role", "alert");
    }

    /**
     * Adds one.
     *
     * @param again what the browser remembers the file by, if sending it once more can help
     */
    void add(String name, String why, @Nullable String again) {
        Span file = new Span(name);
        file.addClassName("evidence-failed-file");
        Span reason = new Span(why);
        reason.addClassName("cd-grow");
        Div line = new Div(file, reason);
        line.addClassNames("cd-callout", "cd-bad", "cd-row", "evidence-failure");
        if (again != null) {
            line.add(retry(name, again, line));
        }
        Button dismiss = new Button(
                VaadinIcon.CLOSE_SMALL.create(), click -> getContent().remove(line));
        dismiss.setAriaLabel(Texts.t("evidence.failure.dismiss", name));
        dismiss.addThemeVariants(ButtonVariant.TERTIARY);
        line.add(dismiss);
        getContent().add(line);
    }

    void clear() {
        getContent().removeAll();
    }

    private Button retry(String name, String again, Div line) {
        Button retry = new Button(
                Texts.t("evidence.failure.retry"), click -> getContent().remove(line));
        retry.setAriaLabel(Texts.t("evidence.failure.retry.of", name));
        retry.addThemeVariants(ButtonVariant.SMALL);
        // The browser still has the file; see proof-intake.js.
        retry.getElement().setAttribute("data-again", again);
        return retry;
    }
}
