package app.carddesk.letters;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.letters.mail.DeliveryNotice;
import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What mail systems tell of letters that were sent. A notice is matched to its letter by our own identifier alone; what
 * else it says, and from whom it comes, proves nothing. Told twice, it changes nothing the second time.
 */
@Component
class Bounces {

    private final LetterStore letters;
    private final LetterBook book;
    private final CaseFile cases;
    private final CaseGuard guard;
    private final NoticePost post;
    private final CurrentPerson person;
    private final Clock clock;

    Bounces(
            LetterStore letters,
            LetterBook book,
            CaseFile cases,
            CaseGuard guard,
            NoticePost post,
            CurrentPerson person,
            Clock clock) {
        this.letters = letters;
        this.book = book;
        this.cases = cases;
        this.guard = guard;
        this.post = post;
        this.person = person;
        this.clock = clock;
    }

    /** The letter a notice is about; empty if it is none of ours. */
    Optional<Letter> letter(DeliveryNotice notice) {
        return notice.originals().stream()
                .flatMap(identifier -> MessageIds.letter(identifier).stream())
                .flatMap(id -> letters.find(id).stream())
                .findFirst();
    }

    /** Takes a notice in: the letter has come back, or is still on its way; or nothing is new. */
    @Transactional
    public TakenNotice take(DeliveryNotice notice) {
        Optional<Letter> found = letter(notice);
        if (found.isEmpty()) {
            return new TakenNotice.NotOurs();
        }
        Letter letter = found.get();
        // The case first, as everybody who writes to one of its letters does.
        guard.hold(letter.caseId());
        if (guard.isAboutMe(letter.caseId())) {
            return new TakenNotice.OwnCase();
        }
        Instant now = clock.instant();
        return switch (notice.fate()) {
            case FAILED -> bounced(letter, notice, now);
            case DELAYED ->
                letters.delay(letter.id(), now)
                        ? new TakenNotice.Delayed(letter.caseNumber())
                        : new TakenNotice.NothingNew(letter.caseNumber());
            case OTHER -> new TakenNotice.NothingNew(letter.caseNumber());
        };
    }

    private TakenNotice bounced(Letter letter, DeliveryNotice notice, Instant now) {
        Bounce bounce = new Bounce(BounceReason.of(notice.status()), notice.status());
        if (!letters.bounce(letter.id(), bounce, notice.words(), now)) {
            return new TakenNotice.NothingNew(letter.caseNumber());
        }
        book.tellBounced(letter, bounce.reason());
        UUID whom = whom(letter);
        if (whom != null) {
            String number = letter.caseNumber().toString();
            post.tell(whom, NoticeKind.LETTER_CAME_BACK, number, "cases/" + number, person.id());
        }
        return new TakenNotice.CameBack(letter.caseNumber(), bounce.reason());
    }

    /** Who has the case; while nobody has, who wrote the letter. */
    private @Nullable UUID whom(Letter letter) {
        UUID assignee = cases.get(letter.caseId()).assignee();
        return assignee == null ? letter.by() : assignee;
    }
}
