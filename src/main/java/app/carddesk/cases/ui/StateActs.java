package app.carddesk.cases.ui;

import app.carddesk.cases.CaseRefusal;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.Moving;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.List;

/** The acts that move a case on. */
final class StateActs {

    private final CaseWork work;
    private final OpenCase open;

    StateActs(CaseWork work, OpenCase open) {
        this.work = work;
        this.open = open;
    }

    /** What can be done from a state; a case that waits for review is moved by its request alone. */
    Component[] from(CaseState state) {
        if (state == CaseState.WAITING_FOR_REVIEW) {
            return new Component[0];
        }
        if (state.isClosed()) {
            return new Component[] {new Button(Texts.t("cases.act.reopen"), event -> move(state, CaseState.OPEN))};
        }
        MenuBar wait = new MenuBar();
        MenuItem menu = wait.addItem(Texts.t("cases.act.move"));
        List.of(
                        CaseState.OPEN,
                        CaseState.WAITING_FOR_CUSTOMER,
                        CaseState.WAITING_FOR_RETAILER,
                        CaseState.CLOSED_WITHOUT_SOLUTION)
                .stream()
                .filter(to -> to != state)
                .forEach(to -> menu.getSubMenu().addItem(Texts.of(to), event -> move(state, to)));
        return new Component[] {wait, new Button(Texts.t("cases.act.solve"), event -> move(state, CaseState.SOLVED))};
    }

    /** Closes the case as solved. */
    void solve() {
        move(open.contents().dossier().summary().state(), CaseState.SOLVED);
    }

    private void move(CaseState seen, CaseState to) {
        switch (work.move(open.id(), seen, to)) {
            case Moving.Moved moved -> Toasts.success(Texts.t("cases.moved", Texts.of(moved.to())));
            case Moving.Stale stale -> Toasts.failure(Texts.t("cases.moved.before", Texts.of(stale.current())));
            case Moving.OwnCase _ -> Toasts.failure(Texts.of(CaseRefusal.OWN_CASE));
            case Moving.NotAllowed _ -> Toasts.failure(Texts.t("cases.moved.not"));
        }
        open.refresh();
    }
}
