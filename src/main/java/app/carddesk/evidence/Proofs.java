package app.carddesk.evidence;

import app.carddesk.access.ForDesk;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.store.StoreUnavailableException;
import app.carddesk.evidence.store.UnreadableContentException;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.RetriedOnContention;
import app.carddesk.shared.Undo;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The proofs of a case: keeps them, and records what people decide about each.
 *
 * <p>Whoever decides names the proof as they saw it. If it has been decided on meanwhile, nothing is overwritten and the
 * answer is {@link Decision.Stale}; deciding again, on the proof as it stands now, is an act of its own and allowed.
 * A decision counts for the card the case was about when it was taken, and for no other. What stands behind a request is
 * held (see {@link ProofHolds}) and stays as it was.
 *
 * <p>Rows are always held in this order: the case, the proof, the case's room, the person's, contents in the store.
 * Every method throws {@link AccessDeniedException} if the person signed in may not see the case.
 */
@Service
@ForDesk
@RetriedOnContention
@Transactional
public class Proofs {

    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 500;

    /** The most characters of a note on a mark. */
    public static final int LONGEST_NOTE = 120;

    private final ProofRows rows;
    private final ProofFiles files;
    private final ProofIntake intake;
    private final Redrawing redrawing;
    private final ProofMarks marks;
    private final ProofCovering covering;
    private final ProofDecisions decisions;
    private final ProofRemoval removal;
    private final OwnerCheck owners;
    private final ApplicationEventPublisher events;

    Proofs(
            ProofRows rows,
            ProofFiles files,
            ProofIntake intake,
            Redrawing redrawing,
            ProofMarks marks,
            ProofCovering covering,
            ProofDecisions decisions,
            ProofRemoval removal,
            OwnerCheck owners,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.files = files;
        this.intake = intake;
        this.redrawing = redrawing;
        this.marks = marks;
        this.covering = covering;
        this.decisions = decisions;
        this.removal = removal;
        this.owners = owners;
        this.events = events;
    }

    /** All proofs of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Proof> of(UUID owner) {
        owners.requireSee(owner);
        return rows.of(owner);
    }

    /**
     * Whether the very same file is among the proofs of a case.
     *
     * @param sha256 the hash of its content, in hexadecimal
     */
    @Transactional(readOnly = true)
    public boolean holds(UUID owner, String sha256) {
        owners.requireSee(owner);
        return rows.holds(owner, sha256);
    }

    /** The most bytes of one file, for screens that want to say so before anything is sent. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public long maxFileBytes() {
        return intake.maxFileBytes();
    }

    /**
     * Takes a picture in: counts it while it arrives, knows it by its content, draws it anew and keeps only that. Takes
     * as long as the sender and the picture take, so never call it while holding a user interface or a transaction.
     *
     * @param kind what it is meant to show; any but the serial number, which is seen on a picture
     * @param fileName the name it came with, in whatever form
     * @param content read to its end or to the limit, not closed
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Intake receive(UUID owner, ProofKind kind, String fileName, InputStream content) {
        return receive(owner, kind, fileName, content, IntakeWatcher.NOBODY);
    }

    /** As {@link #receive(UUID, ProofKind, String, InputStream)}, telling how far it has come. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Intake receive(UUID owner, ProofKind kind, String fileName, InputStream content, IntakeWatcher watcher) {
        return intake.receive(owner, kind, fileName, Proof.CameBy.DESK, content, watcher);
    }

    /**
     * As {@link #receive(UUID, ProofKind, String, InputStream)}, for what a customer gives by a one-time link. The
     * person signed in is who made the link.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Intake receiveByLink(UUID owner, ProofKind kind, String fileName, InputStream content) {
        return intake.receive(owner, kind, fileName, Proof.CameBy.LINK, content, IntakeWatcher.NOBODY);
    }

    /**
     * A kept copy of a page of a proof, a JPEG; empty if there is no such page or the person signed in may not see it,
     * which cannot be told apart.
     *
     * @param page counted from 1
     * @throws UnreadableContentException if it is damaged
     * @throws StoreUnavailableException if the store does not answer
     */
    @Transactional(readOnly = true)
    public Optional<byte[]> picture(UUID proof, int page, PictureSize size) {
        return rows.ownerOf(proof).filter(owners::maySee).flatMap(owner -> files.get(proof, page, size));
    }

    /**
     * The file of a proof as it was given, for whoever wants to look at it outside Carddesk; that it was handed out is
     * kept in the audit trail. Empty if it is not kept or the person signed in may not see it.
     *
     * @throws UnreadableContentException if it is damaged
     * @throws StoreUnavailableException if the store does not answer
     */
    public Optional<Original> original(UUID proof) {
        return rows.find(proof)
                .map(ProofRows.Row::proof)
                .filter(found -> found.originalKept() && owners.maySee(found.owner()))
                .map(found -> {
                    Original original = new Original(
                            Objects.requireNonNullElse(found.fileName(), "original"), files.original(proof));
                    events.publishEvent(new OriginalDownloaded(proof, found.owner()));
                    return original;
                });
    }

