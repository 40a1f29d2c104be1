package app.carddesk.guides;

import java.util.Arrays;
import java.util.List;

/**
 * A guide in one language.
 *
 * @param summary one line
 * @param keywords what people search for who mean this guide, separated by commas
 * @param body Markdown; the section under {@link GuideMarkdown#customerHeading} is what the customer may read
 */
public record GuideText(String title, String summary, String keywords, String body) {

    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_SUMMARY = 240;
    public static final int LONGEST_KEYWORDS = 600;
    public static final int LONGEST_BODY = 6000;

    public List<String> keywordList() {
        return Arrays.stream(keywords.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    GuideText stripped() {
        return new GuideText(title.strip(), summary.strip(), keywords.strip(), body.strip());
    }
}
