package app.carddesk.evidence.pictures;

/**
 * A file being drawn, page by page. It holds one of the bench's places until it is closed, and at most one page in
 * memory. Every method takes time: never call one while holding a user interface or a transaction.
 */
public interface Drawing extends AutoCloseable {

    /** How many pages there are; 1 for a picture. */
    int pages();

    /**
     * A first look at the first page as soon as it can be had: a JPEG so small that no redemption code can be read on
     * it, for whoever waits. It is never kept.
     *
     * @throws UndrawableException if the page cannot be drawn
     */
    byte[] firstLook() throws UndrawableException;

    /**
     * Draws a page.
     *
     * @param number from 1 to {@link #pages()}
     * @throws UndrawableException if it cannot be drawn
     */
    DrawnPage page(int number) throws UndrawableException;

    @Override
    void close();
}
