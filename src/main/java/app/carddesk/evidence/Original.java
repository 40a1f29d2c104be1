package app.carddesk.evidence;

/**
 * A file as it was given.
 *
 * @param fileName fit to be shown, and to be offered as the name under which to save it
 */
public record Original(String fileName, byte[] content) {}
