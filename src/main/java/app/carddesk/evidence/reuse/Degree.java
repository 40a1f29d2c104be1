package app.carddesk.evidence.reuse;

/** How much two pictures are one. */
public enum Degree {
    /** The same file, or the same copy to the byte. */
    SAME,
    /** One was cut, turned, made smaller or written anew from the other. */
    NEARLY
}
