package app.carddesk.bench;

import app.carddesk.SignIn;
import app.carddesk.audit.AuditBenchSubject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Acts of several people at once on unrelated cases: with the chain, and as plain rows without one. */
@Bench
class AuditBench {

    private static final int PEOPLE = 8;
    private static final int ACTS = 600;

    @Autowired
    private AuditBenchSubject subject;

    @Autowired
    private SignIn signIn;

    @Test
    void chain() throws Exception {
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table audit_floor as select id, at, acted_by, act, subject_kind, subject_id,"
                    + " value_before, value_after, reason from audit_event where false");
            statement.execute("alter table audit_floor add primary key (id)");
            statement.execute("create index audit_floor_by_subject on audit_floor (subject_id, at)");
            statement.execute("create index audit_floor_by_time on audit_floor (at, id)");
            statement.execute("grant insert on audit_floor to carddesk_app");
        }
        List<UUID> streams =
                IntStream.range(0, 500).mapToObj(i -> UUID.randomUUID()).toList();
        measure(subject::chained, streams);
        measure(subject::plain, streams);

        double chained = measure(subject::chained, streams);
        double plain = measure(subject::plain, streams);
        Figures.add(
                String.format(Locale.ROOT, "an audited act, %d people on 500 chains, against a plain row", PEOPLE),
                chained,
                plain);
        Figures.add(
                String.format(Locale.ROOT, "an audited act, %d people all on one chain, against a plain row", PEOPLE),
                measure(subject::chained, List.of(UUID.randomUUID())),
                plain);
    }

    /** Wall-clock time of one act, in milliseconds, as each person sees it. */
    private double measure(Consumer<UUID> act, List<UUID> streams) throws Exception {
        long begin = System.nanoTime();
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<?>> running = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                int first = person;
                running.add(people.submit(() -> {
                    signIn.as("agent");
                    for (int i = 0; i < ACTS; i++) {
                        act.accept(streams.get((first + i * PEOPLE) % streams.size()));
                    }
                    signIn.out();
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return (System.nanoTime() - begin) / 1e6 / ACTS;
    }
}
