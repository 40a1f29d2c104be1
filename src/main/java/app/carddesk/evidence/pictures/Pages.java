package app.carddesk.evidence.pictures;

import java.io.IOException;

/**
 * Where the pages of one file come from. Its methods run on threads that may be given up and may end in anything,
 * {@link Error}s included; nothing but a {@link DecodeBench} calls them.
 */
interface Pages {

    /** Whatever must be done once, before the first page; how many pages there are. */
    int open() throws IOException, UndrawableException;

    /**
     * Draws a page upright.
     *
     * @param number counted from 1
     * @param longEdge the most pixels of its longer edge
     */
    DrawnPage draw(int number, int longEdge) throws IOException, UndrawableException;

    /** Makes whatever is running end soon. Called from another thread, once or more often. */
    void abort();

    /** Gives back what it holds, when nothing of it runs any more. */
    void close() throws IOException;
}
