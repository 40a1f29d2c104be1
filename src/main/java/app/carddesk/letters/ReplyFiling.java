package app.carddesk.letters;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseSummary;
import app.carddesk.letters.mail.IncomingMail;
import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a reply into a case, whole and once: its words, its line in the story, and the case's state. */
@Component
class ReplyFiling {

    private static final Pattern CASE = Pattern.compile("(?i)\\bC-\\d{4}-\\d{6,9}\\b");

    private final ReplyStore replies;
    private final LetterStore letters;
    private final CaseFile cases;
    private final CaseGuard guard;
    private final NoticePost post;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReplyFiling(
            ReplyStore replies,
            LetterStore letters,
            CaseFile cases,
            CaseGuard guard,
            NoticePost post,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.replies = replies;
        this.letters = letters;
        this.cases = cases;
        this.guard = guard;
        this.post = post;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /** What came of putting it into the case. */
    sealed interface Put {

        record New(UUID reply, CaseNumber number, boolean woken) implements Put {}

        record Before(UUID reply) implements Put {}

        record Refused(FiledReply.Refusal why) implements Put {}
    }

    /** Why nothing can be filed to a case now. */
    @Transactional(readOnly = true)
    Optional<FiledReply.Refusal> refusal(UUID caseId) {
        if (guard.isAboutMe(caseId)) {
            return Optional.of(FiledReply.Refusal.OWN_CASE);
        }
        return cases.get(caseId).state().isClosed() ? Optional.of(FiledReply.Refusal.CLOSED) : Optional.empty();
    }

    /** The letters of ours that it answers, the latest first. */
    List<Letter> answered(IncomingMail mail) {
        return mail.answers().stream()
                .flatMap(identifier -> MessageIds.letter(identifier).stream())
                .flatMap(id -> letters.find(id).stream())
                .toList();
    }

    /** The case it answers, if it tells of one and that is another; both a letter and the subject can tell. */
    @Transactional(readOnly = true)
    Optional<CaseSummary> elsewhere(UUID caseId, IncomingMail mail) {
        List<UUID> byLetter = answered(mail).stream().map(Letter::caseId).toList();
        List<UUID> bySubject = CASE.matcher(mail.subject())
                .results()
                .map(MatchResult::group)
                .flatMap(number -> CaseNumber.parse(number).stream())
                .flatMap(number -> cases.find(number).stream())
                .map(CaseSummary::id)
                .toList();
        return Stream.of(byLetter, bySubject)
                .filter(told -> !told.isEmpty() && !told.contains(caseId))
                .map(List::getFirst)
                .findFirst()
                .map(cases::get);
    }

    /** The letter that a mail answers from the address it went to; empty if nobody wrote it, or somebody else did. */
    @Transactional(readOnly = true)
    Optional<Letter> answersFromWhereItWent(IncomingMail mail) {
        String from = mail.address();
        return mail.automatic() || from == null
                ? Optional.empty()
                : answered(mail).stream()
                        .filter(letter -> letters.read(letter.id())
                                .map(LetterCopy::address)
                                .filter(from::equalsIgnoreCase)
                                .isPresent())
                        .findFirst();
    }

    /** Tells whoever has the case, or wrote the letter, that its answer is there. */
    @Transactional
    void tell(Letter letter) {
        UUID assignee = cases.get(letter.caseId()).assignee();
        UUID whom = assignee == null ? letter.by() : assignee;
        if (whom != null) {
            String number = letter.caseNumber().toString();
            post.tell(whom, NoticeKind.REPLY_ARRIVED, number, "cases/" + number, person.id());
        }
    }

    @Transactional
    Put put(UUID caseId, IncomingMail mail) {
        guard.hold(caseId);
        Optional<FiledReply.Refusal> refusal = refusal(caseId);
        if (refusal.isPresent()) {
            return new Put.Refused(refusal.get());
        }
        Optional<UUID> before = replies.find(caseId, replies.identity(mail));
        if (before.isPresent()) {
            return new Put.Before(before.get());
        }
        CaseSummary summary = cases.get(caseId);
        UUID line = cases.record(caseId, "reply.filed", null, null, mail.subject());
        UUID letter = answered(mail).stream().map(Letter::id).findFirst().orElse(null);
        replies.add(line, caseId, guard.concerned(caseId), mail, letter, person.id(), clock.instant());
        events.publishEvent(new ReplyFiled(line, caseId, mail.attachments().size()));
        // What nobody wrote is no answer to wait for.
        boolean woken = summary.state() == CaseState.WAITING_FOR_CUSTOMER && !mail.automatic();
        if (woken) {
            cases.move(caseId, CaseState.OPEN);
        }
        return new Put.New(line, summary.number(), woken);
    }
}
