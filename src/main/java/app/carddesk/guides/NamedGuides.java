package app.carddesk.guides;

import app.carddesk.shared.Language;
import app.carddesk.shared.NamedSubjects;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Guides by address and language, such as {@code terms-8.da}. */
@Component
class NamedGuides implements NamedSubjects {

    private final Map<UUID, String> names = new HashMap<>();

    NamedGuides() {
        for (GuideSubject subject : GuideSubject.all()) {
            for (Language language : Language.values()) {
                names.put(GuideChanged.id(subject, language), GuideChanged.name(subject, language));
            }
        }
    }

    @Override
    public Optional<UUID> idOf(String typed) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(typed.strip()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<String> nameOf(String kind, UUID id) {
        return kind.equals("guide") ? Optional.ofNullable(names.get(id)) : Optional.empty();
    }
}
