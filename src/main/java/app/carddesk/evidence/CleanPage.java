package app.carddesk.evidence;

/**
 * What is kept of one page of a file that was given: a copy drawn anew, upright, without a trace of its metadata.
 *
 * @param number counted from 1
 * @param width the width of the copy in pixels
 * @param copy the copy, a JPEG
 * @param thumbnail the same, smaller
 * @param codeSeen whether a redemption code was recognised on the page; the file it is from is never kept then
 */
record CleanPage(int number, int width, int height, byte[] copy, byte[] thumbnail, boolean codeSeen) {

    long bytes() {
        return (long) copy.length + thumbnail.length;
    }
}
