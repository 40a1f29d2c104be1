package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.cards.Corrections;
import app.carddesk.replacements.ReviewQueue;
import app.carddesk.shared.ui.MenuBadge;
import com.vaadin.flow.component.Component;

/** Beside the menu entry of the review: how many requests and corrections wait for the person signed in. */
@org.springframework.stereotype.Component
class ReviewBadge implements MenuBadge {

    private final ReviewQueue queue;
    private final Corrections corrections;
    private final CurrentPerson person;

    ReviewBadge(ReviewQueue queue, Corrections corrections, CurrentPerson person) {
        this.queue = queue;
        this.corrections = corrections;
        this.person = person;
    }

    @Override
    public Class<? extends Component> view() {
        return ReviewView.class;
    }

    @Override
    public int count() {
        return queue.countToDecide() + (person.has(Role.SUPERVISOR) ? corrections.countToConfirm() : 0);
    }
}
