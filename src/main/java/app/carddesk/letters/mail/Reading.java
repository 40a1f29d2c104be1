package app.carddesk.letters.mail;

/** What came of reading a mail. */
public sealed interface Reading {

    record Read(IncomingMail mail) implements Reading {}

    /** It is no mail, or its structure cannot be followed. */
    record Broken() implements Reading {}

    /** More bytes than are taken. */
    record TooLarge() implements Reading {}

    /** More headers, parts or levels than any honest mail has. */
    record TooComplex() implements Reading {}
}
