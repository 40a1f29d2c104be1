package app.carddesk.evidence;

import java.util.Optional;

/** What evidence asks of the module that knows the formats of serial numbers. */
public interface SerialNumbers {

    /**
     * The serial number that a piece of print, or the content of a bar code, has the form of: upper case, without blanks
     * and dashes, and with a beginning that was misread put right. Empty if no card has such a number. Whether the
     * register knows it is another question, which is asked of what was found when somebody looks at it. Called on any
     * thread, with nobody signed in.
     */
    Optional<String> of(String text);
}
