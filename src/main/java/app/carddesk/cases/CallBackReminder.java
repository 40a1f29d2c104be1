package app.carddesk.cases;

import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import app.carddesk.shared.FailedTurn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells whoever promised to call a customer back that it is time: once, also on several nodes. */
@Component
class CallBackReminder {

    private static final Logger LOG = LoggerFactory.getLogger(CallBackReminder.class);

    /** The most in one turn; the rest comes with the next. */
    private static final int MOST = 200;

    private final CallBackRows rows;
    private final NoticePost post;
    private final TransactionOperations transaction;

    CallBackReminder(CallBackRows rows, NoticePost post, TransactionOperations transaction) {
        this.rows = rows;
        this.post = post;
        this.transaction = transaction;
    }

    @Scheduled(
            fixedDelayString = "${carddesk.call-backs.every:PT30S}",
            initialDelayString = "${carddesk.call-backs.every:PT30S}")
    void scheduled() {
        try {
            remind();
        } catch (RuntimeException stuck) {
            FailedTurn.tell(LOG, "Nobody could be told of call-backs that are due; the next turn tries again", stuck);
        }
    }

    /** Tells of what is due; returns how many call-backs were told of here. */
    int remind() {
        int told = 0;
        for (CallBackRows.Due due : rows.due(MOST)) {
            told += Boolean.TRUE.equals(transaction.execute(status -> tell(due))) ? 1 : 0;
        }
        return told;
    }

    private boolean tell(CallBackRows.Due due) {
        if (!rows.claim(due)) {
            return false;
        }
        String number = due.number().toString();
        post.tell(due.by(), NoticeKind.CALL_BACK_DUE, number, "cases/" + number, null);
        return true;
    }
}
