package app.carddesk.letters;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a reply, and what became of it.
 *
 * @param name as it came, fit to be shown; empty where it had none
 * @param typeKey the translation key of what it really is, where that is why it was not taken
 */
public record ReplyFile(String name, State state, @Nullable String typeKey) {

    /** What became of a file. */
    public enum State {
        /** It was not looked at yet; giving the mail once more goes on with it. */
        PENDING,
        TAKEN,
        /** The very same file is among the proofs of the case. */
        ALREADY_THERE,
        /** So small that it is part of a signature, or counts who opens the mail. */
        SMALL_PICTURE,
        /** Neither a picture nor a PDF. */
        OTHER_TYPE,
        TOO_LARGE,
        NOT_DRAWN,
        CASE_FULL,
        PERSON_FULL,
        INFECTED,
        SCANNER_DOWN,
        STORE_DOWN,
        /** It is coded wrongly. */
        BROKEN,
        CLOSED
    }

    /** Nothing personal, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "ReplyFile[" + state + "]";
    }
}
