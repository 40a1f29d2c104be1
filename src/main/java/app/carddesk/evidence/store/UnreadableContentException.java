package app.carddesk.evidence.store;

/** A content is in the store, or ought to be, and cannot be read. The message names its address and the reason. */
public final class UnreadableContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnreadableContentException(String message) {
        super(message);
    }

    /** The message, which is always there. */
    String told() {
        return String.valueOf(getMessage());
    }

    static UnreadableContentException damaged(String address) {
        return new UnreadableContentException("The content " + address + " in the evidence store is damaged");
    }

    static UnreadableContentException missing(String address) {
        return new UnreadableContentException("The content " + address + " is missing from the evidence store");
    }

    static UnreadableContentException withoutKey(String address, String keyId) {
        return new UnreadableContentException("The content " + address
                + " in the evidence store is sealed with the key " + keyId + ", which this installation does not have");
    }
}
