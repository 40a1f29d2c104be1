package app.carddesk.replacements.ui;

import app.carddesk.replacements.Handled;
import app.carddesk.shared.ui.Toasts;

/** Says what came of an act. */
final class Answers {

    private Answers() {}

    /**
     * @param then what is drawn anew when the act was done
     * @return whether it was done
     */
    static boolean tell(Handled handled, Runnable then) {
        return switch (handled) {
            case Handled.Done done -> {
                Toasts.success(RequestTexts.reached(done.reached()));
                then.run();
                yield true;
            }
            case Handled.Refused refused -> {
                Toasts.failure(RequestTexts.of(refused.why()));
                yield false;
            }
        };
    }
}
