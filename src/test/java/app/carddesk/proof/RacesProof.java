package app.carddesk.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each race as often as the profile {@code proof} asks, with its figures. */
class RacesProof extends Races {

    private static final Logger LOG = LoggerFactory.getLogger(RacesProof.class);

    private static final List<String> LINES = new ArrayList<>();

    @Override
    void ran(String race, int acts, Duration longest) {
        LINES.add(String.format(
                Locale.ROOT,
                "| %-48s | %3d runs | %5d acts | longest run %6d ms |",
                race,
                runs(),
                acts,
                longest.toMillis()));
    }

    @AfterAll
    static void print() {
        LOG.info(
                "Races on {}: the right number of successes each time{}{}",
                database(),
                System.lineSeparator(),
                String.join(System.lineSeparator(), LINES));
        LINES.clear();
    }
}
