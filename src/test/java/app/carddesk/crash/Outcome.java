package app.carddesk.crash;

import java.util.List;

/**
 * What was left of an act that was killed.
 *
 * @param step where the blow fell
 * @param left what there was of the act after the restart
 * @param findings everything that was not as it should be; nothing, if all is well
 */
public record Outcome(Deed deed, Blow blow, String step, Left left, List<String> findings) {

    /** What there was of an act. */
    public enum Left {
        COMMITTED,
        NOT_BEGUN,
        HALF
    }
}
