package app.carddesk.cards;

import app.carddesk.access.People;
import app.carddesk.access.Person;
import app.carddesk.access.Role;
import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people of imports: who can confirm one, and whoever began one, what became of it. Part of each transaction. */
@Component
class ImportNotices {

    private static final String IMPORTS = "admin/cards";
    private static final String QUEUE = "review";

    private final NoticePost post;
    private final People people;

    ImportNotices(NoticePost post, People people) {
        this.post = post;
        this.people = people;
    }

    @EventListener
    void on(CardsImported imported) {
        post.tell(imported.run().startedBy(), NoticeKind.IMPORT_ENDED, null, IMPORTS, null);
    }

    /** Everybody who can be the second person is told; one of them is enough. */
    void waits(UUID run, Person by) {
        Set<Person> others = Stream.of(Role.ADMINISTRATOR, Role.SUPERVISOR)
                .flatMap(role -> people.withRole(role).stream())
                .filter(Predicate.not(by::equals))
                .collect(Collectors.toSet());
        others.forEach(other -> post.tell(
                other.id(),
                NoticeKind.IMPORT_TO_CONFIRM,
                null,
                other.has(Role.ADMINISTRATOR) ? IMPORTS : QUEUE,
                by.id()));
    }

    void notTaken(ImportRun run, @Nullable UUID by) {
        post.tell(run.startedBy(), NoticeKind.IMPORT_NOT_TAKEN, null, IMPORTS, by);
    }
}
