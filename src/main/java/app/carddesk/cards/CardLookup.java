package app.carddesk.cards;

import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Region;
import app.carddesk.shared.Worth;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds cards from what a customer reads out: exact, then by beginning, then through look-alike characters. */
@Service
public class CardLookup {

    /** The most hits on one page. */
    public static final int PAGE = 50;

    CardLookup() {}

    /**
     * The first page of hits for what was typed. Case, blanks and dashes are ignored. A value that begins like a
     * redemption code finds nothing.
     */
    public Page find(String typed) {
        throw new UnsupportedOperationException();
    }

    /** The page after {@code cursor}. */
    public Page find(String typed, Cursor cursor) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param next where the next page begins, or null if this is the last
     */
    public record Page(List<Hit> hits, @Nullable Cursor next) {}

    /** Where a page begins: after this serial, within this kind of match. */
    public record Cursor(Match match, String after) {}

    /**
     * @param differing the positions, counted from 0, where the serial differs from what was typed
     */
    public record Hit(
            Serial serial,
            CardKind kind,
            Region soldIn,
            @Nullable String retailer,
            CardState state,
            Worth balance,
            @Nullable LocalDate expiry,
            Match match,
            Set<Integer> differing) {}

    /** How a hit matches, best first. */
    public enum Match {
        EXACT,
        BEGINNING,
        LOOK_ALIKE
    }
}
