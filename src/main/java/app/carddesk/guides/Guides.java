package app.carddesk.guides;

import app.carddesk.access.ForEveryone;
import app.carddesk.shared.Language;
import app.carddesk.shared.RedemptionCodes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The guides as they stand, for everyone who works here. */
@Service
@ForEveryone
@Transactional(readOnly = true)
public class Guides {

    /** The longest question that is looked into, in characters. */
    public static final int LONGEST_QUESTION = 200;

    private static final int MOST_HITS = 20;

    private final GuideShelf shelf;

    Guides(GuideShelf shelf) {
        this.shelf = shelf;
    }

    /** All guides in one language, in their order. */
    public List<Guide> all(Language language) {
        GuideShelf.Filled now = shelf.now();
        return GuideSubject.all().stream()
                .map(subject -> now.guide(subject, language))
                .toList();
    }

    public Guide read(GuideSubject subject, Language language) {
        return shelf.now().guide(subject, language);
    }

    /** The guide with this address. */
    public Optional<Guide> find(String slug, Language language) {
        return GuideSubject.ofSlug(slug).map(subject -> read(subject, language));
    }

    /** These guides, each once, in the order asked for. */
    public List<Guide> about(Collection<GuideSubject> subjects, Language language) {
        GuideShelf.Filled now = shelf.now();
        return subjects.stream()
                .distinct()
                .map(subject -> now.guide(subject, language))
                .toList();
    }

    /**
     * Searches the guides of all languages; a redemption code is not searched for.
     *
     * @param reader the language in which what was found is shown
     */
    public List<GuideHit> search(String text, Language reader) {
        if (text.isBlank() || text.length() > LONGEST_QUESTION || RedemptionCodes.containsCode(text)) {
            return List.of();
        }
        GuideShelf.Filled now = shelf.now();
        return now.index().find(text, reader, MOST_HITS).stream()
                .flatMap(found ->
                        GuideSubject.ofSlug(found.slug())
                                .map(subject -> new GuideHit(now.guide(subject, reader), found.match()))
                                .stream())
                .toList();
    }

    /** The topics of inquiries whose guides answer a question, the best first; all of them if nothing is asked. */
    public List<InquiryTopic> topics(String text, Language reader) {
        return text.isBlank()
                ? List.of(InquiryTopic.values())
                : search(text, reader).stream()
                        .map(hit -> hit.guide().subject())
                        .filter(GuideSubject.OfTopic.class::isInstance)
                        .map(subject -> ((GuideSubject.OfTopic) subject).topic())
                        .toList();
    }
}
