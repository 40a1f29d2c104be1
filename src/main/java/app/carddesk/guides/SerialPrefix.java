package app.carddesk.guides;

/** What serial numbers begin with, as the support articles show it. */
public enum SerialPrefix {
    GCA("GCA"),
    SIXTY("60"),
    PBH("PBH"),
    EPY("EPY");

    private final String text;

    SerialPrefix(String text) {
        this.text = text;
    }

    /** As it is printed. */
    public String text() {
        return text;
    }
}
