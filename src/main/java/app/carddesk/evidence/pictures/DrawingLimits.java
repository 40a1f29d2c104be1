package app.carddesk.evidence.pictures;

import java.time.Duration;

/**
 * How far the drawing of one file may go.
 *
 * @param maxPixels the most pixels of one picture, read from its header before anything is decoded
 * @param time how long one file may take
 * @param parallel how many files are worked on at once
 */
public record DrawingLimits(long maxPixels, Duration time, int parallel) {}
