package app.carddesk.books.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Person;
import app.carddesk.access.Roles;
import app.carddesk.access.SystemRun;
import app.carddesk.books.BookReport;
import app.carddesk.books.Books;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;

/** Says whether the books balance, with the figures, or names what does not. */
@Route("admin/books")
@Menu(title = "books.title", order = 74, icon = "vaadin:scale")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
public class BooksView extends Main implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(BooksView.class);

    private final Books books;
    private final SystemRun runs;
    private final CurrentPerson current;
    private final AsyncTaskExecutor background;
    private final Clock clock;

    private final Button check = new Button(Texts.t("books.check"), event -> check());
    private final ProgressBar progress = new ProgressBar(0, 100);
    private final Div result = new Div();

    BooksView(
            Books books,
            SystemRun runs,
            CurrentPerson current,
            AsyncTaskExecutor applicationTaskExecutor,
            Clock clock) {
        this.books = books;
        this.runs = runs;
        this.current = current;
        this.background = applicationTaskExecutor;
        this.clock = clock;
        addClassName("cd-page");
        check.addThemeVariants(ButtonVariant.PRIMARY);
        check.setDisableOnClick(true);
        check.setAutofocus(true);
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", Texts.t("books.progress"));
        result.addClassName("cd-stack");
        result.getElement().setAttribute("aria-live", "polite");
        result.add(new Panel(Texts.t("books.what"), new Paragraph(Texts.t("books.what.words"))));
        add(
                new PageHeader(Texts.t("books.title"))
                        .subtitle(Texts.t("books.subtitle"))
                        .actions(check),
                progress,
                result);
    }

    /** A look through many cards takes its time; the page stays usable, and can be left. */
    private void check() {
        UI ui = UI.getCurrent();
        Person person = current.get();
        progress.setValue(0);
        progress.setVisible(true);
        var _ = background.submit(() -> runs.as(person, () -> look(ui)));
    }

    private boolean look(UI ui) {
        try {
            BookReport report = books.check(done -> later(ui, () -> progress.setValue(done)));
            later(ui, () -> show(report));
            return true;
        } catch (RuntimeException e) {
            LOG.error("The books could not be checked", e);
            later(ui, this::failed);
            return false;
        }
    }

    private static void later(UI ui, Runnable change) {
        if (ui.isAttached()) {
            var _ = ui.access(change::run);
        }
    }

    private void show(BookReport report) {
        over();
        result.add(new BooksResult(report, Formats.current().dateTime(clock.instant())));
    }

    private void failed() {
        over();
        Paragraph words = new Paragraph(Texts.t("books.failed"));
        words.addClassNames("cd-callout", "cd-bad");
        result.add(words);
    }

    private void over() {
        progress.setVisible(false);
        check.setEnabled(true);
        result.removeAll();
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("books.title"));
    }
}
