package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarddeskTest
@Tag("database")
class RecentCardsTest {

    @Autowired
    private RecentCards recent;

    @Autowired
    private TestCards cards;

    @Autowired
    private TestClock clock;

    @Autowired
    private SignIn signIn;

    @AfterEach
    void signOut() {
        clock.reset();
        signIn.out();
    }

    @Test
    void the_latest_come_first_each_once_and_the_oldest_are_forgotten() {
        signIn.as("agent2");
        List<Card> seen = new ArrayList<>();
        for (int i = 0; i <= RecentCards.MOST; i++) {
            seen.add(cards.active(10_000));
        }
        seen.forEach(this::see);
        see(seen.get(3));

        List<Serial> latest =
                recent.latest().stream().map(RecentCards.Recent::serial).toList();

        assertThat(latest).hasSize(RecentCards.MOST).doesNotHaveDuplicates();
        assertThat(latest.getFirst()).isEqualTo(seen.get(3).serial());
        assertThat(latest.get(1)).isEqualTo(seen.getLast().serial());
        assertThat(latest).doesNotContain(seen.getFirst().serial());
    }

    private void see(Card card) {
        clock.forward(Duration.ofSeconds(1));
        recent.seen(card.id());
    }
}
