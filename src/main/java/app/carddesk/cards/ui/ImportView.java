package app.carddesk.cards.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.access.Roles;
import app.carddesk.cards.CardImports;
import app.carddesk.cards.CardImports.Receiving;
import app.carddesk.cards.ImportConfirmations;
import app.carddesk.cards.ImportRun;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.Watching;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Imports of cards and of replacement stock: give a file, watch it, fetch what was refused. */
@Route("admin/cards")
@Menu(title = "cards.import.title", order = 72, icon = "vaadin:upload-alt")
@RolesAllowed(Roles.ADMINISTRATOR)
@StyleSheet("context://styles/cards.css")
public class ImportView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final CardImports imports;
    private final ImportConfirmations confirmations;
    private final CurrentPerson person;
    private final People people;
    private final Panel runs = new Panel(Texts.t("cards.import.runs"));

    ImportView(CardImports imports, ImportConfirmations confirmations, CurrentPerson person, People people) {
        this.imports = imports;
        this.confirmations = confirmations;
        this.person = person;
        this.people = people;
        addClassName("cd-page");
        Div stack = new Div(
                new Panel(Texts.t("cards.import.new"), new Paragraph(Texts.t("cards.import.new.words")), upload()),
                runs,
                new ImportHelp());
        stack.addClassName("cd-stack");
        add(new PageHeader(Texts.t("cards.import.title")).subtitle(Texts.t("cards.import.words")), stack);
        Watching.whileAttached(this, imports::listen, this::refresh);
    }

    private Upload upload() {
        Upload upload = new Upload(this::receive);
        upload.setAcceptedFileExtensions(".csv");
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(Texts.t("cards.import.choose")));
        upload.setDropLabel(new Span(Texts.t("cards.import.drop")));
        return upload;
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        Receiving came;
        try (InputStream content = event.getInputStream()) {
            came = imports.receive(event.getFileName(), content);
        }
        var _ = ui.access(() -> {
            switch (came) {
                case Receiving.Received received -> Toasts.success(Texts.t("cards.import.received"));
                case Receiving.TooLarge large ->
                    Toasts.failure(
                            Texts.t("cards.import.tooLarge", Formats.current().number(large.limit() / (1024 * 1024))));
            }
            refresh();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        List<ImportRun> recent = imports.recent();
        if (recent.isEmpty()) {
            runs.show(new EmptyState(Texts.t("cards.import.none"), Texts.t("cards.import.none.hint")));
            return;
        }
        runs.show(recent.stream()
                .map(run -> new ImportRunRow(run, people, imports, confirmations, person, this::refresh))
                .toArray(Component[]::new));
    }

    @Override
    public String getPageTitle() {
        return Texts.title(Texts.t("cards.import.title"));
    }
}
