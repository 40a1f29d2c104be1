package app.carddesk.evidence;

/** The two copies that are kept of a page. */
public enum PictureSize {
    /** As large as it is kept. */
    FULL("full", "copy"),
    THUMBNAIL("thumb", "thumbnail");

    private final String path;
    private final String column;

    PictureSize(String path, String column) {
        this.path = path;
        this.column = column;
    }

    /** How this size is called in addresses. */
    public String path() {
        return path;
    }

    String column() {
        return column;
    }
}
