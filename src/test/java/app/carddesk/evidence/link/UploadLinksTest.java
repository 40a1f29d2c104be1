package app.carddesk.evidence.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.TestClock;
import app.carddesk.access.CurrentPerson;
import app.carddesk.access.DemoPeople;
import app.carddesk.access.SystemRun;
import app.carddesk.access.TestPeople;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseWork;
import app.carddesk.evidence.DrawnPictures;
import app.carddesk.evidence.EvidenceLimits;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.OnTheWayIn;
import app.carddesk.evidence.OwnerCheck;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.TestProofOwners;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import app.carddesk.web.PublicLinks;
import app.carddesk.web.TestLinks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;

@CarddeskTest
@Tag("database")
class UploadLinksTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] PICTURE = DrawnPictures.jpeg(120, 80);

    @Autowired
    private UploadLinks links;

    @Autowired
    private LinkDoor door;

    @Autowired
    private LinkRows rows;

    @Autowired
    private LinkActs acts;

    @Autowired
    private EvidenceLimits evidence;

    @Autowired
    private OwnerCheck check;

    @Autowired
    private SystemRun systemRun;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private CaseWork work;

    @Autowired
    private TestPeople people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private TestClock clock;

    @Autowired
    private Installation installation;

    @Autowired
    private PublicLinks publicLinks;

    @Autowired
    private LinkLimits limits;

    @Autowired
    private CurrentPerson person;

    @Autowired
    private Ids ids;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private UUID owner;

    @BeforeEach
    void openCase() {
        signIn.as("agent");
        owner = owners.open();
    }

    @AfterEach
    void nothingIsLeftOnTheWayIn() throws IOException {
        clock.reset();
        signIn.out();
        OnTheWayIn.assertNothingIsLeft(installation);
    }

    @Test
    void of_its_secrets_only_hashes_are_kept() {
        UploadLinks.Making.Made made = make();
        String secret = phone(made);

        List<String> kept = jdbc
                .sql("select * from upload_link where id = :id")
                .param("id", made.link().id())
                .query()
                .singleRow()
                .values()
                .stream()
                .map(String::valueOf)
                .toList();
        assertThat(kept).contains(LinkToken.hash(made.token().value()), LinkToken.hash(secret));
        assertThat(kept).noneMatch(value -> value.contains(made.token().value()) || value.contains(secret));
    }

    @Test
    void the_phone_that_opens_it_first_keeps_it_and_another_is_told_so() {
        String token = make().token().value();
        assertThat(door.visit(token, null)).isInstanceOfSatisfying(Visit.Open.class, open -> {
            assertThat(open.bound()).isFalse();
            assertThat(open.places())
                    .extracting(Visit.Place::kind)
                    .containsExactly(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT);
        });

        String secret = ((LinkDoor.Opening.Opened) door.open(token, null)).secret();

        assertThat(door.visit(token, secret))
                .isInstanceOfSatisfying(
                        Visit.Open.class, open -> assertThat(open.bound()).isTrue());
        assertThat(((LinkDoor.Opening.Opened) door.open(token, secret)).secret())
                .isEqualTo(secret);
        assertThat(door.visit(token, null)).isEqualTo(new Visit.InUse(Language.SV));
        assertThat(door.visit(token, "guessed")).isEqualTo(new Visit.InUse(Language.SV));
        assertThat(door.open(token, null)).isEqualTo(new LinkDoor.Opening.NotOpened(new Visit.InUse(Language.SV)));
        assertThat(send(token, "guessed", ProofKind.FRONT))
                .isEqualTo(new Delivery.NotAllowed(new Visit.InUse(Language.SV)));
        assertThat(proofs.of(owner)).isEmpty();
    }

    @Test
    void only_one_of_many_phones_gets_it() throws Exception {
        String token = make().token().value();
        List<LinkDoor.Opening> all = atOnce(8, () -> door.open(token, null));

        assertThat(all).filteredOn(LinkDoor.Opening.Opened.class::isInstance).hasSize(1);
    }

    @Test
    void what_arrives_is_the_makers_by_link_and_told() {
        UploadLinks.Making.Made made = make();
        String secret = phone(made);
        signIn.out();

        assertThat(send(made.token().value(), secret, ProofKind.BACK))
                .isInstanceOfSatisfying(
                        Delivery.Answered.class,
                        answered -> assertThat(answered.intake()).isInstanceOf(Intake.Taken.class));

        signIn.as("agent");
        assertThat(proofs.of(owner)).singleElement().satisfies(proof -> {
            assertThat(proof.cameBy()).isEqualTo(Proof.CameBy.LINK);
            assertThat(proof.addedBy()).isEqualTo(DemoPeople.AGENT);
            assertThat(proof.kind()).isEqualTo(ProofKind.BACK);
        });
        assertThat(story())
                .containsExactly("proof.added_by_link", "upload_link.opened", "upload_link.made", "opened.card");
        assertThat(audited()).contains("upload_link.made", "upload_link.opened", "proof.added_by_link");
    }

    @Test
    void the_places_are_what_is_wanted_and_what_this_link_brought() {
        proofs.receive(owner, ProofKind.FRONT, "front.jpg", new ByteArrayInputStream(PICTURE));
        UploadLinks.Making.Made made = make();
        String secret = phone(made);
        send(made.token().value(), secret, ProofKind.RECEIPT);

        assertThat(door.visit(made.token().value(), secret))
                .isInstanceOfSatisfying(
                        Visit.Open.class,
                        open -> assertThat(open.places())
                                .containsExactly(
                                        new Visit.Place(ProofKind.BACK, false),
                                        new Visit.Place(ProofKind.RECEIPT, true)));
        assertThat(send(made.token().value(), secret, ProofKind.FRONT))
                .isEqualTo(new Delivery.NotAllowed(new Visit.NotOpen()));
        assertThat(send(made.token().value(), secret, ProofKind.OTHER))
                .isEqualTo(new Delivery.NotAllowed(new Visit.NotOpen()));
    }

    @Test
    void nothing_is_taken_before_a_phone_has_opened_it() {
        String token = make().token().value();

        assertThat(send(token, null, ProofKind.FRONT)).isEqualTo(new Delivery.NotAllowed(new Visit.NotOpen()));
    }

    @Test
    void a_new_link_closes_the_old_one() {
        UploadLinks.Making.Made first = make();
        String secret = phone(first);

        UploadLinks.Making.Made second = make();

        assertThat(door.visit(first.token().value(), secret)).isEqualTo(new Visit.NotOpen());
        assertThat(links.open(owner)).contains(second.link());
        assertThat(story()).startsWith("upload_link.made", "upload_link.closed");
    }

    @Test
    void making_many_at_once_leaves_one_open() throws Exception {
        List<UploadLinks.Making> all = atOnce(6, () -> links.make(owner, Language.EN, HOUR));

        assertThat(all).allMatch(UploadLinks.Making.Made.class::isInstance);
        assertThat(all.stream()
                        .map(UploadLinks.Making.Made.class::cast)
                        .filter(made -> door.visit(made.token().value(), null) instanceof Visit.Open))
                .hasSize(1);
    }

    @Test
    void it_ends_by_itself() {
        UploadLinks.Making.Made made = make();
        String secret = phone(made);
        clock.forward(HOUR.plusSeconds(1));

        assertThat(door.visit(made.token().value(), secret)).isEqualTo(new Visit.NotOpen());
        assertThat(send(made.token().value(), secret, ProofKind.FRONT))
                .isEqualTo(new Delivery.NotAllowed(new Visit.NotOpen()));
        assertThat(links.open(owner)).isEmpty();
        assertThat(make()).isNotNull();
    }

    @Test
    void it_is_closed_by_hand_and_nothing_comes_by_it_then() {
        UploadLinks.Making.Made made = make();
        String secret = phone(made);
        links.close(owner);

        assertThat(door.visit(made.token().value(), secret)).isEqualTo(new Visit.NotOpen());
        assertThat(links.open(owner)).isEmpty();
        assertThat(audited()).contains("upload_link.closed");
    }

    @Test
    void it_is_closed_with_the_case_and_does_not_open_with_it_again() {
        UploadLinks.Making.Made made = make();
        String secret = phone(made);

        work.move(owner, CaseState.OPEN, CaseState.SOLVED);
        assertThat(door.visit(made.token().value(), secret)).isEqualTo(new Visit.NotOpen());
        assertThat(links.make(owner, Language.EN, HOUR)).isEqualTo(new UploadLinks.Making.Closed());

        work.move(owner, CaseState.SOLVED, CaseState.OPEN);
        assertThat(door.visit(made.token().value(), secret)).isEqualTo(new Visit.NotOpen());
    }

    @Test
    void it_ends_with_its_makers_right_to_sign_in() {
        String username = people.agent();
        signIn.as(username);
        UploadLinks.Making.Made made = make();
        String secret = phone(made);

        people.disable(username);
        assertThat(door.visit(made.token().value(), secret)).isEqualTo(new Visit.NotOpen());
        people.enable(username);
        assertThat(door.visit(made.token().value(), secret)).isEqualTo(new Visit.NotOpen());
    }

    @Test
    void it_takes_no_more_files_than_it_may_even_if_they_arrive_at_once() throws Exception {
        LinkDoor narrow = door(new LinkLimits(HOUR, 3, DataSize.ofMegabytes(500), 20, HOUR));
        UploadLinks.Making.Made made = make();
        String secret = phone(made);

        List<Delivery> all = atOnce(8, () -> send(narrow, made, secret, PICTURE));

        assertThat(all)
                .filteredOn(
                        one -> one instanceof Delivery.Answered answered && answered.intake() instanceof Intake.Taken)
                .hasSizeLessThanOrEqualTo(3);
        while (send(narrow, made, secret, PICTURE) instanceof Delivery.Answered) {
            assertThat(proofs.of(owner)).hasSizeLessThanOrEqualTo(3);
        }
        assertThat(proofs.of(owner)).hasSize(3);
        assertThat(send(narrow, made, secret, PICTURE)).isEqualTo(new Delivery.LinkFull());
    }

    @Test
    void what_is_refused_counts_with_its_bytes_and_takes_no_place() {
        long limit = evidence.maxFile().toBytes() + 30_000;
        LinkDoor narrow = door(new LinkLimits(HOUR, 1, DataSize.ofBytes(limit), 20, HOUR));
        UploadLinks.Making.Made made = make();
        String secret = phone(made);
        byte[] page = "<!doctype html><html><body>".repeat(800).getBytes(StandardCharsets.UTF_8);

        assertThat(send(narrow, made, secret, page))
                .isInstanceOfSatisfying(
                        Delivery.Answered.class,
                        answered -> assertThat(answered.intake()).isInstanceOf(Intake.NotAPicture.class));
        assertThat(send(narrow, made, secret, page)).isInstanceOf(Delivery.Answered.class);
        assertThat(send(narrow, made, secret, PICTURE)).isEqualTo(new Delivery.LinkFull());
    }

    @Test
    void a_connection_that_breaks_or_a_fault_leaves_nothing_and_gives_the_place_back() {
        LinkDoor narrow = door(new LinkLimits(HOUR, 1, DataSize.ofMegabytes(500), 20, HOUR));
        UploadLinks.Making.Made made = make();
        String secret = phone(made);
        String token = made.token().value();

        assertThatThrownBy(() -> narrow.receive(token, secret, ProofKind.FRONT, "a.jpg", failing(false)))
                .isInstanceOf(IllegalStateException.class);
        try {
            assertThat(narrow.receive(token, secret, ProofKind.FRONT, "a.jpg", failing(true)))
                    .isEqualTo(new Delivery.Answered(new Intake.Interrupted()));
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
        assertThat(send(narrow, made, secret, PICTURE))
                .isInstanceOfSatisfying(
                        Delivery.Answered.class,
                        answered -> assertThat(answered.intake()).isInstanceOf(Intake.Taken.class));
    }

    @Test
    void who_may_not_see_the_case_neither_makes_nor_sees_nor_closes_a_link() {
        make();
        owners.hide(owner);

        assertThatThrownBy(() -> links.make(owner, Language.EN, HOUR)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> links.open(owner)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> links.close(owner)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void what_is_mailed_is_told_and_written_down_once_it_is_sent() {
        UploadLinks.Making.Made made = make();
        URI address = URI.create("https://desk.example.com/u/" + made.token().value());
        List<LinkMail.Outcome> told = new ArrayList<>();

        mailing(LinkMail.Outcome.FAILED).mail(made.link(), address, told::add);
        assertThat(audited()).doesNotContain("upload_link.mailed");
        mailing(LinkMail.Outcome.SENT).mail(made.link(), address, told::add);

        assertThat(told).containsExactly(LinkMail.Outcome.FAILED, LinkMail.Outcome.SENT);
        assertThat(audited()).contains("upload_link.mailed");
        assertThat(links.message(made.link(), address).text()).contains(address.toString(), "Öppna länken");
    }

    @Test
    void where_no_public_address_is_known_no_link_is_made_and_one_that_is_open_stays() {
        UploadLinks.Making.Made before = make();
        UploadLinks nowhere = mailing(LinkMail.Outcome.SENT, TestLinks.of(null));

        assertThat(nowhere.make(owner, Language.SV, HOUR)).isEqualTo(new UploadLinks.Making.NoAddress());

        assertThat(links.open(owner)).map(UploadLink::id).hasValue(before.link().id());
    }

    private UploadLinks mailing(LinkMail.Outcome outcome) {
        return mailing(outcome, publicLinks);
    }

    private UploadLinks mailing(LinkMail.Outcome outcome, PublicLinks publicLinks) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("mail", new LinkMail() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public Optional<String> addressOf(UUID owner) {
                return Optional.of("ida@example.com");
            }

            @Override
            public void send(UUID owner, LinkMessage message, Consumer<Outcome> told) {
                told.accept(outcome);
            }
        });
        return new UploadLinks(
                rows,
                acts,
                limits,
                check,
                beans.getBeanProvider(LinkMail.class),
                person,
                systemRun,
                installation,
                publicLinks,
                ids,
                clock,
                events);
    }

    private LinkDoor door(LinkLimits limits) {
        return new LinkDoor(rows, acts, limits, evidence, proofs, check, systemRun, clock);
    }

    private UploadLinks.Making.Made make() {
        return (UploadLinks.Making.Made) links.make(owner, Language.SV, HOUR);
    }

    private String phone(UploadLinks.Making.Made made) {
        return ((LinkDoor.Opening.Opened) door.open(made.token().value(), null)).secret();
    }

    private Delivery send(String token, String secret, ProofKind kind) {
        try {
            return door.receive(token, secret, kind, "phone.jpg", new ByteArrayInputStream(PICTURE));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Delivery send(LinkDoor door, UploadLinks.Making.Made made, String secret, byte[] content) {
        try {
            return door.receive(
                    made.token().value(), secret, ProofKind.FRONT, "a.jpg", new ByteArrayInputStream(content));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static InputStream failing(boolean connection) {
        return new InputStream() {
            private int left = 1000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) {
                    return 1;
                }
                if (connection) {
                    throw new IOException("reset");
                }
                throw new IllegalStateException("a fault");
            }
        };
    }

    private List<String> story() {
        return jdbc.sql("select kind from case_timeline where case_id = :id order by at_time desc, id desc")
                .param("id", owner)
                .query(String.class)
                .list();
    }

    private List<String> audited() {
        return jdbc.sql("select act from audit_event where subject_id = :id order by at, id")
                .param("id", owner)
                .query(String.class)
                .list();
    }

    private static <T> List<T> atOnce(int times, Callable<T> act) throws InterruptedException {
        SecurityContext person = SecurityContextHolder.getContext();
        Callable<T> signedIn = () -> {
            SecurityContextHolder.setContext(person);
            try {
                return act.call();
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
        try (ExecutorService all = Executors.newFixedThreadPool(times)) {
            return all.invokeAll(Collections.nCopies(times, signedIn)).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }
}
