package app.carddesk.evidence;

/**
 * A copy of a page to be kept outside.
 *
 * @param fileName speaking and neutral: ASCII letters, digits, dashes and the ending
 * @param content a JPEG
 */
public record Download(String fileName, byte[] content) {}
