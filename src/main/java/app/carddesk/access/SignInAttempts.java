package app.carddesk.access;

import app.carddesk.access.AttemptRepository.Row;
import app.carddesk.access.SignInMarks.Kind;
import app.carddesk.shared.RetriedOnContention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts sign-ins in the database, so that guessing a password takes longer than anybody has. Every attempt counts as
 * failed before the password is looked at and is taken back if it was right, or if nobody came to look at it: of two hundred at once no more are looked at
 * than may fail, on any number of nodes.
 *
 * <p>A stranger keeps nobody out. Failures of a name close that name for the address they come from, not for the others;
 * a device on which the person signed in before has a count of its own, which neither the name's nor the address's
 * touches; and no wait is longer than {@link SignInLimits#longestWait()}. Only many addresses that work together close a
 * name for whoever comes from a device that is not known. Names that nobody has are counted like any other.
 */
@Component
@RetriedOnContention
class SignInAttempts {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AttemptRepository rows;
    private final SignInMarks marks;
    private final SignInLimits limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SignInAttempts(
            AttemptRepository rows,
            SignInMarks marks,
            SignInLimits limits,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.marks = marks;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    /** Whether a password is looked at. */
    sealed interface Attempt {

        /**
         * It is, and counts as failed until it is known to be right.
         *
         * @param marks what it counts for
         * @param counted for which of these a failure was added
         * @param closed what is closed from now on, if it was wrong
         * @param closedUntil until when; null if nothing is
         */
        record Open(
                Map<Kind, String> marks,
                List<Kind> counted,
                List<Kind> closed,
                @Nullable Instant closedUntil) implements Attempt {}

        /** It is not, before this moment. */
        record Closed(Instant until) implements Attempt {}
    }

    /**
     * Begins an attempt.
     *
     * @param name as it was typed
     * @param address where it comes from
     * @param device the device, if this person is known to use it
     */
    @Transactional
    public Attempt begin(String name, String address, @Nullable String device) {
        Map<Kind, String> counted = counted(SignInMarks.name(name), SignInMarks.network(address), device);
        Optional<Instant> closed = rows.closedUntil(counted.values());
        if (closed.isPresent()) {
            return new Attempt.Closed(closed.get());
        }
        Map<Kind, Row> locked = new EnumMap<>(Kind.class);
        counted.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(mark -> locked.put(mark.getKey(), current(rows.lock(mark.getValue()))));
        Instant now = clock.instant();
        Optional<Instant> meanwhile = locked.values().stream()
                .filter(row -> row.isClosed(now))
                .map(row -> Objects.requireNonNull(row.closedUntil()))
                .max(Comparator.naturalOrder());
        return meanwhile.<Attempt>map(Attempt.Closed::new).orElseGet(() -> count(counted, locked, now));
    }

    private Attempt count(Map<Kind, String> marks, Map<Kind, Row> locked, Instant now) {
        List<Kind> counted = new ArrayList<>();
        List<Kind> closed = new ArrayList<>();
        Instant until = null;
        Row here = locked.get(Kind.NAME_AND_ADDRESS);
        for (Map.Entry<Kind, Row> each : locked.entrySet()) {
            Row row = each.getValue();
            if (each.getKey() == Kind.NAME && here != null && here.failures() >= limits.perName()) {
                // One address that goes on and on must not close a name for the others.
                continue;
            }
            int failures = row.failures() + 1;
            Duration wait = limits.waitAfter(failures, free(each.getKey()));
            Instant closedUntil = wait.isZero() ? null : now.plus(wait);
            rows.save(new Row(row.mark(), failures, now, closedUntil));
            counted.add(each.getKey());
            if (closedUntil != null) {
                closed.add(each.getKey());
                until = until == null || closedUntil.isAfter(until) ? closedUntil : until;
            }
        }
        return new Attempt.Open(Map.copyOf(marks), List.copyOf(counted), List.copyOf(closed), until);
    }

    /** The password was wrong, or nobody has the name, or they may not sign in: which, makes no difference here. */
    @Transactional
    public void failed(Attempt.Open attempt, UUID person) {
        attempt.closed()
                .forEach(kind -> events.publishEvent(new SignInEvent(person, SignInEvent.What.CLOSED, kind.name())));
        Instant now = clock.instant();
        Row hour = rows.lock(marks.of(Kind.ALL));
        boolean over = hour.failures() == 0 || hour.countedAt().plus(HOUR).isBefore(now);
        int failures = over ? 1 : hour.failures() + 1;
        rows.save(new Row(hour.mark(), failures, over ? now : hour.countedAt(), null));
        boolean enumerated = attempt.closed().contains(Kind.ADDRESS)
                || attempt.closed().contains(Kind.NAME)
                || failures >= limits.alarm();
        if (enumerated) {
            Row told = rows.lock(marks.of(Kind.ALARM));
            if (told.failures() == 0 || told.countedAt().plus(HOUR).isBefore(now)) {
                rows.save(new Row(told.mark(), 1, now, null));
                events.publishEvent(new PasswordsGuessed(failures));
            }
        }
    }

    /** The password was right: what was counted for this attempt is taken back, with the person's own failures before. */
    @Transactional
    public void succeeded(Attempt.Open attempt) {
        attempt.marks().entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(mark -> {
            if (mark.getKey() != Kind.ADDRESS) {
                rows.remove(mark.getValue());
                return;
            }
            // Whoever guesses at others' passwords may well have one of their own.
            Row row = rows.lock(mark.getValue());
            int failures = Math.max(0, row.failures() - 1);
            Instant until = failures < limits.perAddress() ? null : row.closedUntil();
            rows.save(new Row(row.mark(), failures, row.countedAt(), until));
        });
    }

    /** Nobody has looked at the password: what was counted for this attempt, and closed by it, is taken back. */
    @Transactional
    public void giveBack(Attempt.Open attempt) {
        attempt.marks().entrySet().stream()
                .filter(mark -> attempt.counted().contains(mark.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(mark -> {
                    Row row = rows.lock(mark.getValue());
                    if (row.failures() <= 1) {
                        rows.remove(row.mark());
                        return;
                    }
                    int failures = row.failures() - 1;
                    boolean opens = attempt.closed().contains(mark.getKey())
                            || limits.waitAfter(failures, free(mark.getKey())).isZero();
                    rows.save(new Row(row.mark(), failures, row.countedAt(), opens ? null : row.closedUntil()));
                });
    }

    /** Forgets what is long past; on several nodes at once it does no harm. */
    @Scheduled(cron = "${carddesk.sign-in.sweep.cron:0 17 * * * *}")
    @Transactional
    public int sweep() {
        return rows.removeBefore(clock.instant().minus(limits.forgottenAfter()));
    }

    private Map<Kind, String> counted(String name, String network, @Nullable String device) {
        if (device != null) {
            return Map.of(Kind.DEVICE, marks.of(Kind.DEVICE, name, device));
        }
        return Map.of(
                Kind.NAME, marks.of(Kind.NAME, name),
                Kind.NAME_AND_ADDRESS, marks.of(Kind.NAME_AND_ADDRESS, name, network),
                Kind.ADDRESS, marks.of(Kind.ADDRESS, network));
    }

    private int free(Kind kind) {
        return switch (kind) {
            case NAME -> limits.perNameEverywhere();
            case NAME_AND_ADDRESS, DEVICE -> limits.perName();
            case ADDRESS -> limits.perAddress();
            case ALL, ALARM, COOKIE -> Integer.MAX_VALUE;
        };
    }

    /** A count without what is long past. */
    private Row current(Row row) {
        return row.countedAt().plus(limits.forgottenAfter()).isBefore(clock.instant())
                ? new Row(row.mark(), 0, row.countedAt(), null)
                : row;
    }
}
