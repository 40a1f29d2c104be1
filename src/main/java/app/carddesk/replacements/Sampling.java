package app.carddesk.replacements;

import app.carddesk.cases.Contradictions;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Draws which replacements that nobody decided on are looked at afterwards; a larger share where no reader looked at
 * the proofs, because there one person's eye was all.
 */
@Component
class Sampling {

    private final SamplingSettings settings;
    private final Contradictions contradictions;
    private final RandomGenerator source;

    Sampling(SamplingSettings settings, Contradictions contradictions, RandomGenerator source) {
        this.settings = settings;
        this.contradictions = contradictions;
        this.source = source;
    }

    /** Whether the replacement of this case is drawn; drawn anew with each call. */
    boolean draws(UUID caseId) {
        int percent = contradictions.areProofsRead(caseId) ? settings.percent() : settings.percentUnread();
        return source.nextInt(100) < percent;
    }
}
