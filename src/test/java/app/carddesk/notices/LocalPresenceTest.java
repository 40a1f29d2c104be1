package app.carddesk.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.carddesk.TestClock;
import app.carddesk.access.Person;
import app.carddesk.access.Role;
import app.carddesk.access.Theme;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalPresenceTest {

    private final TestClock clock = new TestClock();
    private final Messenger messenger = new Messenger();
    private final LocalPresence presence = new LocalPresence(messenger, clock);
    private final UUID place = UUID.randomUUID();
    private final Person maja = person("Maja");
    private final Person nils = person("Nils");
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Runnable tellsMaja = () -> told.add("Maja");
    private final Runnable tellsNils = () -> told.add("Nils");

    @AfterEach
    void stop() {
        messenger.destroy();
    }

    @Test
    void two_people_see_each_other_and_nobody_themselves() {
        Visit hers = presence.enter(place, maja, tellsMaja);
        Visit his = presence.enter(place, nils, tellsNils);
        presence.enter(UUID.randomUUID(), person("Elsewhere"), tellsNils);

        assertThat(hers.others()).extracting(Visitor::name).containsExactly("Nils");
        assertThat(his.others()).extracting(Visitor::name).containsExactly("Maja");
    }

    @Test
    void two_windows_of_one_person_count_once_with_the_fields_of_both() {
        Visit his = presence.enter(place, nils, tellsNils);
        Visit first = presence.enter(place, maja, tellsMaja);
        Visit second = presence.enter(place, maja, tellsMaja);

        first.edit("retailer");
        second.edit("problem");

        assertThat(his.others())
                .containsExactly(new Visitor(maja.id(), "Maja", new TreeSet<>(List.of("problem", "retailer"))));
        assertThat(first.others()).extracting(Visitor::name).containsExactly("Nils");
        first.leave();
        assertThat(his.others()).extracting(Visitor::fields).containsExactly(new TreeSet<>(List.of("problem")));
        second.leave();
        assertThat(his.others()).isEmpty();
    }

    @Test
    void the_others_are_told_of_what_changes_and_of_nothing_else() throws Exception {
        Visit hers = presence.enter(place, maja, tellsMaja);
        Visit his = presence.enter(place, nils, tellsNils);
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("Maja");

        his.edit("retailer");
        his.edit("retailer");
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("Maja");
        his.rest("problem");
        hers.edit("problem");

        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("Nils");
        assertThat(told).isEmpty();
        assertThat(hers.others().getFirst().fields()).containsExactly("retailer");
    }

    @Test
    void a_window_that_is_silent_for_long_counts_as_gone_until_it_is_heard_again() {
        Visit hers = presence.enter(place, maja, tellsMaja);
        Visit his = presence.enter(place, nils, tellsNils);
        clock.forward(LocalPresence.SILENCE.plus(Duration.ofMinutes(1)));
        assertThat(hers.others()).isEmpty();

        his.stay();

        assertThat(hers.others()).extracting(Visitor::name).containsExactly("Nils");
    }

    @Test
    void a_window_that_went_without_a_word_is_forgotten_with_its_garbage() throws Exception {
        Visit hers = presence.enter(place, maja, tellsMaja);
        WeakReference<Object> window = enterAndVanish();

        await().until(() -> {
            System.gc();
            return window.refersTo(null);
        });

        assertThat(hers.others()).isEmpty();
        hers.leave();
        assertThat(presence.visited()).isZero();
    }

    /** As a window does it whose listener nobody but itself holds. */
    private WeakReference<Object> enterAndVanish() {
        Object window = new Object();
        presence.enter(place, nils, () -> told.add(window.toString()));
        return new WeakReference<>(window);
    }

    private static Person person(String name) {
        return new Person(
                UUID.randomUUID(),
                name.toLowerCase(java.util.Locale.ROOT),
                name,
                Set.of(Role.AGENT),
                null,
                Theme.SYSTEM);
    }
}
