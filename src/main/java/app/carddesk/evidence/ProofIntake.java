package app.carddesk.evidence;

import app.carddesk.evidence.pictures.DecodeBench;
import app.carddesk.evidence.pictures.Drawing;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.UndrawableException;
import app.carddesk.shared.ProofKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes pictures in. A file is counted while it arrives, known by its content, drawn anew, and then kept in one short
 * transaction. What was given is never kept itself.
 */
@Component
class ProofIntake {

    private final EvidenceLimits limits;
    private final Incoming incoming;
    private final DecodeBench bench;
    private final PageMaker pageMaker;
    private final ProofKeeper keeper;

    ProofIntake(EvidenceLimits limits, Incoming incoming, DecodeBench bench, PageMaker pageMaker, ProofKeeper keeper) {
        this.limits = limits;
        this.incoming = incoming;
        this.bench = bench;
        this.pageMaker = pageMaker;
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
        Intake refused = keeper.refusal(owner);
        if (refused != null) {
            return refused;
        }
        try (Received received =
                Received.read(content, incoming.folder(), limits.maxFile().toBytes())) {
            return look(owner, kind, fileName, cameBy, received, watcher);
        } catch (Received.TooLargeException tooLarge) {
            return new Intake.TooLarge(limits.maxFile().toBytes());
        } catch (IOException interrupted) {
            return new Intake.Interrupted();
        }
    }

    private Intake look(
            UUID owner, ProofKind kind, String fileName, Proof.CameBy cameBy, Received received, IntakeWatcher watcher)
            throws IOException {
        FileType type = FileType.of(received.file());
        if (!type.isTaken()) {
            return new Intake.NotAPicture(type);
        }
        List<CleanPage> pages = new ArrayList<>();
        try (Drawing drawing = bench.open(received.file(), type)) {
            watcher.firstLook(drawing.firstLook());
            for (int number = 1; number <= drawing.pages(); number++) {
                pages.add(pageMaker.make(drawing.page(number)));
            }
        } catch (UndrawableException undrawable) {
            return new Intake.NotDrawn(undrawable.why());
        }
        return keeper.keep(
                owner, kind, new GivenFile(type, FileNames.shown(fileName, type), received.sha256(), cameBy), pages);
    }
}
