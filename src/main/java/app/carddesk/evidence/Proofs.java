package app.carddesk.evidence;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.evidence.store.StoreUnavailableException;
import app.carddesk.evidence.store.UnreadableContentException;
import app.carddesk.shared.Ids;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.RedemptionCodes;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The proofs of a case: keeps them, and records what people decide about each.
 *
 * <p>Whoever decides names the proof as they saw it. If it has been decided on meanwhile, nothing is overwritten and the
 * answer is {@link Decision.Stale}; deciding again, on the proof as it stands now, is an act of its own and allowed.
 * Every method throws {@link AccessDeniedException} if the person signed in may not see the case.
 */
@Service
@ForDesk
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
    private final OwnerCheck owners;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Proofs(
            ProofRows rows,
            ProofFiles files,
            ProofIntake intake,
            Redrawing redrawing,
            ProofMarks marks,
            ProofCovering covering,
            OwnerCheck owners,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.files = files;
        this.intake = intake;
        this.redrawing = redrawing;
        this.marks = marks;
        this.covering = covering;
        this.owners = owners;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
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
        return rows.find(proof)
                .filter(row -> owners.maySee(row.proof().owner()))
                .flatMap(row -> files.get(proof, page, size));
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
            rows.find(proof).ifPresent(row -> publish(row.proof(), ProofChanged.What.DOWNLOADED, null));
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

    /** Takes a mark back. */
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
        return rows.find(proof)
                .map(row -> accept(row, undecided(row.proof()), serialSeen))
                .orElseGet(Decision.Gone::new);
    }

    /** Accepts a proof as it was seen, whatever was decided on it before. */
    public Decision accept(Proof seen, boolean serialSeen) {
        return rows.find(seen.id()).map(row -> accept(row, seen, serialSeen)).orElseGet(Decision.Gone::new);
    }

    private Decision accept(ProofRows.Row row, Proof seen, boolean serialSeen) {
        Proof to = decided(row.proof(), row.proof().kind(), Proof.State.ACCEPTED, null, serialSeen);
        return change(row, seen, to, ProofChanged.What.ACCEPTED);
    }

    /** Refuses a proof nobody decided on. */
    public Decision refuse(UUID proof, String reason) {
        return rows.find(proof)
                .map(row -> refuse(row, undecided(row.proof()), reason))
                .orElseGet(Decision.Gone::new);
    }

    /** Refuses a proof as it was seen, whatever was decided on it before. */
    public Decision refuse(Proof seen, String reason) {
        return rows.find(seen.id()).map(row -> refuse(row, seen, reason)).orElseGet(Decision.Gone::new);
    }

    private Decision refuse(ProofRows.Row row, Proof seen, String reason) {
        Decision wrong = wrongReason(reason);
        if (wrong != null) {
            owners.requireSee(row.proof().owner());
            return wrong;
        }
        Proof to = decided(row.proof(), row.proof().kind(), Proof.State.REFUSED, reason.strip(), false);
        return change(row, seen, to, ProofChanged.What.REFUSED);
    }

    /** Shows a picture as another kind; it waits to be looked at again, because what was decided was about the other. */
    public Decision move(Proof seen, ProofKind kind) {
        if (kind == ProofKind.SERIAL) {
            throw new IllegalArgumentException("The serial number is no picture of its own");
        }
        return rows.find(seen.id())
                .map(row -> change(
                        row, seen, decided(row.proof(), kind, Proof.State.NEW, null, false), ProofChanged.What.MOVED))
                .orElseGet(Decision.Gone::new);
    }

    /** Declares that a proof of this kind cannot be had. */
    public Decision declareUnobtainable(UUID owner, ProofKind kind, String reason) {
        if (kind == ProofKind.OTHER) {
            throw new IllegalArgumentException("Other pictures are never needed");
        }
        if (!owners.mayChange(owner)) {
            return new Decision.Closed();
        }
        Decision wrong = wrongReason(reason);
        if (wrong != null) {
            return wrong;
        }
        UUID me = person.id();
        Proof declaration = new Proof(
                ids.next(),
                owner,
                kind,
                Proof.State.UNOBTAINABLE,
                null,
                null,
                0,
                0,
                0,
                reason.strip(),
                false,
                now(),
                me,
                Proof.CameBy.DESK,
                me,
                false,
                0);
        if (!rows.insertDeclaration(declaration)) {
            return rows.declaration(owner, kind)
                    .<Decision>map(row -> new Decision.Stale(row.proof()))
                    .orElseGet(Decision.Gone::new);
        }
        publish(declaration, ProofChanged.What.DECLARED_UNOBTAINABLE, declaration.reason());
        return new Decision.Done(declaration);
    }

    /** Takes a declaration back. */
    public Decision withdrawDeclaration(UUID owner, ProofKind kind) {
        if (!owners.mayChange(owner)) {
            return new Decision.Closed();
        }
        Optional<ProofRows.Row> declaration = rows.declaration(owner, kind);
        if (declaration.isEmpty() || !rows.delete(declaration.get())) {
            return new Decision.Gone();
        }
        publish(declaration.get().proof(), ProofChanged.What.DECLARATION_WITHDRAWN, null);
        return new Decision.Done(declaration.get().proof());
    }

    /** Takes a proof out of the case; nothing of it is kept. */
    public Decision remove(UUID proof) {
        return rows.find(proof).map(row -> remove(row, row.proof())).orElseGet(Decision.Gone::new);
    }

    /** Takes a proof as it was seen out of the case; nothing of it is kept. */
    public Decision remove(Proof seen) {
        return rows.find(seen.id()).map(row -> remove(row, seen)).orElseGet(Decision.Gone::new);
    }

    private Decision remove(ProofRows.Row row, Proof seen) {
        Proof proof = row.proof();
        if (!owners.mayChange(proof.owner())) {
            return new Decision.Closed();
        }
        if (!proof.equals(seen) || !rows.isStill(row)) {
            return stale(proof.id());
        }
        if (proof.state() != Proof.State.UNOBTAINABLE) {
            rows.release(proof.owner(), row.bytes());
        }
        files.remove(proof.id());
        if (!rows.delete(row)) {
            throw new ConcurrencyFailureException("A proof changed while its row was locked");
        }
        publish(proof, ProofChanged.What.REMOVED, null);
        return new Decision.Done(proof);
    }

    private Decision change(ProofRows.Row row, Proof seen, Proof to, ProofChanged.What what) {
        Proof from = row.proof();
        if (!owners.mayChange(from.owner())) {
            return new Decision.Closed();
        }
        if (from.state() == Proof.State.UNOBTAINABLE) {
            throw new IllegalArgumentException("A declaration is taken back, not decided on");
        }
        boolean same = from.state() == to.state()
                && from.kind() == to.kind()
                && from.serialSeen() == to.serialSeen()
                && Objects.equals(from.reason(), to.reason());
        if (same) {
            // Pressed twice, or two people of one mind: who decided first stays the one who decided.
            return new Decision.Done(from);
        }
        Instant decidedAt = to.state() == Proof.State.NEW ? null : now();
        if (!from.equals(seen) || !rows.update(row, to, decidedAt)) {
            return stale(from.id());
        }
        publish(to, what, to.reason());
        return new Decision.Done(to);
    }

    private Decision stale(UUID proof) {
        return rows.find(proof)
                .<Decision>map(row -> new Decision.Stale(row.proof()))
                .orElseGet(Decision.Gone::new);
    }

    private @Nullable Decision wrongReason(String reason) {
        if (reason.isBlank()) {
            return new Decision.ReasonMissing();
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return new Decision.ReasonTooLong(LONGEST_REASON);
        }
        return RedemptionCodes.containsCode(reason) ? new Decision.CodeInReason() : null;
    }

    private Proof decided(Proof from, ProofKind kind, Proof.State state, @Nullable String reason, boolean serialSeen) {
        return with(from, kind, state, reason, serialSeen, state == Proof.State.NEW ? null : person.id());
    }

    private static Proof undecided(Proof from) {
        return with(from, from.kind(), Proof.State.NEW, null, false, null);
    }

    private static Proof with(
            Proof from,
            ProofKind kind,
            Proof.State state,
            @Nullable String reason,
            boolean serialSeen,
            @Nullable UUID decidedBy) {
        return new Proof(
                from.id(),
                from.owner(),
                kind,
                state,
                from.type(),
                from.fileName(),
                from.pages(),
                from.width(),
                from.height(),
                reason,
                serialSeen,
                from.addedAt(),
                from.addedBy(),
                from.cameBy(),
                decidedBy,
                from.originalKept(),
                from.revision());
    }

    private void publish(Proof proof, ProofChanged.What what, @Nullable String reason) {
        events.publishEvent(new ProofChanged(proof.id(), proof.owner(), proof.kind(), what, reason));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
