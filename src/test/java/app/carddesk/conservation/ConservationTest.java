package app.carddesk.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.PersonContacts;
import app.carddesk.access.Role;
import app.carddesk.access.TestPeople;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.TestCards;
import app.carddesk.conservation.Act.What;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random histories on the desk and on a plain model, compared after every step. A history that fails is told as short as
 * it can be made, with the number it grew from; {@code -Dcarddesk.seed} grows it again.
 */
@CarddeskTest
@Tag("database")
class ConservationTest {

    private static final int LENGTH = 30;
    private static final int CARDS = 4;

    /** What a crowd does; cards are seldom linked or voided, for there is little to do with them afterwards. */
    private static final List<What> CROWDED = List.of(
            What.ACTIVATE,
            What.SPEND,
            What.SPEND,
            What.SPEND,
            What.LINK,
            What.VOID,
            What.REFER,
            What.REFER,
            What.REFER,
            What.WITHDRAW,
            What.RETURN,
            What.APPROVE,
            What.APPROVE,
            What.APPROVE,
            What.REFUSE,
            What.CORRECT,
            What.CORRECT,
            What.CORRECT_ACTIVATION);

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

    @Autowired
    private TestPeople people;

    @Autowired
    private PlatformTransactionManager transactions;

    private World.Parts parts;
    private TransactionTemplate transaction;

    @BeforeEach
    void gather() {
        transaction = new TransactionTemplate(transactions);
        parts = new World.Parts(
                replacements, corrections, cases, cards, signIn, jdbc, List.of(newSupervisor(), newSupervisor()));
    }

    private String newSupervisor() {
        return people.add(Role.SUPERVISOR, new PersonContacts.Contact(null, null));
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
        history.add(new Act(What.STOCK, 0, 1, false));
        World world = new World(parts);
        for (Act act : history) {
            assertThat(world.step(act)).isNull();
        }
        world.model.issued++;

        assertThat(world.step(new Act(What.STOCK, 0, 1, false))).contains("issued");
    }

    /**
     * Several people at the same cards at once: in the order in which their acts were committed the model does every one
     * of them, and at rest both stand the same.
     */
    @Test
    void at_rest_many_people_at_once_have_left_what_the_model_leaves() throws Exception {
        Random random = new Random();
        Set<What> done = EnumSet.noneOf(What.class);
        for (int i = 0; i < HISTORIES; i++) {
            World world = new World(parts);
            for (int card = 0; card < CARDS; card++) {
                world.step(new Act(What.IMPORT, 0, 5_000, false));
                world.step(new Act(What.STOCK, 0, 1, false));
            }
            world.step(new Act(What.ACTIVATE, 0, 1, false));
            world.step(new Act(What.ACTIVATE, 1, 1, false));
            Crowd crowd = new Crowd(world, transaction);
            for (int wave = 0; wave < 4; wave++) {
                List<Act> acts = new ArrayList<>();
                for (int n = 0; n < 20; n++) {
                    acts.add(new Act(
                            CROWDED.get(random.nextInt(CROWDED.size())),
                            random.nextInt(CARDS),
                            1 + random.nextInt(2_000),
                            random.nextInt(4) == 0));
                }
                crowd.act(acts);
            }

            assertThat(crowd.replay()).isNull();
            signIn.as("agent");
            assertThat(world.compare(new Act(What.RETRY, 0, 0, false))).isNull();
            done.addAll(crowd.done());
        }
        assertThat(done).contains(What.ACTIVATE, What.SPEND, What.REFER, What.CORRECT);
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
