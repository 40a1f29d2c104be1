package app.carddesk.cards;

import app.carddesk.shared.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a serial beginning with {@code prefix} tells: where it stands on the back, and where the redemption code is
 * hidden. The articles give prefixes but no measures, so formats are configuration and the drawing is schematic.
 *
 * @param key names the format in the configuration
 * @param prefix what the serial begins with
 * @param regions where such cards are sold, or empty if the prefix does not tell
 * @param serial where the serial stands, in hundredths of the back's width and height
 * @param code where the redemption code is hidden, in the same measure
 * @param blackBox whether a black box surrounds the code, which is what lets a camera read it
 * @param question names what to ask because the prefix alone does not tell the region, or null
 */
public record CardFormat(
        String key,
        String prefix,
        List<Region> regions,
        Spot serial,
        Spot code,
        boolean blackBox,
        @Nullable String question) {

    public CardFormat {
        regions = List.copyOf(regions);
    }

    /** A rectangle on the back, in hundredths of its width and height. */
    public record Spot(int left, int top, int width, int height) {

        /** @throws IllegalArgumentException if it reaches over the edge */
        public Spot {
            if (left < 0 || top < 0 || width < 1 || height < 1 || left + width > 100 || top + height > 100) {
                throw new IllegalArgumentException("A spot on a card stays between 0 and 100");
            }
        }
    }
}
