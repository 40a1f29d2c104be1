package app.carddesk.access;

/** What a person works on. One person can hold several. */
public enum Role {
    /** Works with one customer at a time. */
    AGENT,
    /** Decides what agents request, and sees what was issued without a decision. */
    SUPERVISOR,
    /** Runs the installation; never replacements. */
    ADMINISTRATOR;

    /** The authority Spring Security knows this role by. */
    String authority() {
        return "ROLE_" + name();
    }
}
