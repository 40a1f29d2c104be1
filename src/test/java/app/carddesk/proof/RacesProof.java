package app.carddesk.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** Each race as often as the profile {@code proof} asks, with its figures. */
class RacesProof extends Races {

    private static final List<String> LINES = new ArrayList<>();

    @Override
    void ran(String race, int acts, Duration longest) {
        LINES.add("%-48s %3d runs, %5d acts, the longest run %5d ms, nothing doubled, no error"
                .formatted(race, runs(), acts, longest.toMillis()));
    }

    @AfterAll
    static void print() {
        System.out.println("\nRaces on " + database());
        LINES.forEach(System.out::println);
        LINES.clear();
    }
}
