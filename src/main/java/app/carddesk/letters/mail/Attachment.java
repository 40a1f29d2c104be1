package app.carddesk.letters.mail;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that came with a mail.
 *
 * @param name fit to be shown; empty where it has none
 * @param inline whether it stands in the text, as pictures of signatures do
 * @param mail whether it is a mail itself, which is never opened
 */
public record Attachment(String name, boolean inline, boolean mail, Content content) {

    /** Its bytes, decoded as they are read. */
    @FunctionalInterface
    public interface Content {

        /** @throws IOException if it is coded in no known way; also while it is read, if it is coded wrongly */
        InputStream open() throws IOException;
    }

    /** Nothing personal, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "Attachment[inline=" + inline + ", mail=" + mail + "]";
    }
}
