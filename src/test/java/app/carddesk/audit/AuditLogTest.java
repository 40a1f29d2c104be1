package app.carddesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.DemoPeople;
import app.carddesk.audit.VerificationRun.State;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseWork;
import app.carddesk.personal.PersonalKeys;
import app.carddesk.personal.PersonalKeys.Erasing;
import app.carddesk.personal.PersonalKeys.Why;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.PersonalValue.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What administrators read in the trail, and what is sealed in it. */
@CarddeskTest
@Tag("database")
class AuditLogTest {

    @Autowired
    private AuditLog log;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private Verifier verifier;

    @Autowired
    private PersonalKeys keys;

    @Autowired
    private Acts acts;

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private CaseFile file;

    @Autowired
    private TestCards cards;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void anAgentActs() {
        signIn.as("agent");
    }

    @AfterEach
    void nobodyActs() {
        RequestContextHolder.resetRequestAttributes();
        signIn.out();
    }

    @Test
    void an_act_says_where_it_came_from_behind_a_proxy_and_who_forwarded_it() {
        UUID subject = UUID.randomUUID();
        // What Tomcat makes of a request through a proxy that is named in the configuration.
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.7");
        request.setAttribute("app.carddesk.web.ClientAddress.peer", "10.0.0.2");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        acts.each(subject, 1);
        RequestContextHolder.resetRequestAttributes();
        acts.each(subject, 1);

        signIn.as("admin");
        assertThat(log.page(about(Acts.stream(subject)), null, 10))
                .extracting(AuditLine::cameFrom)
                .containsExactly("background", "203.0.113.7 via 10.0.0.2");
    }

    @Test
    void a_forwarded_address_that_is_none_is_not_repeated() {
        UUID subject = UUID.randomUUID();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("evil\n2026 INFO all is well");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        acts.each(subject, 1);

        signIn.as("admin");
        assertThat(log.page(about(Acts.stream(subject)), null, 10))
                .extracting(AuditLine::cameFrom)
                .containsExactly("?");
    }

    @Test
    void events_are_found_by_person_act_subject_time_case_number_and_serial() {
        Card card = cards.active(30_000);
        CaseNumber number = work.open(card.serial());
        UUID id = file.find(number).orElseThrow().id();
        work.note(id, "She will call back");
        signIn.as("admin");

        assertThat(log.page(about(number.toString()), null, 10))
                .extracting(AuditLine::act, AuditLine::actor)
                .containsExactly(tuple("case.noted", DemoPeople.AGENT), tuple("case.opened", DemoPeople.AGENT));
        assertThat(log.page(about(id.toString()), null, 10)).hasSize(2);
        assertThat(log.page(new AuditQuery(DemoPeople.AGENT, "case.n", number.toString(), null, null), null, 10))
                .extracting(AuditLine::act)
                .containsExactly("case.noted");
        assertThat(log.page(new AuditQuery(DemoPeople.ADMIN, "", number.toString(), null, null), null, 10))
                .isEmpty();
        assertThat(log.page(
                        new AuditQuery(
                                null, "", number.toString(), Instant.now().plusSeconds(3600), null),
                        null,
                        10))
                .isEmpty();
        assertThat(log.page(about("nothing like this"), null, 10)).isEmpty();
        assertThat(log.acts()).contains("case.noted", "case.opened").isSorted();
        assertThat(log.nameOf("case", id)).isEqualTo(number.toString());
        assertThat(log.nameOf("card", card.id())).isEqualTo(card.serial().value());
    }

    @Test
    void pages_follow_each_other_without_gap_and_overlap() {
        UUID subject = UUID.randomUUID();
        acts.each(subject, 25);
        signIn.as("admin");

        List<AuditLine> read = new ArrayList<>();
        AuditLine.Key after = null;
        List<AuditLine> part;
        do {
            part = log.page(about(Acts.stream(subject)), after, 7);
            read.addAll(part);
            after = part.isEmpty() ? null : part.getLast().key();
        } while (part.size() == 7);

        assertThat(read).hasSize(25).doesNotHaveDuplicates();
        assertThat(read).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
    }

