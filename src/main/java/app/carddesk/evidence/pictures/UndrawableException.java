package app.carddesk.evidence.pictures;

/** No picture can be drawn of a file. */
public final class UndrawableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Undrawable why;

    public UndrawableException(Undrawable why) {
        super(why.toString());
        this.why = why;
    }

    public Undrawable why() {
        return why;
    }
}
