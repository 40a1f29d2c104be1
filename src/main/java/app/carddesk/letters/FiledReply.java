package app.carddesk.letters;

import app.carddesk.cases.CaseNumber;
import app.carddesk.letters.mail.IncomingMail;
import app.carddesk.letters.mail.Reading;
import java.util.List;
import java.util.UUID;

/** What came of filing a mail to a case. */
public sealed interface FiledReply {

    /** @param woken whether the case waited for the customer and is open now */
    record Filed(CaseNumber number, boolean woken, List<ReplyFile> files) implements FiledReply {}

    /** It stands in the case already; files that were left over were taken in now. */
    record AlreadyFiled(List<ReplyFile> files) implements FiledReply {}

    /** It answers another case, as far as it tells; nothing was filed. */
    record Elsewhere(UUID otherCase, CaseNumber number, IncomingMail mail) implements FiledReply {}

    /** It is no answer but a mail system's notice, and was treated as one. */
    record Notice(TakenNotice what) implements FiledReply {}

    record Unreadable(Reading why) implements FiledReply {}

    record Refused(Refusal why) implements FiledReply {}

    /** Why nothing was filed. */
    enum Refusal {
        CLOSED,
        /** The case is about whoever files. */
        OWN_CASE
    }
}
