package app.carddesk.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.TestCards;
import app.carddesk.proof.AtOnce;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random histories on the desk and on a plain model, compared after every step. A history that fails is told as short as
 * it can be made, with the number it grew from; {@code -Dcarddesk.seed} grows it again.
 */
@CarddeskTest
@Tag("database")
class ConservationTest {

    private static final int LENGTH = 30;
    private static final int HISTORIES = 2 * Integer.getInteger("carddesk.proof", 3);

    @Autowired
    private Replacements replacements;

    @Autowired
    private Corrections corrections;

    @Autowired
    private TestRequests cases;

    @Autowired
    private TestCards cards;

    @Autowired
    private SignIn signIn;

    @Autowired
    private JdbcClient jdbc;

    private World.Parts parts;

    @BeforeEach
    void gather() {
        parts = new World.Parts(replacements, corrections, cases, cards, signIn, jdbc);
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void whatever_happens_money_is_neither_made_nor_lost() {
        long seed = Long.getLong("carddesk.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            List<Act> history = Act.history(random, LENGTH);
            String difference = run(history);
            if (difference != null) {
                List<Act> shortest = shrink(history);
                throw new AssertionError("Seed " + seed + ", history " + i + ": " + run(shortest) + "\n"
                        + String.join("\n", shortest.stream().map(Act::toString).toList()));
            }
        }
    }

    @Test
    void a_model_that_forgets_a_step_is_noticed_and_the_history_shrinks_to_it() {
        List<Act> history = Act.history(new Random(7), LENGTH);
        history.add(new Act(Act.What.STOCK, 0, 1, false));
        World world = new World(parts);
        for (Act act : history) {
            assertThat(world.step(act)).isNull();
        }
        world.model.issued++;

        assertThat(world.step(new Act(Act.What.STOCK, 0, 1, false))).contains("issued");
    }

    /**
     * Several people at the same cards at once. Whatever order the database let them commit in, a card is first
     * activated, then spent from, then linked or replaced: in that order the model does what succeeded, and at rest both
     * stand the same.
     */
    @Test
    void at_rest_many_people_at_once_have_left_what_the_model_leaves() throws Exception {
        Random random = new Random();
        for (int i = 0; i < HISTORIES; i++) {
            World world = new World(parts);
            for (int card = 0; card < 4; card++) {
                world.step(new Act(Act.What.IMPORT, 0, 5_000, false));
            }
            world.step(new Act(Act.What.STOCK, 0, 1, false));
            List<Act> acts = new ArrayList<>();
            for (int n = 0; n < 60; n++) {
                Act.What what = List.of(Act.What.ACTIVATE, Act.What.SPEND, Act.What.SPEND, Act.What.LINK)
                        .get(random.nextInt(4));
                acts.add(new Act(what, random.nextInt(4), 1 + random.nextInt(2_000), false));
            }
            AtOnce atOnce = new AtOnce(signIn);
            acts.forEach(act -> atOnce.add("agent", () -> world.real(act)));
            List<Object> said = atOnce.go();

            for (Act.What next : List.of(Act.What.ACTIVATE, Act.What.SPEND, Act.What.LINK)) {
                for (int n = 0; n < acts.size(); n++) {
                    if (acts.get(n).what() == next && said.get(n).equals(true)) {
                        assertThat(world.modelled(acts.get(n)))
                                .as("%s", acts.get(n))
                                .isTrue();
                    }
                }
            }
            signIn.as("agent");
            assertThat(world.compare(acts.getLast())).isNull();
        }
    }

    /** What differs, or null. */
    private String run(List<Act> history) {
        World world = new World(parts);
        for (Act act : history) {
            String difference = world.step(act);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    /** Leaves out whatever is not needed to fail; a history begins with its card. */
    private List<Act> shrink(List<Act> failing) {
        List<Act> shortest = new ArrayList<>(failing);
        for (int i = shortest.size() - 1; i > 0; i--) {
            List<Act> without = new ArrayList<>(shortest);
            without.remove(i);
            if (run(without) != null) {
                shortest = without;
            }
        }
        return shortest;
    }
}
