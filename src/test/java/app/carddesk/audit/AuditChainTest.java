package app.carddesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.OwnerDatabase;
import app.carddesk.SignIn;
import app.carddesk.audit.Acts.Act;
import app.carddesk.audit.Verifier.Tally;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Events stand in chains: nothing between, nothing twice, nothing of what was rolled back, and nobody waits in vain. */
@CarddeskTest
@Tag("database")
class AuditChainTest {

    @Autowired
    private Acts acts;

    @Autowired
    private ChainRows rows;

    @Autowired
    private Verifier verifier;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OwnerDatabase owner;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private SignIn signIn;

    private final UUID subject = UUID.randomUUID();

    @BeforeEach
    void anAgentActs() {
        signIn.as("agent");
    }

    @AfterEach
    void nobodyActs() {
        signIn.out();
    }

    @Test
    void each_event_follows_the_one_before_it_in_its_stream() {
        UUID other = UUID.randomUUID();
        acts.together(new Act(subject, "one"), new Act(other, "one"), new Act(subject, "two"));
        acts.each(subject, 1);

        List<ChainedEvent> chain = chain(subject);
        assertThat(chain).extracting(ChainedEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(chain).extracting(ChainedEvent::after).containsExactly("one", "two", "act 1");
        assertThat(chain.get(0).previous()).isEqualTo(ChainForm.start());
        assertThat(chain.get(1).previous()).isEqualTo(chain.get(0).hash());
        assertThat(chain.get(2).previous()).isEqualTo(chain.get(1).hash());
        assertThat(chain(other)).hasSize(1);
    }

    @Test
    void what_is_rolled_back_to_a_savepoint_leaves_no_event_and_no_gap() {
        TransactionTemplate nested = new TransactionTemplate(manager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);

        acts.transactions().executeWithoutResult(outer -> {
            nested.executeWithoutResult(inner -> {
                acts.events().publishEvent(new Act(subject, "undone before the first"));
                inner.setRollbackOnly();
            });
            acts.events().publishEvent(new Act(subject, "kept"));
            nested.executeWithoutResult(inner -> {
                acts.events().publishEvent(new Act(subject, "undone"));
                inner.setRollbackOnly();
            });
            nested.executeWithoutResult(inner -> acts.events().publishEvent(new Act(subject, "kept too")));
        });

        assertThat(chain(subject)).extracting(ChainedEvent::after).containsExactly("kept", "kept too");
    }

    @Test
    void a_transaction_within_another_writes_its_own_events() {
        TransactionTemplate apart = new TransactionTemplate(manager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        acts.transactions().executeWithoutResult(outer -> {
            acts.events().publishEvent(new Act(subject, "given up"));
            apart.executeWithoutResult(inner -> acts.events().publishEvent(new Act(subject, "committed")));
            outer.setRollbackOnly();
        });

        assertThat(chain(subject)).extracting(ChainedEvent::after).containsExactly("committed");
    }

    @Test
    void many_who_act_on_the_same_two_streams_in_either_order_neither_deadlock_nor_fork() throws Exception {
        UUID other = UUID.randomUUID();
        CyclicBarrier start = new CyclicBarrier(8);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        start.await();
                        for (int n = 0; n < 25; n++) {
                            Act one = new Act(i % 2 == 0 ? subject : other, "first");
                            Act two = new Act(i % 2 == 0 ? other : subject, "second");
                            acts.together(one, two);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }

        long[] places = LongStream.rangeClosed(1, 200).toArray();
        assertThat(chain(subject).stream().mapToLong(ChainedEvent::sequence)).containsExactly(box(places));
        assertThat(chain(other).stream().mapToLong(ChainedEvent::sequence)).containsExactly(box(places));
        assertThat(findings(subject)).isEmpty();
        assertThat(findings(other)).isEmpty();
    }

    @Test
    void only_acts_on_the_same_stream_wait_for_each_other() throws Exception {
        UUID other = UUID.randomUUID();
        acts.each(subject, 1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Connection holder = owner.source().getConnection()) {
            holder.setAutoCommit(false);
            try (var lock = holder.prepareStatement("select seq from audit_head where stream = ? for update")) {
                lock.setString(1, Acts.stream(subject));
                lock.executeQuery();
            }
            Future<?> unrelated = threads.submit(() -> acts.each(other, 3));
            unrelated.get(20, TimeUnit.SECONDS);
            Future<?> same = threads.submit(() -> acts.each(subject, 1));
            assertThat(same.isDone()).isFalse();
            holder.rollback();
            same.get(20, TimeUnit.SECONDS);
        }
        assertThat(chain(other)).hasSize(3);
        assertThat(chain(subject)).hasSize(2);
    }

    @Test
    void the_database_refuses_a_fork() {
        acts.each(subject, 2);

        assertThatThrownBy(() -> owner.jdbc()
                        .sql("update audit_event set seq = 1 where stream = :stream and seq = 2")
                        .param("stream", Acts.stream(subject))
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set act = 'nothing'",
                "delete from audit_event",
                "truncate table audit_event",
                "update audit_personal set sealed = 'nothing'",
                "delete from audit_personal",
                "truncate table audit_personal",
                "update audit_anchor set heads = 0",
                "delete from audit_anchor",
                "truncate table audit_anchor",
                "update audit_anchor_head set seq = 0",
                "delete from audit_anchor_head",
                "truncate table audit_anchor_head",
                "update case_timeline set note = 'nothing'",
                "delete from case_timeline",
                "truncate table case_timeline",
                "drop table audit_event",
                "alter table audit_event drop column event_hash",
            })
    void the_applications_user_can_only_add(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                // H2 truncates no table that another one refers to, whoever asks.
                .hasMessageMatching("(?is).*(permission denied|must be owner|not enough rights|cannot truncate).*");
    }

    private List<ChainedEvent> chain(UUID of) {
        return rows.ofStream(Acts.stream(of), 0, 1_000);
    }

    private List<Finding> findings(UUID of) {
        Tally tally = new Tally();
        verifier.verify(tally, () -> true);
        return tally.findings.named().stream()
                .filter(finding -> Acts.stream(of).equals(finding.stream()))
                .toList();
    }

    private static Long[] box(long[] values) {
        return LongStream.of(values).boxed().toArray(Long[]::new);
    }
}
