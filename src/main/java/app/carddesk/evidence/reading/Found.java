package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;

/**
 * A value read on a page.
 *
 * @param value in its canonical form
 * @param source what it was read from
 * @param area where it stands
 */
public record Found(String value, Source source, PageArea area) {

    /** What a value was read from. */
    public enum Source {
        BARCODE,
        TEXT
    }
}
