package app.carddesk.guides;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.Language;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote a guide, or brought an earlier text back. Published in the transaction of the act.
 *
 * @param version the version it has now
 * @param restored the version whose text was brought back, 0 for what came with Carddesk; null if it was written
 */
record GuideChanged(
        GuideSubject subject,
        Language language,
        int version,
        @Nullable Integer restored) implements AuditedEvent {

    static UUID id(GuideSubject subject, Language language) {
        return UUID.nameUUIDFromBytes(("guide:" + name(subject, language)).getBytes(StandardCharsets.UTF_8));
    }

    static String name(GuideSubject subject, Language language) {
        return subject.slug() + "." + language.locale().getLanguage();
    }

    @Override
    public String act() {
        return restored == null ? "guide.written" : "guide.restored";
    }

    @Override
    public String subjectKind() {
        return "guide";
    }

    @Override
    public UUID subjectId() {
        return id(subject, language);
    }

    @Override
    public String before() {
        return String.valueOf(version - 1);
    }

    @Override
    public String after() {
        return restored == null ? String.valueOf(version) : version + "=" + restored;
    }
}
