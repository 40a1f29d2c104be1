package app.carddesk.access;

/** How the screens look. */
public enum Theme {
    /** As the person's device has it. */
    SYSTEM,
    LIGHT,
    DARK
}
