package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.cards.Corrections;
import app.carddesk.replacements.ReviewQueue;
import app.carddesk.shared.ui.MenuBadge;
import com.vaadin.flow.component.Component;
import java.util.List;

/** Beside the menu entry of the review: how many requests and corrections of every kind wait for the person signed in. */
@org.springframework.stereotype.Component
class ReviewBadge implements MenuBadge {

    private final ReviewQueue queue;
    private final Corrections corrections;
    private final List<ReviewSection> sections;
    private final CurrentPerson person;

    ReviewBadge(ReviewQueue queue, Corrections corrections, List<ReviewSection> sections, CurrentPerson person) {
        this.queue = queue;
        this.corrections = corrections;
        this.sections = sections;
        this.person = person;
    }

    @Override
    public Class<? extends Component> view() {
        return ReviewView.class;
    }

    @Override
    public int count() {
        int requests = queue.countToDecide();
        return person.has(Role.SUPERVISOR)
                ? requests
                        + corrections.countToConfirm()
                        + sections.stream().mapToInt(ReviewSection::count).sum()
                : requests;
    }
}
