package app.carddesk.crash;

/** What can be planted to see that it is found. */
public enum Fault {
    /** An act commits once in its midst, right after money was moved. */
    ACT_IN_TWO_TRANSACTIONS,
    /** What is committed reaches the disk a minute later; H2 by default lets it wait for half a second. */
    COMMITS_WRITTEN_LATER;

    /** What the victim is told. */
    String command() {
        return "plant " + this;
    }
}
