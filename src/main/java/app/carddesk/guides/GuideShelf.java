package app.carddesk.guides;

import app.carddesk.shared.Language;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * All guides as they stand now, with their index. Both are made anew when somebody wrote a version, on whichever node
 * that was.
 */
@Component
class GuideShelf {

    private final ShippedGuides shipped;
    private final GuideVersions versions;
    private volatile Filled filled;

    GuideShelf(ShippedGuides shipped, GuideVersions versions) {
        this.shipped = shipped;
        this.versions = versions;
        this.filled = new Filled(-1, Map.of(), new GuideIndex(List.of()));
    }

    /**
     * @param stamp how many versions there were
     */
    record Filled(int stamp, Map<GuideSubject, Map<Language, Guide>> guides, GuideIndex index) {

        Guide guide(GuideSubject subject, Language language) {
            Map<Language, Guide> languages = guides.get(subject);
            Guide guide = languages == null ? null : languages.get(language);
            if (guide == null) {
                throw new IllegalArgumentException("No guide about " + subject);
            }
            return guide;
        }
    }

    Filled now() {
        int stamp = versions.count();
        Filled known = filled;
        return known.stamp() == stamp ? known : fill(stamp);
    }

    private synchronized Filled fill(int stamp) {
        if (filled.stamp() != stamp) {
            Map<GuideSubject, Map<Language, Guide>> guides = new LinkedHashMap<>();
            for (GuideSubject subject : GuideSubject.all()) {
                Map<Language, Guide> languages = new EnumMap<>(Language.class);
                for (Language language : Language.values()) {
                    languages.put(language, new Guide(subject, language, shipped.text(subject, language), 0));
                }
                guides.put(subject, languages);
            }
            versions.latest()
                    .forEach(row -> GuideSubject.ofSlug(row.slug()).ifPresent(subject -> {
                        GuideText text = row.text() == null ? shipped.text(subject, row.language()) : row.text();
                        Map<Language, Guide> languages = guides.get(subject);
                        if (languages != null) {
                            languages.put(row.language(), new Guide(subject, row.language(), text, row.number()));
                        }
                    }));
            List<Guide> all = guides.values().stream()
                    .flatMap(languages -> languages.values().stream())
                    .toList();
            filled = new Filled(stamp, guides, new GuideIndex(all));
        }
        return filled;
    }
}
