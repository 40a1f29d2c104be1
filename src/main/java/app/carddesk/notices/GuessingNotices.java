package app.carddesk.notices;

import app.carddesk.access.PasswordsGuessed;
import app.carddesk.access.People;
import app.carddesk.access.Role;
import app.carddesk.access.SystemRun;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells administrators when somebody seems to guess passwords. */
@Component
class GuessingNotices {

    private final NoticePost post;
    private final People people;
    private final SystemRun system;

    GuessingNotices(NoticePost post, People people, SystemRun system) {
        this.post = post;
        this.people = people;
        this.system = system;
    }

    @EventListener
    void on(PasswordsGuessed guessed) {
        // Nobody is signed in where this happens.
        system.asCarddesk(() -> people.withRole(Role.ADMINISTRATOR))
                .forEach(administrator ->
                        post.tell(administrator.id(), NoticeKind.PASSWORDS_GUESSED, null, "admin/audit", null));
    }
}
