package app.carddesk.letters;

/** What can be done with a letter, as the case's timeline and the audit trail name it. */
enum LetterAct {
    /** By Carddesk itself, in the transaction of what it tells of. */
    QUEUED("queued"),
    WRITTEN("written"),
    WRITTEN_EDITED("writtenEdited"),
    PRINTED("printed"),
    AGAIN("again"),
    SENT("sent"),
    FAILED("failed"),
    BOUNCED("bounced"),
    RETRIED("retried"),
    DOWNLOADED("downloaded");

    private final String key;

    LetterAct(String key) {
        this.key = "letter." + key;
    }

    /** The act's name; the timeline's words stand under {@code timeline.} and it. */
    String key() {
        return key;
    }
}