    /** Tries once more to draw a file of which no picture could be drawn when it came. Takes as long as that takes. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Redraw drawAgain(UUID proof) {
        Proof found = rows.find(proof).map(ProofRows.Row::proof).orElse(null);
        if (found == null) {
            return new Redraw.Gone();
        }
        return owners.mayChange(found.owner()) ? redrawing.draw(found) : new Redraw.NotDrawn(new Intake.Closed());
    }

    /**
     * Lets the files go that were kept as they were given, now that their case is closed. One of which no picture could
     * be drawn stays, because nothing would be left of the proof.
     */
    public void dropOriginals(UUID owner) {
        owners.requireSee(owner);
        files.dropOriginals(
                owner,
                rows.of(owner).stream()
                        .filter(proof -> proof.originalKept() && !proof.isWithoutPreview())
                        .map(Proof::id)
                        .toList());
    }

    /**
     * A copy of a page to be taken out of the application, which is told in the case and kept in the audit trail; empty
     * as {@link #picture} is, and then nothing is told.
     *
     * @param page counted from 1
     */
    public Optional<Download> download(UUID proof, int page) {
        Optional<Download> download = downloadable(proof, page);
        if (download.isPresent()) {
            rows.find(proof)
                    .map(ProofRows.Row::proof)
                    .ifPresent(found -> events.publishEvent(
                            new ProofChanged(proof, found.owner(), found.kind(), ProofChanged.What.DOWNLOADED, null)));
        }
        return download;
    }

    /** What {@link #download} would give, without giving it: nothing is told. */
    @Transactional(readOnly = true)
    public Optional<Download> downloadable(UUID proof, int page) {
        return rows.find(proof)
                .map(ProofRows.Row::proof)
                .filter(found -> owners.maySee(found.owner()))
                .flatMap(found -> files.get(proof, page, PictureSize.FULL)
                        .map(content -> new Download(
                                FileNames.download(owners.nameOf(found.owner()), found.kind(), page), content)));
    }

    /**
     * The marks on proofs, of one case or of several, in the order of pages and times.
     *
     * @throws AccessDeniedException if the person signed in may not see all of them
     */
    @Transactional(readOnly = true)
    public List<ProofMark> marks(Collection<UUID> proofs) {
        return marks.of(proofs);
    }

    /**
     * Marks the region of a page that proves the point. What was decided on the proof stays.
     *
     * @param page counted from 1
     * @param note what is to be seen there, in a few words; may be blank
     */
    public Marking mark(UUID proof, int page, PageArea area, String note) {
        return marks.mark(proof, page, area, note);
    }

    /** Takes a mark back, unless a request was made or decided on while it was there. */
    public Marking unmark(UUID mark) {
        return marks.unmark(mark);
    }

    /**
     * Covers a region of a page for good: it is black in every copy that is kept, and what was given is not kept any
     * longer. What was decided on the proof stays, because a covered region takes away what must not be kept and not
     * what was seen; whoever thinks otherwise decides anew. Nobody decides by mistake on a picture that looks different
     * now: a decision on the proof as it was before is {@link Decision.Stale}.
     *
     * <p>Draws up to a few tenths of a second, so it is never called in a transaction.
     *
     * @param page counted from 1
     */
    @Transactional(propagation = Propagation.NEVER)
    public Covering cover(UUID proof, int page, PageArea area) {
        return covering.cover(proof, page, area);
    }

    /** Accepts a proof nobody decided on; {@code serialSeen} says that the serial number can be read on it. */
    public Decision accept(UUID proof, boolean serialSeen) {
        return decisions.accept(proof, null, serialSeen);
    }

    /** Accepts a proof as it was seen, whatever was decided on it before. */
    public Decision accept(Proof seen, boolean serialSeen) {
        return decisions.accept(seen.id(), seen, serialSeen);
    }

    /** Refuses a proof nobody decided on. */
    public Decision refuse(UUID proof, String reason) {
        return decisions.refuse(proof, null, reason);
    }

    /** Refuses a proof as it was seen, whatever was decided on it before. */
    public Decision refuse(Proof seen, String reason) {
        return decisions.refuse(seen.id(), seen, reason);
    }

    /**
     * Shows a picture as another kind; it waits to be looked at again, because what was decided was about the other. What
     * stands behind a request stays what it is.
     */
    public Decision move(Proof seen, ProofKind kind) {
        return decisions.move(seen, kind);
    }

    /** Declares that a proof of this kind cannot be had. */
    public Decision declareUnobtainable(UUID owner, ProofKind kind, String reason) {
        return decisions.declareUnobtainable(owner, kind, reason);
    }

    /** Takes a declaration back. */
    public Decision withdrawDeclaration(UUID owner, ProofKind kind) {
        return decisions.withdrawDeclaration(owner, kind);
    }

    /**
     * Takes a proof out of the case: nobody sees it any more. For {@link Undo#SPAN} it can be {@linkplain #putBack put
     * back}, unless the case is closed; then nothing of it is kept.
     */
    public Decision remove(UUID proof) {
        return removal.remove(proof, null);
    }

    /** As {@link #remove(UUID)}, as it was seen. */
    public Decision remove(Proof seen) {
        return removal.remove(seen.id(), seen);
    }

    /**
     * Puts a proof back into its case that the person signed in has removed, exactly as it was. What was said of its kind
     * meanwhile stays said.
     */
    public PuttingBack putBack(UUID proof) {
        return removal.putBack(proof);
    }

    /** Destroys what was removed from a case, now that it is closed and nothing can be put back any more. */
    public void destroyRemoved(UUID owner) {
        owners.requireSee(owner);
        removal.destroyOf(owner);
    }
}
