package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.access.CurrentPerson;
import app.carddesk.access.SystemRun;
import app.carddesk.notices.Notice;
import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.Notices;
import app.carddesk.shared.CardForm;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Money;
import app.carddesk.shared.Region;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Outside the demo an import that brings money is read through, and taken only when a second person has said yes. */
@CarddeskTest
@Tag("database")
class ImportConfirmationsTest {

    private static final String CARDS = "serial,kind,form,region,state,activated_at,face_value,balance\n";
    private static final String STOCK = "serial,redemption_code,kind,form,region\n";

    @Autowired
    private Importer importer;

    @Autowired
    private ImportRuns runs;

    @Autowired
    private ImportContents contents;

    @Autowired
    private ImportNotices notices;

    @Autowired
    private Notices told;

    @Autowired
    private CardStore cards;

    @Autowired
    private TestCards register;

    @Autowired
    private CardOrigins origins;

    @Autowired
    private CurrentPerson person;

    @Autowired
    private SystemRun system;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Installation installation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignIn signIn;

    private ImportWorker worker;
    private CardImports imports;
    private ImportConfirmations confirmations;

    @BeforeEach
    void outsideTheDemo() {
        CardSettings settings = new CardSettings(Map.of(), DataSize.ofMegabytes(4), true, Duration.ofDays(7));
        worker = new ImportWorker(importer, runs, contents, notices, person, system, events, transactions, settings);
        imports = new CardImports(worker, contents, runs, person, ids, events, transactions, installation, settings);
        confirmations = new ImportConfirmations(runs, contents, worker, notices, person, events);
        signIn.as("admin");
    }

    @AfterEach
    void end() throws InterruptedException {
        worker.stop();
        signIn.out();
    }

