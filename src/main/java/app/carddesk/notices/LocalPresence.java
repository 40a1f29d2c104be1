package app.carddesk.notices;

import app.carddesk.access.Person;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people on this node. */
@Component
class LocalPresence implements Presence {

    /** Three heartbeats of a window, five minutes each, and a minute on top. */
    static final Duration SILENCE = Duration.ofMinutes(16);

    private final Map<UUID, List<Guest>> places = new ConcurrentHashMap<>();
    private final Messenger messenger;
    private final Clock clock;

    LocalPresence(Messenger messenger, Clock clock) {
        this.messenger = messenger;
        this.clock = clock;
    }

    @Override
    public Visit enter(UUID place, Person person, Runnable changed) {
        Guest guest = new Guest(place, person, changed);
        places.compute(place, (id, known) -> {
            List<Guest> guests = known == null ? new CopyOnWriteArrayList<>() : known;
            guests.removeIf(Guest::isForgotten);
            guests.add(guest);
            return guests;
        });
        tellOthers(guest);
        return guest;
    }

    /** How many places have visitors. */
    int visited() {
        return places.size();
    }

    private void tellOthers(Guest teller) {
        for (Guest guest : places.getOrDefault(teller.place, List.of())) {
            Runnable changed = guest.changed.get();
            if (changed == null) {
                remove(guest);
            } else if (guest != teller) {
                messenger.tell(changed);
            }
        }
    }

    private void remove(Guest guest) {
        places.computeIfPresent(guest.place, (id, guests) -> {
            guests.remove(guest);
            return guests.isEmpty() ? null : guests;
        });
    }

    private final class Guest implements Visit {

        private final UUID place;
        private final Person person;
        private final WeakReference<Runnable> changed;
        private volatile Instant heard = clock.instant();
        private volatile @Nullable String field;

        Guest(UUID place, Person person, Runnable changed) {
            this.place = place;
            this.person = person;
            this.changed = new WeakReference<>(changed);
        }

        @Override
        public void edit(String turnedTo) {
            turn(turnedTo);
        }

        @Override
        public void rest(String left) {
            if (left.equals(field)) {
                turn(null);
            }
        }

        private void turn(@Nullable String to) {
            heard = clock.instant();
            if (!Objects.equals(field, to)) {
                field = to;
                tellOthers(this);
            }
        }

        @Override
        public void stay() {
            boolean back = isSilent();
            heard = clock.instant();
            if (back) {
                tellOthers(this);
            }
        }

        @Override
        public void leave() {
            remove(this);
            tellOthers(this);
        }

        @Override
        public List<Visitor> others() {
            return places.getOrDefault(place, List.of()).stream()
                    .filter(guest -> !guest.person.id().equals(person.id()))
                    .filter(guest -> !guest.isSilent() && !guest.isForgotten())
                    .collect(Collectors.toMap(guest -> guest.person.id(), Guest::seen, LocalPresence::together))
                    .values()
                    .stream()
                    .sorted(Comparator.comparing(Visitor::name).thenComparing(Visitor::person))
                    .toList();
        }

        private Visitor seen() {
            String now = field;
            return new Visitor(
                    person.id(),
                    person.name(),
                    now == null ? Collections.emptySortedSet() : new TreeSet<>(List.of(now)));
        }

        private boolean isSilent() {
            return heard.plus(SILENCE).isBefore(clock.instant());
        }

        private boolean isForgotten() {
            return changed.refersTo(null);
        }
    }

    private static Visitor together(Visitor one, Visitor other) {
        SortedSet<String> fields = new TreeSet<>(one.fields());
        fields.addAll(other.fields());
        return new Visitor(one.person(), one.name(), fields);
    }
}
