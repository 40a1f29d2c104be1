package app.carddesk.cards;

import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever began an import that it has ended, in the transaction of its end. */
@Component
class ImportNotices {

    private final NoticePost post;

    ImportNotices(NoticePost post) {
        this.post = post;
    }

    @EventListener
    void on(CardsImported imported) {
        post.tell(imported.run().startedBy(), NoticeKind.IMPORT_ENDED, null, "admin/cards", null);
    }
}
