package app.carddesk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.carddesk.TestInstallation;
import app.carddesk.crash.Blow;
import app.carddesk.crash.Blow.Target;
import app.carddesk.crash.Deed;
import app.carddesk.crash.Fault;
import app.carddesk.crash.Outcome;
import app.carddesk.crash.Outcome.Left;
import app.carddesk.crash.Site;
import app.carddesk.crash.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application and the database server are killed with -9 while a replacement is asked for, decided, issued and its
 * letter queued: after a restart each act is there as a whole or not at all, what was answered is there, asking again
 * gives the same answer, the books balance and the audit trail is sound.
 *
 * <p>Which steps are struck is drawn from a seed that is printed; {@code -Dcarddesk.crash.seed} draws the same again.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Crashes {

    private static final Logger LOG = LoggerFactory.getLogger(Crashes.class);

    /** In short, a few; in full, six for each run of a race. */
    private static final int KILLS =
            Integer.getInteger("carddesk.proof") == null ? 5 : 6 * Integer.getInteger("carddesk.proof");

    /** Longer than any act takes once its code is warm. */
    private static final int ACT_MICROS = 120_000;

    private final long seed = Long.getLong("carddesk.crash.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private Path folder;
    private Site site;

    @BeforeAll
    void into(@TempDir Path given) {
        folder = given;
    }

    /** The one that all work on, or a new one where the last was broken for good. */
    @BeforeEach
    void start() throws IOException {
        if (site == null) {
            Path place = Files.createTempDirectory(folder, "site");
            site = TestInstallation.POSTGRESQL ? Site.onPostgres(place) : Site.onH2(place);
        }
    }

    @AfterAll
    void stop() {
        if (site != null) {
            site.close();
            site = null;
        }
    }

    @Test
    void what_was_answered_stays_and_nothing_is_half_done() {
        List<Struck> plan = plan();
        List<Outcome> outcomes = new ArrayList<>();
        for (Struck next : plan) {
            Outcome outcome = site.strike(next.deed(), next.blow());
            assertThat(outcome.findings())
                    .as("%s, struck at %s by %s, with the seed %d", outcome.deed(), outcome.step(), next.blow(), seed)
                    .isEmpty();
            LOG.debug("{}: {} at {} left it {}", outcome.deed(), outcome.blow(), outcome.step(), outcome.left());
            outcomes.add(outcome);
        }
        LOG.info(
                "{} kills on {}, with the seed {}{}{}",
                outcomes.size(),
                TestInstallation.POSTGRESQL ? "PostgreSQL" : "H2",
                seed,
                System.lineSeparator(),
                table(outcomes));
        assertThat(outcomes).hasSize(KILLS);
        assertThat(outcomes).extracting(Outcome::left).contains(Left.COMMITTED, Left.NOT_BEGUN);
    }

    @Test
    void whoever_comes_while_the_database_server_is_down_is_told_so_and_served_once_it_is_back() {
        assumeTrue(TestInstallation.POSTGRESQL, "H2 runs within the application");

        List<String> answers = site.actWhileServerIsDown(Deed.APPROVE, 500);

        assertThat(answers.getLast()).isEqualTo("done ISSUED");
        assertThat(site.check()).isEmpty();
    }

    /** What it leaves behind is broken for good, so others begin anew. */
    @Test
    void an_act_that_is_not_one_transaction_and_a_commit_that_is_not_kept_are_found() {
        try {
            if (TestInstallation.POSTGRESQL) {
                Outcome torn = site.strike(
                        Deed.APPROVE,
                        Blow.held(Target.DATABASE_SERVER, "after insert ledger_entry"),
                        Fault.ACT_IN_TWO_TRANSACTIONS);

                assertThat(torn.left()).isEqualTo(Left.HALF);
                assertThat(torn.findings()).anyMatch(finding -> finding.startsWith("Half an act is left: "));
            } else {
                Outcome lost = site.strike(
                        Deed.APPROVE, Blow.held(Target.APPLICATION, "no step at all"), Fault.COMMITS_WRITTEN_LATER);

                assertThat(lost.step()).isEqualTo(Site.AFTER_ANSWER);
                assertThat(lost.left()).isEqualTo(Left.NOT_BEGUN);
                assertThat(lost.findings()).contains("What was committed is gone");
            }
        } finally {
            stop();
        }
    }

    private record Struck(Deed deed, Blow blow) {}

    /**
     * The moments around the commit, which decide; then every kind of step there is, if there are kills enough, each in
     * an act that has it; then any steps of any acts.
     */
    private List<Struck> plan() {
        List<Deed> deeds = new ArrayList<>(List.of(Deed.values()));
        Collections.shuffle(deeds, random);
        boolean full = KILLS >= 10 * deeds.size();
        // What a start does by itself is always there afterwards: of few kills, those around the commit need another
        // act.
        Collections.swap(
                deeds,
                0,
                deeds.indexOf(deeds.stream()
                        .filter(deed -> !deed.isDoneAtStart())
                        .findFirst()
                        .orElseThrow()));
        Map<Deed, List<String>> steps = new EnumMap<>(Deed.class);
        for (Deed deed : full ? deeds : deeds.subList(0, 2)) {
            steps.put(deed, site.stepsOf(deed));
        }
        List<Struck> plan = new ArrayList<>();
        for (Deed deed : full ? deeds : deeds.subList(0, 1)) {
            plan.add(new Struck(deed, Blow.held(target(plan), Steps.BEFORE_COMMIT)));
            plan.add(new Struck(deed, Blow.held(target(plan), Steps.AFTER_COMMIT)));
            plan.add(new Struck(deed, Blow.passing(target(plan), Steps.BEFORE_COMMIT)));
        }
        // What waits for stock that is there must not go on waiting after a start.
        plan.add(new Struck(Deed.STOCK_ARRIVES, Blow.held(Target.APPLICATION, Steps.BEFORE_COMMIT)));
        for (Deed deed : full ? deeds.subList(0, deeds.size() / 2) : List.<Deed>of()) {
            plan.add(new Struck(deed, Blow.any(target(plan), random.nextInt(ACT_MICROS))));
        }
        List<String> kinds = kinds(steps);
        while (plan.size() < KILLS) {
            plan.add(
                    kinds.isEmpty()
                            ? anyStep(steps, target(plan))
                            : stepOfKind(steps, kinds.removeLast(), target(plan)));
        }
        Collections.shuffle(plan, random);
        return plan;
    }

    /** Every kind of step that is not the commit, in any order. */
    private List<String> kinds(Map<Deed, List<String>> steps) {
        Set<String> kinds = new TreeSet<>();
        steps.values().forEach(kinds::addAll);
        kinds.removeAll(Set.of(Steps.BEFORE_COMMIT, Steps.AFTER_COMMIT));
        List<String> drawn = new ArrayList<>(kinds);
        Collections.shuffle(drawn, random);
        LOG.info(
                "{} kinds of step besides the commit, {} steps in all",
                drawn.size(),
                steps.values().stream().mapToInt(List::size).sum());
        return drawn;
    }

    private Struck stepOfKind(Map<Deed, List<String>> steps, String kind, Target target) {
        List<Deed> having = steps.keySet().stream()
                .filter(deed -> steps.get(deed).contains(kind))
                .toList();
        return new Struck(having.get(random.nextInt(having.size())), Blow.held(target, kind));
    }

    private Struck anyStep(Map<Deed, List<String>> steps, Target target) {
        List<Deed> deeds = List.copyOf(steps.keySet());
        Deed deed = deeds.get(random.nextInt(deeds.size()));
        int step = random.nextInt(steps.get(deed).size());
        return new Struck(deed, Blow.held(target, Integer.toString(step)));
    }

    /** H2 dies with the application; of PostgreSQL the server dies about four times as often as the application. */
    private static Target target(List<Struck> plan) {
        return TestInstallation.POSTGRESQL && plan.size() % 5 != 4 ? Target.DATABASE_SERVER : Target.APPLICATION;
    }

    private static String table(List<Outcome> outcomes) {
        Map<String, Map<Left, Integer>> lines = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            lines.computeIfAbsent(outcome.step(), step -> new EnumMap<>(Left.class))
                    .merge(outcome.left(), 1, Integer::sum);
        }
        StringBuilder table = new StringBuilder(
                "| %-44s | %5s | %9s | %9s |%n".formatted("killed", "kills", "committed", "not begun"));
        lines.forEach((step, left) -> table.append("| %-44s | %5d | %9d | %9d |%n"
                .formatted(
                        step,
                        left.values().stream().mapToInt(Integer::intValue).sum(),
                        left.getOrDefault(Left.COMMITTED, 0),
                        left.getOrDefault(Left.NOT_BEGUN, 0))));
        for (Deed deed : Deed.values()) {
            table.append("%s: %d; "
                    .formatted(
                            deed,
                            outcomes.stream().filter(o -> o.deed() == deed).count()));
        }
        for (Target target : Target.values()) {
            table.append("%s killed: %d; "
                    .formatted(
                            target,
                            outcomes.stream()
                                    .filter(o -> o.blow().target() == target)
                                    .count()));
        }
        return table.toString();
    }
}
