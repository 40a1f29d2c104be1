package app.carddesk.guides;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForSupervisors;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import app.carddesk.shared.RedemptionCodes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes guides. Every text that ever stood in one is kept and can be brought back. */
@Service
@ForSupervisors
@Transactional
public class GuideEditing {

    private final ShippedGuides shipped;
    private final GuideVersions versions;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    GuideEditing(
            ShippedGuides shipped,
            GuideVersions versions,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.shipped = shipped;
        this.versions = versions;
        this.person = person;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every version, newest first; the text that came with Carddesk is the last. */
    @Transactional(readOnly = true)
    public List<GuideVersion> history(GuideSubject subject, Language language) {
        GuideText original = shipped.text(subject, language);
        return Stream.concat(
                        versions.of(subject, language).stream()
                                .map(row -> new GuideVersion(
                                        row.number(),
                                        row.text() == null ? original : row.text(),
                                        row.text() == null,
                                        row.restoredFrom(),
                                        row.at(),
                                        row.by())),
                        Stream.of(new GuideVersion(0, original, true, null, null, null)))
                .toList();
    }

    /** What is wrong with a text, or empty if it can be kept. */
    @Transactional(readOnly = true)
    public Optional<GuideFault> fault(GuideText text, Language language) {
        return Optional.ofNullable(firstFault(text.stripped(), language));
    }

    /**
     * Writes a new version.
     *
     * @param seen the version the person began from
     */
    public GuideSaving save(GuideSubject subject, Language language, int seen, GuideText text) {
        GuideText stripped = text.stripped();
        GuideFault fault = firstFault(stripped, language);
        return fault == null ? write(subject, language, seen, stripped, null) : new GuideSaving.Refused(fault);
    }

    /**
     * Brings an earlier text back, as a new version. From then on a guide that returned to the text that came with
     * Carddesk follows that text when Carddesk is updated.
     *
     * @param seen the version the person began from
     * @param version the one to bring back, 0 for the text that came with Carddesk
     */
    public GuideSaving restore(GuideSubject subject, Language language, int seen, int version) {
        GuideVersion earlier = history(subject, language).stream()
                .filter(one -> one.number() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No version " + version));
        return write(subject, language, seen, earlier.asShipped() ? null : earlier.text(), version);
    }

    private GuideSaving write(
            GuideSubject subject, Language language, int seen, @Nullable GuideText text, @Nullable Integer restored) {
        GuideVersion newest = history(subject, language).getFirst();
        if (newest.number() != seen) {
            return new GuideSaving.Stale(newest);
        }
        GuideVersions.Row row =
                new GuideVersions.Row(subject.slug(), language, seen + 1, text, restored, clock.instant(), person.id());
        if (!versions.add(ids.next(), row)) {
            return new GuideSaving.Stale(history(subject, language).getFirst());
        }
        events.publishEvent(new GuideChanged(subject, language, row.number(), restored));
        GuideText now = text == null ? shipped.text(subject, language) : text;
        return new GuideSaving.Saved(new Guide(subject, language, now, row.number()));
    }

    private static @Nullable GuideFault firstFault(GuideText text, Language language) {
        if (text.title().isEmpty()) {
            return GuideFault.TITLE_MISSING;
        }
        if (text.summary().isEmpty()) {
            return GuideFault.SUMMARY_MISSING;
        }
        if (text.body().isEmpty()) {
            return GuideFault.BODY_MISSING;
        }
        if (text.title().length() > GuideText.LONGEST_TITLE
                || text.summary().length() > GuideText.LONGEST_SUMMARY
                || text.keywords().length() > GuideText.LONGEST_KEYWORDS
                || text.body().length() > GuideText.LONGEST_BODY) {
            return GuideFault.TOO_LONG;
        }
        if (Stream.of(text.title(), text.summary(), text.keywords(), text.body())
                .anyMatch(RedemptionCodes::containsCode)) {
            return GuideFault.HOLDS_CODE;
        }
        if (GuideMarkdown.forCustomer(text.body(), language).isEmpty()) {
            return GuideFault.NO_CUSTOMER_PART;
        }
        return GuideMarkdown.deadLinks(text.body()).isEmpty() ? null : GuideFault.DEAD_LINK;
    }
}
