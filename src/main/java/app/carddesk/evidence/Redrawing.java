package app.carddesk.evidence;

import app.carddesk.access.SystemRun;
import app.carddesk.evidence.pictures.DecodeBench;
import app.carddesk.evidence.pictures.Drawing;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.UndrawableException;
import app.carddesk.evidence.store.StoreUnavailableException;
import app.carddesk.evidence.store.UnreadableContentException;
import app.carddesk.shared.FailedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Draws files that were kept as they were given because nothing here could draw them when they came: when a person asks
 * for it, and all of them soon after a start, since whoever installs what was missing starts Carddesk anew.
 */
@Component
class Redrawing {

    private static final Logger LOG = LoggerFactory.getLogger(Redrawing.class);

    private final ProofRows rows;
    private final ProofFiles files;
    private final ProofKeeper keeper;
    private final PageMaker pageMaker;
    private final DecodeBench bench;
    private final Incoming incoming;
    private final SystemRun systemRun;

    Redrawing(
            ProofRows rows,
            ProofFiles files,
            ProofKeeper keeper,
            PageMaker pageMaker,
            DecodeBench bench,
            Incoming incoming,
            SystemRun systemRun) {
        this.rows = rows;
        this.files = files;
        this.keeper = keeper;
        this.pageMaker = pageMaker;
        this.bench = bench;
        this.incoming = incoming;
        this.systemRun = systemRun;
    }

    /** Draws one of them. Asks nobody's permission. */
    Redraw draw(Proof proof) {
        FileType type = proof.type();
        if (!proof.isWithoutPreview() || type == null) {
            return new Redraw.Drawn();
        }
        try {
            return keeper.drawn(proof, pages(files.original(proof.id()), type));
        } catch (UndrawableException still) {
            return new Redraw.NotDrawn(new Intake.NotDrawn(still.why()));
        } catch (StoreUnavailableException | UnreadableContentException unreadable) {
            return new Redraw.NotDrawn(new Intake.StoreUnavailable());
        }
    }

    private List<CleanPage> pages(byte[] original, FileType type) throws UndrawableException {
        Path file = null;
        try {
            Files.createDirectories(incoming.folder());
            file = Files.createTempFile(incoming.folder(), "again-", ".part");
            Files.write(file, original);
            List<CleanPage> pages = new ArrayList<>();
            try (Drawing drawing = bench.open(file, type)) {
                for (int number = 1; number <= drawing.pages(); number++) {
                    pages.add(pageMaker.make(drawing.page(number)));
                }
            }
            return pages;
        } catch (IOException full) {
            throw new UncheckedIOException("No temporary file can be written", full);
        } finally {
            delete(file);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stuck) {
            LOG.warn("A temporary file could not be removed; it goes at the next start", stuck);
        }
    }

    /** Once, some minutes after the start. */
    @Scheduled(initialDelayString = "${carddesk.evidence.after-start:PT5M}")
    void drawAll() {
        systemRun.asCarddesk(() -> {
            int drawn = 0;
            FailedRows undrawn = new FailedRows();
            List<Proof> waiting = rows.withoutPreview();
            for (Proof proof : waiting) {
                try {
                    Redraw redraw = draw(proof);
                    drawn += redraw instanceof Redraw.Drawn ? 1 : 0;
                } catch (RuntimeException failed) {
                    undrawn.add(proof.id(), failed);
                }
            }
            undrawn.tell(
                    LOG, "proofs could not be drawn once more", "They stay without a preview; the trace says why.");
            if (!waiting.isEmpty()) {
                LOG.info("{} of {} proofs without a preview have one now", drawn, waiting.size());
            }
            return drawn;
        });
    }
}
