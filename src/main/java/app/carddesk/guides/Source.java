package app.carddesk.guides;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the facts of a guide come from.
 *
 * @param section of the terms; 0 for the other documents
 */
public record Source(SourceDocument document, int section) {

    static List<Source> articles() {
        return List.of(new Source(SourceDocument.ARTICLE_SE, 0), new Source(SourceDocument.ARTICLE_NO, 0));
    }

    static List<Source> billingPage() {
        return List.of(new Source(SourceDocument.BILLING_PAGE, 0));
    }

    static List<Source> terms(int... sections) {
        return IntStream.of(sections)
                .mapToObj(section -> new Source(SourceDocument.TERMS, section))
                .toList();
    }
}
