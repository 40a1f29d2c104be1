package app.carddesk.access;

/** The names of the roles, for the annotations on views. */
public final class Roles {

    public static final String AGENT = "AGENT";
    public static final String SUPERVISOR = "SUPERVISOR";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private Roles() {}
}
