package app.carddesk.guides;

import app.carddesk.shared.Language;

/**
 * A guide as it stands in one language.
 *
 * @param version how often it was edited here; 0 as it came with Carddesk
 */
public record Guide(GuideSubject subject, Language language, GuideText text, int version) {

    public String slug() {
        return subject.slug();
    }

    /** What the customer may be given, as plain text. */
    public String forCustomer() {
        return GuideMarkdown.forCustomer(text.body(), language);
    }
}
