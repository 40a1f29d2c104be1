package app.carddesk.shell;

import app.carddesk.shared.DatabaseAvailability;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;

/** Says across every screen, as long as that is so, that the database does not answer and what becomes of what is typed. */
class AwayNotice extends Composite<Div> {

    private final DatabaseAvailability database;
    private Runnable deaf = () -> {};

    AwayNotice(DatabaseAvailability database) {
        this.database = database;
        getContent().addClassNames("cd-callout", "cd-warn", "cd-away");
        getContent().getElement().setAttribute("role", "alert");
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Runnable show = event.getUI().accessLater(this::show, () -> {});
        deaf = database.listen(available -> show.run());
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        deaf.run();
    }

    private void show() {
        boolean away = !database.isAvailable();
        getContent().setText(away ? Texts.t("shell.database.away") : "");
        getContent().setVisible(away);
    }
}
