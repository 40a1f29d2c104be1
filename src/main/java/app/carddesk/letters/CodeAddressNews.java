package app.carddesk.letters;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import app.carddesk.replacements.ReplacementRequest;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the case, the audit trail and the people concerned what was asked for and decided about a code's address, in the
 * transaction of the act. Whoever has the case, and whoever asked for and decided on the replacement, hears at once that
 * somebody wants its code elsewhere.
 */
@Component
class CodeAddressNews {

    private final CaseFile cases;
    private final CaseGuard guard;
    private final NoticePost post;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;

    CodeAddressNews(
            CaseFile cases, CaseGuard guard, NoticePost post, CurrentPerson person, ApplicationEventPublisher events) {
        this.cases = cases;
        this.guard = guard;
        this.post = post;
        this.person = person;
        this.events = events;
    }

    void asked(CodeAddressRequest asked, ReplacementRequest replaced, @Nullable String decided) {
        tell(asked, CodeAddressState.ASKED, decided, asked.words());
        Set<UUID> concerned = new LinkedHashSet<>();
        UUID assignee = cases.get(asked.caseId()).assignee();
        if (assignee != null) {
            concerned.add(assignee);
        }
        concerned.add(replaced.requestedBy());
        replaced.decisions().forEach(taken -> concerned.add(taken.by()));
        concerned.forEach(one -> notice(one, NoticeKind.CODE_ADDRESS_ASKED, asked));
    }

    void decided(CodeAddressRequest asked, CodeAddressState reached, @Nullable String before, @Nullable String words) {
        tell(asked, reached, before, words);
        NoticeKind kind = reached == CodeAddressState.APPROVED
                ? NoticeKind.CODE_ADDRESS_APPROVED
                : NoticeKind.CODE_ADDRESS_REFUSED;
        Set<UUID> concerned = new LinkedHashSet<>();
        concerned.add(asked.by());
        UUID assignee = cases.get(asked.caseId()).assignee();
        if (assignee != null) {
            concerned.add(assignee);
        }
        concerned.forEach(one -> notice(one, kind, asked));
    }

    void closed(CodeAddressRequest asked, CodeAddressState reached, @Nullable String decided) {
        tell(asked, reached, decided, null);
    }

    private void tell(
            CodeAddressRequest asked, CodeAddressState reached, @Nullable String decided, @Nullable String words) {
        cases.record(
                asked.caseId(),
                "codeAddress." + reached.name().toLowerCase(Locale.ROOT) + variant(asked, reached, decided),
                decided,
                asked.address(),
                words);
        events.publishEvent(CodeAddressChanged.of(asked, guard.concerned(asked.caseId()), reached, decided, words));
    }

    private static String variant(CodeAddressRequest asked, CodeAddressState reached, @Nullable String decided) {
        if (reached != CodeAddressState.ASKED) {
            return "";
        }
        return asked.kind() == CodeAddressKind.ONCE_MORE ? ".once" : decided == null ? ".first" : "";
    }

    private void notice(UUID who, NoticeKind kind, CodeAddressRequest asked) {
        String number = asked.caseNumber().toString();
        post.tell(who, kind, number, "cases/" + number, person.id());
    }
}
