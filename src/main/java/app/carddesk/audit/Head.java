package app.carddesk.audit;

/**
 * The last link of a chain at some moment.
 *
 * @param sequence its place, counted from 1
 */
record Head(String stream, long sequence, byte[] hash) {}
