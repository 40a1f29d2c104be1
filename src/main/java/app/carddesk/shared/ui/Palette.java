package app.carddesk.shared.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command palette asks every module what it has for what was typed. Each kind of thing is a bean that implements
 * {@link Source}, in the order in which their groups are shown.
 */
public final class Palette {

    /** The most lines of one group. */
    public static final int MOST = 6;

    private Palette() {}

    /** A group of what can be found or done. */
    public interface Source {

        /** The key of the group's heading. */
        String heading();

        /**
         * What suits, best first, at most {@link #MOST}; for blank text what the person probably wants. What the person
         * signed in may not use is not named.
         *
         * @param typed never anything that looks like a redemption code
         */
        List<Line> find(String typed);
    }

    /**
     * One line.
     *
     * @param about a few words more, if any
     * @param act what happens when it is chosen
     */
    public record Line(String words, @Nullable String about, Runnable act) {

        /** A line that leads to a screen. */
        public static Line to(String words, @Nullable String about, String address) {
            return new Line(words, about, () -> UI.getCurrent().navigate(address));
        }
    }

    /** Whether one of these words begins with what was typed, whatever the case; blank text suits everything. */
    public static boolean suits(String typed, String words) {
        String wanted = typed.strip().toLowerCase(UI.getCurrent().getLocale());
        String all = words.toLowerCase(UI.getCurrent().getLocale());
        return all.startsWith(wanted) || all.contains(" " + wanted);
    }
}
