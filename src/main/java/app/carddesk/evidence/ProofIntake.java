package app.carddesk.evidence;

import app.carddesk.evidence.pictures.DecodeBench;
import app.carddesk.evidence.pictures.Drawing;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.Undrawable;
import app.carddesk.evidence.pictures.UndrawableException;
import app.carddesk.evidence.scan.VirusScanner;
import app.carddesk.evidence.store.StoreUnavailableException;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.RecurringTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes pictures in. A file is counted while it arrives, scanned where there is a scanner, known by its content, drawn
 * anew, and then kept in one short transaction. What was given is kept itself only where the installation says so, and
 * where no picture can be drawn of it here.
 */
@Component
class ProofIntake {

    private static final Logger LOG = LoggerFactory.getLogger(ProofIntake.class);

    private final EvidenceLimits limits;
    private final Incoming incoming;
    private final DecodeBench bench;
    private final VirusScanner scanner;
    private final PageMaker pageMaker;
    private final OriginalSettings originals;
    private final ProofKeeper keeper;

    private final RecurringTrouble refused = new RecurringTrouble();

    ProofIntake(
            EvidenceLimits limits,
            Incoming incoming,
            VirusScanner scanner,
            DecodeBench bench,
            PageMaker pageMaker,
            OriginalSettings originals,
            ProofKeeper keeper) {
        this.limits = limits;
        this.incoming = incoming;
        this.scanner = scanner;
        this.bench = bench;
        this.pageMaker = pageMaker;
        this.originals = originals;
        this.keeper = keeper;
    }

    long maxFileBytes() {
        return limits.maxFile().toBytes();
    }

    /** @see Proofs#receive */
    Intake receive(
            UUID owner,
            ProofKind kind,
            String fileName,
            Proof.CameBy cameBy,
            InputStream content,
            IntakeWatcher watcher) {
        if (kind == ProofKind.SERIAL) {
            throw new IllegalArgumentException("The serial number is no picture of its own");
        }
        Intake refusal = keeper.refusal(owner);
        if (refusal != null) {
            return refusal;
        }
        try (Received received =
                Received.read(content, incoming.folder(), limits.maxFile().toBytes())) {
            Intake.Refused unsafe = scan(received.file());
            return unsafe == null ? look(owner, kind, fileName, cameBy, received, watcher) : unsafe;
        } catch (Received.TooLargeException tooLarge) {
            return new Intake.TooLarge(limits.maxFile().toBytes());
        } catch (StoreUnavailableException | TransientDataAccessException unavailable) {
            refused.tell(more -> LOG.error(
                    "Proofs are refused, because the evidence store or the database does not answer{}",
                    more,
                    unavailable));
            return new Intake.StoreUnavailable();
        } catch (IOException interrupted) {
            return new Intake.Interrupted();
        }
    }

    /** Before anything else reads the file; null if nothing was found. */
    private Intake.@Nullable Refused scan(Path file) {
        return switch (scanner.scan(file)) {
            case VirusScanner.Result.Clean() -> null;
            case VirusScanner.Result.Infected(var signature) -> new Intake.Infected();
            case VirusScanner.Result.TooLarge() -> new Intake.TooLargeToScan();
            case VirusScanner.Result.NoAnswer(var why) -> new Intake.ScannerUnavailable();
        };
    }

    private Intake look(
            UUID owner, ProofKind kind, String fileName, Proof.CameBy cameBy, Received received, IntakeWatcher watcher)
            throws IOException {
        FileType type = FileType.of(received.file());
        if (!type.isTaken()) {
            return new Intake.NotAPicture(type);
        }
        if (!type.isPhoto() && isSideOfCard(kind)) {
            return new Intake.CardNeedsPhoto(type);
        }
        List<CleanPage> pages = new ArrayList<>();
        try (Drawing drawing = bench.open(received.file(), type)) {
            watcher.firstLook(drawing.firstLook());
            for (int number = 1; number <= drawing.pages(); number++) {
                pages.add(pageMaker.make(drawing.page(number)));
            }
        } catch (UndrawableException undrawable) {
            if (!(undrawable.why() instanceof Undrawable.NoConverter)) {
                return new Intake.NotDrawn(undrawable.why());
            }
            // The file is fine, and may be drawn later: it is all there is of this proof.
            pages.clear();
        }
        boolean keepOriginal = pages.isEmpty() || originals.keeps(pages);
        byte[] original = keepOriginal ? Files.readAllBytes(received.file()) : null;
        GivenFile file = new GivenFile(type, FileNames.shown(fileName, type), received.sha256(), cameBy, original);
        return keeper.keep(owner, kind, file, pages);
    }

    private static boolean isSideOfCard(ProofKind kind) {
        return switch (kind) {
            case FRONT, BACK -> true;
            case RECEIPT, EMAIL, SERIAL, OTHER -> false;
        };
    }
}
