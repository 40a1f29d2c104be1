package app.carddesk.audit;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it was written.
 *
 * @param stream the chain it is in; null for what concerns anchors
 * @param first and last place in the chain, or the first and last number of anchors
 */
public record Finding(Kind kind, @Nullable String stream, long first, long last) {

    /** What is wrong. */
    public enum Kind {
        /** Its content is not what was written, or it was written by somebody else. */
        EVENT_CHANGED,
        /** It was written at another place of its chain, which {@code last} names. */
        EVENT_MOVED,
        /** It stands behind the chain's end, and Carddesk did not write it. */
        EVENT_ADDED,
        /** Events between others are gone. */
        EVENTS_MISSING,
        /** The events at the end of a chain are gone. */
        STREAM_CUT,
        /** A whole chain is gone. */
        STREAM_MISSING,
        /** Both events are whole, but one does not follow the other. */
        LINK_BROKEN,
        /** An anchor fixed another event at this place. */
        EVENT_REPLACED,
        /** A personal value that belongs to the event was changed, added or taken away. */
        PERSONAL_CHANGED,
        /** What is noted as the end of the chain is not its end. */
        HEAD_CHANGED,
        /** An anchor is not what was written. */
        ANCHOR_CHANGED,
        /** Anchors are gone. */
        ANCHORS_MISSING,
        /** A line of the file outside the database is not what was written. */
        OUTSIDE_CHANGED
    }
}
