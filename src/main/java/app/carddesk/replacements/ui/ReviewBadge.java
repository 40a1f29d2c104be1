package app.carddesk.replacements.ui;

import app.carddesk.replacements.ReviewQueue;
import app.carddesk.shared.ui.MenuBadge;
import com.vaadin.flow.component.Component;

/** Beside the menu entry of the review: how many requests the person signed in can decide on. */
@org.springframework.stereotype.Component
class ReviewBadge implements MenuBadge {

    private final ReviewQueue queue;

    ReviewBadge(ReviewQueue queue) {
        this.queue = queue;
    }

    @Override
    public Class<? extends Component> view() {
        return ReviewView.class;
    }

    @Override
    public int count() {
        return queue.countToDecide();
    }
}
