package app.carddesk.guides;

import app.carddesk.shared.Language;

/**
 * A guide that was found.
 *
 * @param guide in the reader's language
 * @param matched where the words were found, which may be another language
 */
public record GuideHit(Guide guide, Match matched) {

    /**
     * What matched, with what stands around it.
     *
     * @param before the text before the match
     * @param words the text that matched, as it is written there
     * @param after the text behind the match
     */
    public record Match(Language language, GuideField field, String before, String words, String after) {}
}
