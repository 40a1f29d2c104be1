package app.carddesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How somebody stands is known as it is after what was changed here. */
class StandingsTest {

    private final PersonStore people = mock();
    private final Standings standings = new Standings(people, Clock.systemUTC());
    private final SignedIn who = mock();

    @Test
    void what_was_read_while_it_was_changed_is_not_kept() {
        UUID id = UUID.randomUUID();
        Person person = mock();
        when(person.id()).thenReturn(id);
        when(who.person()).thenReturn(person);
        when(who.standsAs(any())).thenReturn(true);
        // Somebody is disabled just after a look at them has read how they stood.
        when(people.standing(id))
                .thenAnswer(call -> {
                    standings.drop(id);
                    return Optional.of(who);
                })
                .thenReturn(Optional.empty());

        standings.holds(who);

        assertThat(standings.holds(who)).isFalse();
    }
}
