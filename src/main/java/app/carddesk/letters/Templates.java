package app.carddesk.letters;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForSupervisors;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseSummary;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What letters say, in four languages, with every version that ever did. */
@Service
@ForSupervisors
public class Templates {

    private final TemplateStore store;
    private final LetterWriter writer;
    private final CaseFile cases;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Templates(
            TemplateStore store,
            LetterWriter writer,
            CaseFile cases,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.writer = writer;
        this.cases = cases;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** What came of saving. */
    public sealed interface Saving {

        record Saved(Template template) implements Saving {}

        /** Nothing was changed. */
        record Same() implements Saving {}

        /** A letter could not be written by it; faults stand by language, also those another language has. */
        record Faulty(Map<Language, List<TemplateFault>> faults) implements Saving {}

        /** Somebody else saved meanwhile. */
        record Conflict(Template now) implements Saving {}
    }

    /** A template on a real case. */
    public sealed interface Preview {

        record Written(LetterText text) implements Preview {}

        record Faulty(List<TemplateFault> faults) implements Preview {}

        record NoSuchCase() implements Preview {}
    }

    /** The templates in force, by kind and language. */
    @Transactional(readOnly = true)
    public Map<LetterKind, Map<Language, Template>> all() {
        Map<String, Template> written =
                store.written().stream().collect(Collectors.toMap(Templates::name, Function.identity()));
        Map<LetterKind, Map<Language, Template>> all = new EnumMap<>(LetterKind.class);
        for (LetterKind kind : LetterKind.values()) {
            Map<Language, Template> languages = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                Template shipped = store.shipped(kind, language);
                languages.put(language, written.getOrDefault(name(shipped), shipped));
            }
            all.put(kind, languages);
        }
        return all;
    }

    @Transactional(readOnly = true)
    public Template current(LetterKind kind, Language language) {
        return store.current(kind, language);
    }

    /** Newest first; the last is what Carddesk came with. */
    @Transactional(readOnly = true)
    public List<Template> versions(LetterKind kind, Language language) {
        return store.versions(kind, language);
    }

    /** What keeps letters from being written by this; empty if nothing does. */
    public List<TemplateFault> faults(LetterKind kind, LetterText text) {
        return TemplateCheck.faults(kind, text);
    }

    /**
     * Makes this the template in force, if every placeholder resolves in it and in the other languages of its kind.
     *
     * @param basedOn the version it was made from
     */
    @Transactional
    public Saving save(LetterKind kind, Language language, LetterText text, int basedOn) {
        LetterText clean =
                new LetterText(text.subject().strip(), text.body().strip().replace("\r\n", "\n"));
        Map<Language, List<TemplateFault>> faults = new EnumMap<>(Language.class);
        for (Language each : Language.values()) {
            List<TemplateFault> found = TemplateCheck.faults(
                    kind, each == language ? clean : store.current(kind, each).text());
            if (!found.isEmpty()) {
                faults.put(each, found);
            }
        }
        if (!faults.isEmpty()) {
            return new Saving.Faulty(faults);
        }
        Template now = store.current(kind, language);
        if (now.version() != basedOn) {
            return new Saving.Conflict(now);
        }
        if (now.text().equals(clean)) {
            return new Saving.Same();
        }
        UUID id = ids.next();
        Template next = new Template(kind, language, basedOn + 1, clean, person.id(), clock.instant());
        if (!store.add(id, next)) {
            return new Saving.Conflict(store.current(kind, language));
        }
        events.publishEvent(new TemplateChanged(id, name(next), basedOn, next.version()));
        return new Saving.Saved(next);
    }

    /** What a letter by this template would say on a case. */
    @Transactional(readOnly = true)
    public Preview preview(LetterKind kind, Language language, LetterText text, String caseNumber) {
        List<TemplateFault> faults = TemplateCheck.faults(kind, text);
        if (!faults.isEmpty()) {
            return new Preview.Faulty(faults);
        }
        Optional<CaseSummary> found = CaseNumber.parse(caseNumber).flatMap(cases::find);
        return found.<Preview>map(
                        summary -> new Preview.Written(writer.write(text, summary.id(), kind, language, null, null)))
                .orElseGet(Preview.NoSuchCase::new);
    }

    private static String name(Template template) {
        return template.kind() + "." + template.language();
    }
}
