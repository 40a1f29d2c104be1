package app.carddesk.evidence.pictures;

import java.time.Duration;

/**
 * How far the drawing of one file may go.
 *
 * @param maxPixels the most pixels of one picture, read from its header before anything is decoded
 * @param time how long one step of the work on a file may take: opening it, or drawing one page
 * @param parallel how many files are worked on at once
 * @param maxPages the most pages of one document
 */
public record DrawingLimits(long maxPixels, Duration time, int parallel, int maxPages) {

    /** With the usual number of pages. */
    public DrawingLimits(long maxPixels, Duration time, int parallel) {
        this(maxPixels, time, parallel, 20);
    }
}
