package app.carddesk.letters;

/** What is wrong with how mail is set up, so that no mail at all leaves. */
public enum MailTrouble {
    /** No machine has the name of the mail server. */
    UNKNOWN_HOST,
    /** The mail server's certificate is not trusted, or names another. */
    CERTIFICATE,
    /** The mail server offers no encryption where it is demanded. */
    NO_STARTTLS,
    /** The mail server does not accept Carddesk's user name and password. */
    SIGN_IN,
    /** The mail server wants to know who sends, or encryption first. */
    SIGN_IN_NEEDED,
    /** The mail server does not accept whom mail comes from. */
    SENDER_REFUSED,
    /** The mail server turns Carddesk away at once. */
    NOT_WELCOME
}
