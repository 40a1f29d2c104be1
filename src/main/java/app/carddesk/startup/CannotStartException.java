package app.carddesk.startup;

/** Carddesk cannot start, for a reason a person can mend; reported as a message and an action, without a stack trace. */
public class CannotStartException extends RuntimeException {

    private final String what;
    private final String action;

    /**
     * @param what what is wrong
     * @param action what to do about it
     */
    public CannotStartException(String what, String action) {
        super(what);
        this.what = what;
        this.action = action;
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    public String action() {
        return action;
    }
}