    @Test
    void personal_values_are_sealed_revealed_as_an_act_and_gone_with_their_key_while_the_chain_holds() {
        UUID id = file.find(work.open(null)).orElseThrow().id();
        work.note(id, "Before anybody knew whose case it is");
        editing.change(id, CaseField.CUSTOMER_NAME, null, "Kerstin Ek");
        editing.change(id, CaseField.CUSTOMER_NAME, "Kerstin Ek", "Kerstin Eklund");
        UUID customer = file.get(id).customerId();
        assertThat(stored()).noneMatch(text -> text.contains("Kerstin") || text.contains("whose case"));

        signIn.as("admin");
        AuditLine changed = log.page(new AuditQuery(null, "customer.changed", id.toString(), null, null), null, 10)
                .getFirst();
        assertThat(log.reveal(changed.id())).isEqualTo(Map.of(Slot.BEFORE, "Kerstin Ek", Slot.AFTER, "Kerstin Eklund"));
        assertThat(log.page(about(changed.id().toString()), null, 10))
                .extracting(AuditLine::act)
                .contains("audit.revealed");

        signIn.as("supervisor");
        assertThat(keys.erase(customer, Why.REQUESTED)).isEqualTo(new Erasing.Erased(2));
        assertThat(keys.erase(customer, Why.REQUESTED)).isInstanceOf(Erasing.NothingToErase.class);

        assertThat(file.read(file.get(id).number()).orElseThrow().timeline())
                .extracting(line -> List.of(line.kind(), String.valueOf(line.after()), String.valueOf(line.note())))
                .containsExactly(
                        List.of("changed", PersonalValues.ERASED, "null"),
                        List.of("set", PersonalValues.ERASED, "null"),
                        List.of("note", "null", PersonalValues.ERASED),
                        List.of("opened", "null", "null"));
        editing.change(id, CaseField.CUSTOMER_NAME, "Kerstin Eklund", "K. E.");
        assertThat(file.read(file.get(id).number())
                        .orElseThrow()
                        .timeline()
                        .getFirst()
                        .after())
                .isEqualTo("K. E.");
        signIn.as("admin");
        assertThat(log.reveal(changed.id()))
                .isEqualTo(Map.of(Slot.BEFORE, PersonalValues.ERASED, Slot.AFTER, PersonalValues.ERASED));
        Verifier.Tally tally = new Verifier.Tally();
        verifier.verify(tally, () -> true);
        assertThat(tally.findings.named()).isEmpty();
        assertThat(log.page(about(customer.toString()), null, 20))
                .filteredOn(line -> line.act().equals("customer.erased"))
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("REQUESTED"));
    }

    @Test
    void what_was_said_of_a_record_that_was_given_up_is_erased_with_the_customer_it_became() {
        UUID first = file.find(work.open(null)).orElseThrow().id();
        editing.change(first, CaseField.CUSTOMER_NAME, null, "Birgit Ravn");
        UUID target = file.get(first).customerId();
        UUID second = file.find(work.open(null)).orElseThrow().id();
        editing.change(second, CaseField.CUSTOMER_NAME, null, "Birgitte Ravn");

        editing.switchCustomer(second, file.get(second).customerId(), target);

        assertThat(file.read(file.get(second).number())
                        .orElseThrow()
                        .timeline()
                        .getFirst()
                        .before())
                .isEqualTo("Birgitte Ravn");
        signIn.as("supervisor");
        keys.erase(target, Why.KEPT_LONG_ENOUGH);
        assertThat(file.read(file.get(second).number()).orElseThrow().timeline())
                .noneMatch(line -> (line.before() + line.after()).contains("Birgit"));
    }

    @Test
    void a_verification_in_the_background_keeps_its_figures() {
        acts.each(UUID.randomUUID(), 3);
        signIn.as("admin");

        assertThat(verification.start()).isInstanceOf(AuditVerification.Starting.Started.class);
        VerificationRun run = await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> verification.latest().orElseThrow(), latest -> latest.state() != State.RUNNING);

        assertThat(run.state()).isEqualTo(State.SOUND);
        assertThat(run.events()).isGreaterThanOrEqualTo(3);
        assertThat(run.streams()).isPositive();
        assertThat(run.findings()).isZero();
        assertThat(run.startedBy()).isEqualTo(DemoPeople.ADMIN);
        assertThat(log.page(about(run.id().toString()), null, 10))
                .extracting(AuditLine::act)
                .containsExactly("audit.verified");
    }

    private List<String> stored() {
        List<String> stored = new ArrayList<>(jdbc.sql("select sealed from audit_personal")
                .query(String.class)
                .list());
        stored.addAll(
                jdbc.sql("select coalesce(before_value, '') || coalesce(after_value, '') || coalesce(note, '') from"
                                + " case_timeline")
                        .query(String.class)
                        .list());
        stored.addAll(
                jdbc.sql("select coalesce(value_before, '') || coalesce(value_after, '') || coalesce(reason, '') from"
                                + " audit_event")
                        .query(String.class)
                        .list());
        return stored;
    }

    private static AuditQuery about(String subject) {
        return new AuditQuery(null, "", subject, null, null);
    }
}
