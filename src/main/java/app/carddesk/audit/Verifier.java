package app.carddesk.audit;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Computes the whole trail anew and names what differs: every event in its chain, every chain against its head and its
 * anchors, every anchor against the one before it, and all of them against the file outside the database. Reads a part
 * at a time, so that memory does not grow with the trail. What is written meanwhile is no difference.
 */
@Component
class Verifier {

    private final StreamVerifier streams;
    private final AnchorVerifier anchors;

    Verifier(StreamVerifier streams, AnchorVerifier anchors) {
        this.streams = streams;
        this.anchors = anchors;
    }

    /** How far a verification came, and what it found. */
    static final class Tally {

        final Findings findings = new Findings();
        long events;
        long streams;
        long anchors;
        long outside;
    }

    /**
     * @param goOn asked after each part; saying no ends the verification where it is
     * @return false if it was ended
     */
    boolean verify(Tally tally, BooleanSupplier goOn) {
        return streams.verify(tally, goOn) && anchors.verify(tally, goOn);
    }
}