    @Test
    void a_card_with_money_on_it_is_not_there_before_a_second_person_says_yes() throws Exception {
        String serial = serial();
        ImportRun run = waiting(CARDS + serial + ",APP_STORE_ITUNES,PHYSICAL,DK,ACTIVE,2024-05-02,500,390\n");

        assertThat(cards.find(new Serial(serial))).isEmpty();
        assertThat(confirmations.totals(run.id()))
                .containsExactly(new ImportTotal("DKK", 1, 0, Money.ofMinor(39_000, "DKK")));
        signIn.as("supervisor");
        assertThat(told.latest()).extracting(Notice::kind).contains(NoticeKind.IMPORT_TO_CONFIRM);

        assertThat(inOne(() -> confirmations.confirm(run.id()))).isInstanceOf(Confirming.Done.class);

        ImportRun done = over(run.id());
        assertThat(done.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(done.accepted()).isEqualTo(1);
        assertThat(done.startedBy()).isEqualTo(id("admin"));
        assertThat(done.answer().by()).isEqualTo(id("supervisor"));
        assertThat(cards.find(new Serial(serial)).orElseThrow().balance()).isEqualTo(Money.ofMinor(39_000, "DKK"));
        assertThat(kept(run.id())).isZero();
        assertThat(origins.broughtInBy(
                        cards.find(new Serial(serial)).orElseThrow().id()))
                .containsExactlyInAnyOrder(id("admin"), id("supervisor"));
        assertThat(jdbc.sql("select by_person from card_change where card_id = (select id from card where serial = :s)")
                        .param("s", serial)
                        .query(UUID.class)
                        .single())
                .isEqualTo(id("admin"));
    }

    @Test
    void whoever_gave_the_file_is_never_the_second_person() throws Exception {
        ImportRun run = waiting(CARDS + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,ACTIVE,2024-05-02,500,390\n");

        assertThat(inOne(() -> confirmations.confirm(run.id()))).isInstanceOf(Confirming.OwnImport.class);
        assertThat(inOne(() -> confirmations.refuse(run.id(), "No."))).isInstanceOf(Confirming.OwnImport.class);
        assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(ImportRun.State.UNCONFIRMED);
        assertThatThrownBy(() -> runs.confirmed(run.id(), id("admin")))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update import_run set state = 'RUNNING' where id = :id")
                        .param("id", run.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void stock_waits_too_and_its_codes_lie_nowhere_in_the_clear() throws Exception {
        String code = "XQWERTY234567890".replace('0', '9');
        ImportRun run = waiting(STOCK + serial() + "," + code + ",APP_STORE_ITUNES,PHYSICAL,DK\n");

        assertThat(confirmations.totals(run.id())).hasSize(1).first().satisfies(total -> {
            assertThat(total.cards()).isEqualTo(1);
            assertThat(total.balance()).isNull();
        });
        byte[] sealed = jdbc.sql("select content_sealed from import_content where run_id = :id")
                .param("id", run.id())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(code);
        await().untilAsserted(() -> assertThat(
                        installation.data().resolve("incoming").toFile().list())
                .isNullOrEmpty());
    }

    @Test
    void a_card_that_takes_over_the_balance_of_another_waits_even_if_nothing_is_left_on_it() throws Exception {
        Card old = register.card(
                TestCards.serial("GCA"),
                CardKind.APP_STORE_ITUNES,
                CardForm.PHYSICAL,
                Region.DENMARK,
                CardState.ACTIVE,
                Money.ofMinor(39_000, "DKK"),
                null);
        String serial = serial();
        String row = ",APP_STORE_ITUNES,PHYSICAL,DK,ACTIVE,2024-05-02,390,0,";

        ImportRun run = waiting(
                CARDS.replace("\n", ",replaces\n") + serial + row + old.serial() + "\n" + serial() + row + "\n");

        assertThat(confirmations.totals(run.id()))
                .containsExactly(new ImportTotal("DKK", 2, 1, Money.ofMinor(0, "DKK")));
        assertThat(confirmations.replaced(run.id())).containsExactly(old.serial());
        assertThat(register.reload(old).state()).isEqualTo(CardState.ACTIVE);
        signIn.as("supervisor");
        inOne(() -> confirmations.confirm(run.id()));
        assertThat(over(run.id()).accepted()).isEqualTo(2);
        assertThat(register.reload(old).state()).isEqualTo(CardState.REPLACED);
        assertThat(origins.broughtInBy(
                        cards.find(new Serial(serial)).orElseThrow().id()))
                .contains(id("admin"), id("supervisor"));
    }

    @Test
    void what_brings_no_money_needs_nobody() throws Exception {
        String serial = serial();

        ImportRun run = over(give(CARDS + serial + ",APP_STORE_ITUNES,PHYSICAL,DK,NOT_ACTIVATED,,500,\n"));

        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run.answer()).isNull();
        assertThat(cards.find(new Serial(serial))).isPresent();
    }

    @Test
    void a_no_leaves_nothing_but_its_reason() throws Exception {
        String serial = serial();
        ImportRun run = waiting(CARDS + serial + ",APP_STORE_ITUNES,PHYSICAL,DK,ACTIVE,2024-05-02,500,390\n");
        signIn.as("supervisor");
        assertThat(inOne(() -> confirmations.refuse(run.id(), " "))).isInstanceOf(Confirming.UnfitWords.class);

        inOne(() -> confirmations.refuse(run.id(), "Nobody ordered these."));

        ImportRun refused = runs.find(run.id()).orElseThrow();
        assertThat(refused.state()).isEqualTo(ImportRun.State.REFUSED);
        assertThat(refused.answer().words()).isEqualTo("Nobody ordered these.");
        assertThat(refused.accepted()).isZero();
        assertThat(cards.find(new Serial(serial))).isEmpty();
        assertThat(kept(run.id())).isZero();
        assertThat(inOne(() -> confirmations.confirm(run.id())))
                .isEqualTo(new Confirming.Over(ImportRun.State.REFUSED));
        signIn.as("admin");
        assertThat(told.latest()).extracting(Notice::kind).contains(NoticeKind.IMPORT_NOT_TAKEN);
    }

    @Test
    void what_is_taken_back_while_it_waits_is_gone() throws Exception {
        ImportRun run = waiting(CARDS + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,ACTIVE,2024-05-02,500,390\n");

        imports.cancel(run.id());

        assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(ImportRun.State.CANCELLED);
        assertThat(kept(run.id())).isZero();
        signIn.as("supervisor");
        assertThat(inOne(() -> confirmations.confirm(run.id())))
                .isEqualTo(new Confirming.Over(ImportRun.State.CANCELLED));
    }

    @Test
    void what_nobody_confirms_in_time_is_thrown_away() throws Exception {
        ImportRun run = waiting(CARDS + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,ACTIVE,2024-05-02,500,390\n");
        ImportSweep sweep = new ImportSweep(
                runs,
                contents,
                notices,
                system,
                events,
                transactions,
                Clock.offset(clock, Duration.ofDays(8)),
                new CardSettings(Map.of(), DataSize.ofMegabytes(4), true, Duration.ofDays(7)));

        sweep.sweep();

        assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(ImportRun.State.EXPIRED);
        assertThat(kept(run.id())).isZero();
    }

    @Test
    void a_file_of_several_parts_comes_back_as_it_was_given() throws Exception {
        StringBuilder many = new StringBuilder(CARDS);
        for (int i = 0; i < 12_000; i++) {
            many.append(serial()).append(",APP_STORE_ITUNES,PHYSICAL,DK,ACTIVE,2024-05-02,500,390\n");
        }
        ImportRun run = waiting(many.toString());
        assertThat(kept(run.id())).isGreaterThan(1);

        try (var whole = contents.open(run.id())) {
            assertThat(new String(whole.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(many.toString());
        }
        imports.cancel(run.id());
    }

    private ImportRun waiting(String file) throws Exception {
        UUID run = give(file);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runs.find(run).orElseThrow().state() == ImportRun.State.UNCONFIRMED);
        return runs.find(run).orElseThrow();
    }

    private ImportRun over(UUID run) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runs.find(run).orElseThrow().state().isOver());
        return runs.find(run).orElseThrow();
    }

    private UUID give(String file) throws Exception {
        CardImports.Receiving came =
                imports.receive("cards.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        return ((CardImports.Receiving.Received) came).run();
    }

    private <T> T inOne(Supplier<T> act) {
        return transactions.execute(status -> act.get());
    }

    private int kept(UUID run) {
        return jdbc.sql("select count(*) from import_content where run_id = :id")
                .param("id", run)
                .query(Integer.class)
                .single();
    }

    private UUID id(String username) {
        return jdbc.sql("select id from person where username = :name")
                .param("name", username)
                .query(UUID.class)
                .single();
    }

    private static String serial() {
        return TestCards.serial("GCA").value();
    }
}
