package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever requested a replacement what was decided, in the transaction of the decision. */
@Component
class RequestNotices {

    private final NoticePost post;
    private final RequestRows rows;
    private final CurrentPerson person;

    RequestNotices(NoticePost post, RequestRows rows, CurrentPerson person) {
        this.post = post;
        this.rows = rows;
        this.person = person;
    }

    @EventListener
    void on(RequestDecided decided) {
        ReplacementRequest request = rows.find(decided.subjectId()).orElseThrow();
        NoticeKind kind = switch (decided.outcome()) {
            case APPROVED -> NoticeKind.REQUEST_APPROVED;
            case RETURNED -> NoticeKind.REQUEST_RETURNED;
            case REFUSED -> NoticeKind.REQUEST_REFUSED;
        };
        String number = request.caseNumber().toString();
        post.tell(request.requestedBy(), kind, number, "cases/" + number, person.id());
    }
}
