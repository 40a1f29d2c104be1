package app.carddesk.access;

/** How much the screens show at once. */
public enum Density {
    COMFORTABLE,
    /** Smaller letters and less air, for large lists and small screens. */
    COMPACT
}
