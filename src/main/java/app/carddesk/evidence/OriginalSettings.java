package app.carddesk.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether files are kept as they were given, by configuration under {@code carddesk.evidence}.
 *
 * @param keepOriginals whether they are, beside their clean copies, while their case is open, if they could be read and no redemption
 *     code was recognised in them
 */
@ConfigurationProperties("carddesk.evidence")
record OriginalSettings(@DefaultValue("false") boolean keepOriginals) {

    /** Whether the file is kept as it was given of which these pages were drawn. */
    boolean keeps(Iterable<CleanPage> pages) {
        boolean keeps = keepOriginals;
        for (CleanPage page : pages) {
            keeps = keeps && !page.codeSeen() && page.reading().isWhole();
        }
        return keeps;
    }
}
