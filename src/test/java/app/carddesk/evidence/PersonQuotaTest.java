package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.access.CurrentPerson;
import app.carddesk.access.TestPeople;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.reading.PageReading;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.shared.ProofKind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What one person may give on one day, whatever the case. */
@CarddeskTest
@Tag("database")
class PersonQuotaTest {

    private static final List<CleanPage> PAGES = List.of(
            new CleanPage(1, 60, 40, DrawnPictures.jpeg(60, 40), DrawnPictures.jpeg(30, 20), PageReading.NOTHING));

    @Autowired
    private ProofRows rows;

    @Autowired
    private ProofFiles files;

    @Autowired
    private FindingRows findings;

    @Autowired
    private OwnerCheck check;

    @Autowired
    private EvidenceLimits limits;

    @Autowired
    private CurrentPerson person;

    @Autowired
    private Installation installation;

    @Autowired
    private Ids ids;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private TestPeople people;

    @Autowired
    private SignIn signIn;

    private SecurityContext agent;

    @BeforeEach
    void newPerson() {
        agent = signIn.as(people.agent());
    }

    @AfterEach
    void signOut() {
        clock.reset();
        signIn.out();
    }

    @Test
    void a_person_gives_as_many_files_as_they_may_even_if_they_come_at_once_and_in_many_cases() throws Exception {
        ProofKeeper keeper = keeper(5, DataSize.ofMegabytes(10));
        List<UUID> cases = IntStream.range(0, 4).mapToObj(i -> owners.open()).toList();
        List<Callable<Intake>> all = IntStream.range(0, 16)
                .<Callable<Intake>>mapToObj(i -> () -> {
                    SecurityContextHolder.setContext(agent);
                    try {
                        return keep(keeper, cases.get(i % 4));
                    } finally {
                        SecurityContextHolder.clearContext();
                    }
                })
                .toList();

        List<Intake> answers;
        try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
            answers = hands.invokeAll(all).stream().map(one -> one.resultNow()).toList();
        }

        assertThat(answers).filteredOn(Intake.Taken.class::isInstance).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Intake.Taken))
                .containsOnly(new Intake.PersonFull(5, 10 * 1024 * 1024));
        assertThat(cases.stream().mapToInt(one -> rows.of(one).size()).sum()).isEqualTo(5);
        assertThat(counted(cases)).as("the cases' own counts").isEqualTo(5);
        assertThat(keeper.refusal(cases.getFirst())).isEqualTo(new Intake.PersonFull(5, 10 * 1024 * 1024));
    }

    @Test
    void a_person_gives_as_many_bytes_as_they_may() {
        long one = PAGES.getFirst().bytes();
        ProofKeeper keeper = keeper(100, DataSize.ofBytes(2 * one));
        UUID owner = owners.open();

        assertThat(keep(keeper, owner)).isInstanceOf(Intake.Taken.class);
        assertThat(keep(keeper, owner)).isInstanceOf(Intake.Taken.class);
        assertThat(keep(keeper, owner)).isInstanceOf(Intake.PersonFull.class);
    }

    @Test
    void the_next_day_begins_anew() {
        ProofKeeper keeper = keeper(1, DataSize.ofMegabytes(10));
        UUID owner = owners.open();
        assertThat(keep(keeper, owner)).isInstanceOf(Intake.Taken.class);
        assertThat(keep(keeper, owner)).isInstanceOf(Intake.PersonFull.class);

        clock.forward(Duration.ofDays(1));

        assertThat(keep(keeper, owner)).isInstanceOf(Intake.Taken.class);
    }

    private ProofKeeper keeper(int maxFiles, DataSize maxBytes) {
        PersonQuota quota = new PersonQuota(jdbc, person, new PersonLimits(maxFiles, maxBytes), installation, clock);
        return new ProofKeeper(
                rows, files, findings, check, limits, new OriginalSettings(false), quota, person, ids, clock, events);
    }

    private Intake keep(ProofKeeper keeper, UUID owner) {
        return transaction.execute(status -> keeper.keep(
                owner,
                ProofKind.FRONT,
                new GivenFile(FileType.JPEG, "a.jpg", "0".repeat(64), Proof.CameBy.DESK, null),
                PAGES));
    }

    private int counted(List<UUID> cases) {
        return jdbc.sql("select coalesce(sum(pictures), 0) from proof_usage where owner in (:cases)")
                .param("cases", cases)
                .query(Integer.class)
                .single();
    }
}
