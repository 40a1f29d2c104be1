package app.carddesk.evidence;

import app.carddesk.evidence.reading.PageReading;

/**
 * What is kept of one page of a file that was given: a copy drawn anew, upright, without a trace of its metadata.
 *
 * @param number counted from 1
 * @param width the width of the copy in pixels
 * @param copy the copy, a JPEG
 * @param thumbnail the same, smaller
 * @param reading what was read on it
 */
record CleanPage(int number, int width, int height, byte[] copy, byte[] thumbnail, PageReading reading) {

    long bytes() {
        return (long) copy.length + thumbnail.length;
    }

    /** Whether a redemption code was covered on it; the file it is from is never kept then. */
    boolean codeSeen() {
        return !reading.covered().isEmpty();
    }
}
