package app.carddesk.replacements.ui;

import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.UUID;

/** Links to the review screens. */
public final class ReviewNavigation {

    /** The address of the queue, below the application's root. */
    public static final String QUEUE = "review";

    static final String REQUEST = "id";

    private ReviewNavigation() {}

    /** The address of the decision on a request, below the application's root. */
    public static String of(UUID request) {
        return QUEUE + "/" + request;
    }

    static RouterLink link(UUID request, String text) {
        return new RouterLink(text, RequestView.class, new RouteParameters(REQUEST, request.toString()));
    }

    static RouterLink toQueue() {
        return new RouterLink(Texts.t("replacements.toQueue"), ReviewView.class);
    }
}
