package app.carddesk.audit;

import app.carddesk.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verifies the events of every chain, and where each chain ends. */
@Component
class StreamVerifier {

    private static final int AT_ONCE = 1_000;

    /** How far from its place an event is looked for that was moved. */
    private static final int NEIGHBOURS = 100;

    private static final Set<Kind> NOT_AS_WRITTEN = EnumSet.of(Kind.EVENT_CHANGED, Kind.EVENT_MOVED, Kind.EVENT_ADDED);

    private final ChainRows rows;
    private final EndRows ends;
    private final ChainForm form;

    StreamVerifier(ChainRows rows, EndRows ends, ChainForm form) {
        this.rows = rows;
        this.ends = ends;
        this.form = form;
    }

    /** Where reading a chain has come to. */
    private static final class Walk {

        private final String stream;
        private long place;
        private byte[] hash = ChainForm.start();
        private final List<ChainedEvent> strange = new ArrayList<>();

        private Walk(String stream) {
            this.stream = stream;
        }
    }

    boolean verify(Verifier.Tally tally, BooleanSupplier goOn) {
        String stream = "";
        List<ChainedEvent> part = rows.afterStream(stream, AT_ONCE);
        while (!part.isEmpty()) {
            Map<String, Walk> walks = new HashMap<>();
            walk(part, walks, tally);
            stream = part.getLast().stream();
            Walk last = Objects.requireNonNull(walks.get(stream));
            while (part.size() == AT_ONCE && goOn.getAsBoolean()) {
                part = rows.ofStream(stream, last.place, AT_ONCE);
                walk(part, walks, tally);
            }
            end(walks, tally);
            if (!goOn.getAsBoolean()) {
                return false;
            }
            part = rows.afterStream(stream, AT_ONCE);
        }
        ends.gone(Findings.NAMED)
                .forEach(end -> tally.findings.add(Kind.STREAM_MISSING, end.stream(), 1, end.sequence()));
        ends.replaced(Findings.NAMED).stream()
                .filter(end -> !tally.findings.has(NOT_AS_WRITTEN, end.stream(), end.sequence()))
                .forEach(end -> tally.findings.add(Kind.EVENT_REPLACED, end.stream(), end.sequence()));
        ends.personalAdded(Findings.NAMED)
                .forEach(end -> tally.findings.add(Kind.PERSONAL_CHANGED, end.stream(), end.sequence()));
        return true;
    }

    private void walk(List<ChainedEvent> part, Map<String, Walk> walks, Verifier.Tally tally) {
        Map<UUID, Map<String, String>> sealed = ends.sealed(part);
        for (ChainedEvent event : part) {
            Walk walk = walks.computeIfAbsent(event.stream(), stream -> {
                tally.streams++;
                return new Walk(stream);
            });
            step(walk, event, tally.findings);
            if (!Objects.equals(event.personalDigest(), ChainForm.digest(sealed.getOrDefault(event.id(), Map.of())))) {
                tally.findings.add(Kind.PERSONAL_CHANGED, event.stream(), event.sequence());
            }
            tally.events++;
        }
    }

    private void step(Walk walk, ChainedEvent event, Findings findings) {
        boolean gap = event.sequence() > walk.place + 1;
        if (gap) {
            findings.add(Kind.EVENTS_MISSING, walk.stream, walk.place + 1, event.sequence() - 1);
        }
        boolean whole = form.fits(event);
        if (!whole) {
            walk.strange.add(event);
        } else if (!gap
                && !Arrays.equals(event.previous(), walk.hash)
                && walk.strange.stream().noneMatch(other -> other.sequence() == walk.place)) {
            findings.add(Kind.LINK_BROKEN, walk.stream, event.sequence());
        }
        walk.place = event.sequence();
        walk.hash = event.hash();
    }

    /**
     * Compares the chains that were walked with their anchors and heads. What anchors and heads say is read first, and the
     * events up to there afterwards, so that what is written meanwhile is missed nowhere.
     */
    private void end(Map<String, Walk> walks, Verifier.Tally tally) {
        Map<String, Long> anchored = ends.anchored(walks.keySet());
        Map<String, Head> heads = ends.heads(walks.keySet());
        for (Walk walk : walks.values()) {
            Head head = heads.get(walk.stream);
            List<ChainedEvent> rest = List.of();
            do {
                walk(rest, walks, tally);
                rest = head != null && head.sequence() > walk.place
                        ? rows.ofStream(walk.stream, walk.place, AT_ONCE)
                        : List.of();
            } while (!rest.isEmpty());
            Head now = head == null || head.sequence() < walk.place
                    ? rows.head(walk.stream).orElse(null)
                    : head;
            end(walk, now, anchored.getOrDefault(walk.stream, 0L), tally.findings);
        }
    }

    private void end(Walk walk, @Nullable Head head, long anchored, Findings findings) {
        long noted = head == null ? 0 : head.sequence();
        long known = Math.max(noted, anchored);
        for (ChainedEvent event : walk.strange) {
            long written = writtenAt(event);
            if (written > 0) {
                findings.add(Kind.EVENT_MOVED, walk.stream, event.sequence(), written);
            } else {
                findings.add(
                        event.sequence() > known ? Kind.EVENT_ADDED : Kind.EVENT_CHANGED,
                        walk.stream,
                        event.sequence());
            }
        }
        if (known > walk.place) {
            findings.add(Kind.STREAM_CUT, walk.stream, walk.place + 1, known);
        } else if (noted < walk.place && walk.strange.stream().noneMatch(event -> event.sequence() > noted)) {
            findings.add(Kind.HEAD_CHANGED, walk.stream, noted);
        }
    }

    /** The place an event was written for, if that is near; 0 if it was not written like this at all. */
    private long writtenAt(ChainedEvent event) {
        for (long distance = 1; distance <= NEIGHBOURS; distance++) {
            for (long place : new long[] {event.sequence() - distance, event.sequence() + distance}) {
                if (place > 0 && form.fits(event, place)) {
                    return place;
                }
            }
        }
        return 0;
    }
}
