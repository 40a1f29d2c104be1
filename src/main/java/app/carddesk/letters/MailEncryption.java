package app.carddesk.letters;

/** Whether mail leaves encrypted. */
enum MailEncryption {
    /** A server that offers no encryption gets nothing. */
    DEMANDED,
    /** Where the server offers it. Whoever stands between can make it offer none. */
    OFFERED,
    /** In the clear. */
    OFF
}
