package app.carddesk.evidence;

/**
 * What is kept of a picture that was given: a copy drawn anew, upright, without a trace of its metadata.
 *
 * @param width the width of the copy in pixels
 * @param copy the copy, a JPEG whose longer edge is at most {@value Pictures#LONG_EDGE} pixels
 * @param thumbnail the same at most {@value Pictures#THUMBNAIL_EDGE} pixels long
 */
record CleanPicture(int width, int height, byte[] copy, byte[] thumbnail) {

    long bytes() {
        return (long) copy.length + thumbnail.length;
    }
}
