package app.carddesk.letters;

import app.carddesk.access.ForDesk;
import app.carddesk.cases.CaseSummary;
import app.carddesk.evidence.Proofs;
import app.carddesk.letters.mail.DeliveryNotice;
import app.carddesk.letters.mail.IncomingMail;
import app.carddesk.letters.mail.MailReader;
import app.carddesk.letters.mail.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What customers answer: filed to their case, with the files that came with it taken in as proofs. */
@Service
@ForDesk
public class Replies {

    /** A mail is held in memory while it is taken in. */
    private static final int AT_ONCE = 2;

    /** Room for its words; its files are a third larger in it than by themselves. */
    private static final long WORDS = 1024 * 1024;

    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final ReplyFiling filing;
    private final ReplyFiles files;
    private final ReplyStore replies;
    private final Bounces bounces;
    private final Proofs proofs;

    Replies(ReplyFiling filing, ReplyFiles files, ReplyStore replies, Bounces bounces, Proofs proofs) {
        this.filing = filing;
        this.files = files;
        this.replies = replies;
        this.bounces = bounces;
        this.proofs = proofs;
    }

    /** All replies of a case, newest first. */
    @Transactional(readOnly = true)
    public List<Reply> of(UUID caseId) {
        return replies.ofCase(caseId);
    }

    /** The most bytes of a mail, for screens that want to say so before anything is sent. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public long mostBytes() {
        return proofs.maxFileBytes() / 3 * 4 + WORDS;
    }

    /**
     * Files a mail to a case, unless it says that it answers another one. Takes as long as the sender and the pictures
     * take, so never call it while holding a user interface or a transaction.
     *
     * @param content read to its end or to the limit, not closed
     * @throws IOException if it breaks off; nothing is filed then
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public FiledReply file(UUID caseId, InputStream content) throws IOException {
        Optional<FiledReply.Refusal> refusal = filing.refusal(caseId);
        if (refusal.isPresent()) {
            return new FiledReply.Refused(refusal.get());
        }
        room.acquireUninterruptibly();
        try {
            Reading reading = MailReader.read(content, mostBytes());
            return reading instanceof Reading.Read(IncomingMail mail)
                    ? sorted(caseId, mail)
                    : new FiledReply.Unreadable(reading);
        } finally {
            room.release();
        }
    }

    private FiledReply sorted(UUID caseId, IncomingMail mail) {
        DeliveryNotice notice = mail.notice();
        if (notice != null) {
            return new FiledReply.Notice(bounces.take(notice));
        }
        Optional<CaseSummary> other = filing.elsewhere(caseId, mail);
        return other.isPresent()
                ? new FiledReply.Elsewhere(other.get().id(), other.get().number(), mail)
                : file(caseId, mail);
    }

    /**
     * Files a mail that answers one of our letters, comes from the address that letter went to, and names no other case;
     * whoever has the case is told. False if anything about it is for a person to decide.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean fileKnown(IncomingMail mail) {
        Optional<Letter> letter = filing.answersFromWhereItWent(mail);
        if (letter.isEmpty()) {
            return false;
        }
        UUID caseId = letter.get().caseId();
        if (filing.elsewhere(caseId, mail).isPresent()) {
            return false;
        }
        return switch (file(caseId, mail)) {
            case FiledReply.Filed _ -> {
                filing.tell(letter.get());
                yield true;
            }
            case FiledReply.AlreadyFiled _ -> true;
            case FiledReply.Elsewhere _, FiledReply.Notice _, FiledReply.Unreadable _, FiledReply.Refused _ -> false;
        };
    }

    /** Files a mail to this case, whatever it says; for whoever was asked. As slow as the other. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public FiledReply file(UUID caseId, IncomingMail mail) {
        return switch (filing.put(caseId, mail)) {
            case ReplyFiling.Put.New(var reply, var number, var woken) ->
                new FiledReply.Filed(number, woken, files.takeIn(caseId, reply, mail));
            case ReplyFiling.Put.Before(var reply) -> new FiledReply.AlreadyFiled(files.takeIn(caseId, reply, mail));
            case ReplyFiling.Put.Refused(var why) -> new FiledReply.Refused(why);
        };
    }
}
