package app.carddesk.evidence.pictures;

/** A word on a page and where it stands. */
public record Word(String text, PageArea area) {}
