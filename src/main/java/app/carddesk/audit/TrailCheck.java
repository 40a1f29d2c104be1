package app.carddesk.audit;

import app.carddesk.audit.Verifier.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Verifies the whole trail for whoever runs the installation, without keeping the result. */
@Component
public class TrailCheck {

    private final Verifier verifier;
    private final AnchorFile file;

    TrailCheck(Verifier verifier, AnchorFile file) {
        this.verifier = verifier;
        this.file = file;
    }

    /**
     * What a verification came to.
     *
     * @param outside anchors in the file outside the database
     * @param findings how many things are not as they were written
     * @param named the first of them
     */
    public record Checked(long events, long streams, long anchors, long outside, long findings, List<Finding> named) {}

    /** @param progress told after each part how many events were read */
    public Checked check(LongConsumer progress) {
        Tally tally = new Tally();
        verifier.verify(tally, () -> {
            progress.accept(tally.events);
            return true;
        });
        return new Checked(
                tally.events,
                tally.streams,
                tally.anchors,
                tally.outside,
                tally.findings.count(),
                tally.findings.named());
    }

    /** The file outside the database that anchors are appended to; it may not exist yet. */
    public Path anchorFile() {
        return file.path();
    }
}
