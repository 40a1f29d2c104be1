package app.carddesk.shared.ui;

import app.carddesk.shared.DatabaseAvailability;
import app.carddesk.shared.DatabaseAway;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a person did that could not be saved because the database does not answer. It stays where it was typed, is marked,
 * and is done again as soon as the database is back.
 */
public final class Unsaved {

    private static final long SOON_SECONDS = 3;

    private final DatabaseAvailability database;
    private final Runnable marked;
    private @Nullable Runnable waiting;
    private @Nullable Object latest;

    /**
     * @param at where it was typed; once that is gone nothing is done any more
     * @param marked tells the person that it is not saved yet
     */
    public Unsaved(Component at, DatabaseAvailability database, Runnable marked) {
        this.database = database;
        this.marked = marked;
        at.addDetachListener(gone -> forget());
    }

    /**
     * Does something that changes nothing when it is done twice; if the database does not answer, once more when it does.
     * The latest act replaces one that still waits.
     */
    public void attempt(Runnable act) {
        try {
            act.run();
            forget();
        } catch (RuntimeException failed) {
            if (!DatabaseAway.isBehind(failed)) {
                throw failed;
            }
            marked.run();
            await(act);
        }
    }

    /** Whether something waits. */
    public boolean isWaiting() {
        return waiting != null;
    }

    private void await(Runnable act) {
        forget();
        UI ui = UI.getCurrent();
        Object turn = new Object();
        Runnable again = ui.accessLater(() -> again(turn, act), () -> {});
        latest = turn;
        waiting = database.listen(available -> again.run());
        // A connection that broke for a moment is no database that is away: nobody would tell that it is back.
        CompletableFuture.delayedExecutor(SOON_SECONDS, TimeUnit.SECONDS).execute(again);
    }

    private void again(Object turn, Runnable act) {
        if (turn.equals(latest) && waiting != null && database.isAvailable()) {
            attempt(act);
        }
    }

    private void forget() {
        if (waiting != null) {
            waiting.run();
            waiting = null;
        }
    }
}
