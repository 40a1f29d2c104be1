package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.cards.CardImports.Receiving;
import app.carddesk.cards.ImportRun.Content;
import app.carddesk.cards.ImportRun.Problem;
import app.carddesk.cards.ImportRun.State;
import app.carddesk.cards.Refusal.Reason;
import app.carddesk.shared.CardState;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

@CarddeskTest
@Tag("database")
class CardImportsTest {

    private static final String HEADER =
            "serial,kind,form,region,retailer,state,void_reason,activated_at,changed_at,face_value,balance,expiry,content_item,replaces\n";

    @Autowired
    CardImports imports;

    @Autowired
    ImportRuns runs;

    @Autowired
    Importer importer;

    @Autowired
    ImportWorker worker;

    @Autowired
    ImportContents contents;

    @Autowired
    TestCards cards;

    @Autowired
    Journal journal;

    @Autowired
    CardHistory history;

    @Autowired
    Ledger ledger;

    @Autowired
    StockCipher cipher;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Installation installation;

    @Autowired
    SignIn signIn;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    app.carddesk.access.CurrentPerson person;

    @Autowired
    app.carddesk.shared.Ids ids;

    @BeforeEach
    void asAdministrator() {
        signIn.as("admin");
    }

    @AfterEach
    void out() {
        signIn.out();
    }

    @Test
    void the_journal_of_an_imported_card_tells_how_its_balance_came_about() throws Exception {
        String spent = serial();
        String linked = serial();
        String fresh = serial();
        ImportRun run = take(HEADER
                + spent + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,2024-05-02,,500.00,320.50,,,\n"
                + linked + ",APPLE_MUSIC,DIGITAL,SE,,LINKED,,2024-05-02,2024-06-01,300,200,,,\n"
                + fresh + ",APPLE_STORE,PHYSICAL,NO,,NOT_ACTIVATED,,,,1000,,,,\n");

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.content()).isEqualTo(Content.CARDS);
        assertThat(run.accepted()).isEqualTo(3);
        signIn.as("agent");
        Card one = card(spent);
        assertThat(one.balance()).isEqualTo(Money.ofMinor(32_050, "DKK"));
        assertThat(journal.of(one.id()))
                .extracting(Journal.Entry::kind, entry -> entry.amount().quantity())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(EntryKind.ACTIVATION, 50_000L),
                        org.assertj.core.groups.Tuple.tuple(EntryKind.SPENDING, 17_950L));
        assertThat(journal.of(one.id()).getFirst().at()).isEqualTo(Instant.parse("2024-05-01T22:00:00Z"));
        Card two = card(linked);
        assertThat(two.balance().isNothing()).isTrue();
        assertThat(journal.of(two.id()))
                .extracting(Journal.Entry::kind)
                .containsExactly(EntryKind.ACTIVATION, EntryKind.SPENDING, EntryKind.LINKING);
        assertThat(history.of(two.id()))
                .extracting(CardHistory.Change::to)
                .containsExactly(CardState.ACTIVE, CardState.LINKED);
        Card three = card(fresh);
        assertThat(three.state()).isEqualTo(CardState.NOT_ACTIVATED);
        assertThat(journal.of(three.id())).isEmpty();
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void a_card_issued_for_another_takes_its_balance() throws Exception {
        String old = serial();
        String issued = serial();
        ImportRun run = take(HEADER
                + old + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,2024-05-02,,500,180,,,\n"
                + issued + ",APP_STORE_ITUNES,PHYSICAL,DK,,ACTIVE,,2024-12-03,,180,80,,," + old + "\n");

        assertThat(run.refused()).isZero();
        assertThat(card(old).state()).isEqualTo(CardState.REPLACED);
        assertThat(card(old).replacedBy()).isEqualTo(new Serial(issued));
        assertThat(card(issued).balance()).isEqualTo(Money.ofMinor(8_000, "DKK"));
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void every_refused_row_says_where_and_why() throws Exception {
        String good = serial();
        String tail = ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,2024-05-02,,500,320,,,\n";
        ImportRun run = take(HEADER
                + good + tail
                + good + tail
                + "GC" + tail
                + serial() + ",GOLD_CARD,PHYSICAL,DK,Kiosk,ACTIVE,,2024-05-02,,500,320,,,\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,2024-05-02,,500,600,,,\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,2024-13-02,,500,600,,,\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,2999-01-02,,500,500,,,\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,,,500,500,,,\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,2024-05-02,,5.001,1,,,\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,VOIDED,,2024-05-02,,500,500,,,\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,2024-05-02,,500,500,2027-01-01,,\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,REPLACED,,2024-05-02,,500,500,,,\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,,ACTIVE,,2024-05-02,,500,500,,,GCANOSUCHCARD1\n"
                + serial() + ",APP_STORE_ITUNES,PHYSICAL,DK,Kiosk,ACTIVE,,2024-05-02,,1.000,,,,\n");

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.accepted()).isOne();
        assertThat(refusals(run))
                .extracting(Refusal::line, Refusal::reason, Refusal::column)
                .containsExactly(
                        row(3, Reason.SERIAL_KNOWN, "serial"),
                        row(4, Reason.BAD_SERIAL, "serial"),
                        row(5, Reason.UNKNOWN_VALUE, "kind"),
                        row(6, Reason.ABOVE_FACE_VALUE, "balance"),
                        row(7, Reason.BAD_DATE, "activated_at"),
                        row(8, Reason.IN_FUTURE, "activated_at"),
                        row(9, Reason.MISSING, "activated_at"),
                        row(10, Reason.BAD_AMOUNT, "face_value"),
                        row(11, Reason.MISSING, "void_reason"),
                        row(12, Reason.NOT_FOR_THIS, "expiry"),
                        row(13, Reason.NOT_FOR_THIS, "state"),
                        row(14, Reason.CELL_COUNT, null),
                        row(15, Reason.NO_SUCH_CARD, "replaces"),
                        row(16, Reason.AMBIGUOUS_AMOUNT, "face_value"));
    }

    @Test
    void semicolons_a_byte_order_mark_and_quotes_are_understood() throws Exception {
        String serial = serial();
        ImportRun run = take("\uFEFFkind;Serial;form;region;state;activated_at;face_value;balance;retailer;currency\r\n"
                + "apple_gift_card;" + serial
                + ";digital;se;active;2024-05-02T10:15:00Z;\"600,50\";;\"Kiosk; \"\"Åre\"\"\";SEK\r\n");

        assertThat(refusals(run)).isEmpty();
        assertThat(card(serial).faceValue()).isEqualTo(Money.ofMinor(60_050, "SEK"));
        assertThat(card(serial).retailer()).isEqualTo("Kiosk; \"Åre\"");
    }

    @Test
    void stock_is_sealed_and_its_codes_are_repeated_nowhere() throws Exception {
        String serial = serial();
        String code = "X" + TestCards.letters(15);
        String stray = "X" + TestCards.letters(15);
        ImportRun run = take("serial,redemption_code,kind,form,region,currency\n"
                + serial + "," + code + ",APPLE_STORE,PHYSICAL,DK,DKK\n"
                + serial() + "," + stray.substring(1) + ",APPLE_STORE,PHYSICAL,DK,DKK\n"
                + stray + "," + code + ",APPLE_STORE,PHYSICAL,DK,DKK\n"
                + serial() + "," + code + "," + stray + ",PHYSICAL,DK,DKK\n"
                + serial() + "," + code + ",APPLE_STORE,PHYSICAL,DK,SEK\n");

        assertThat(run.content()).isEqualTo(Content.STOCK);
        assertThat(run.accepted()).isOne();
        assertThat(refusals(run))
                .extracting(Refusal::reason)
                .containsExactly(Reason.NOT_A_CODE, Reason.CODE_HERE, Reason.CODE_HERE, Reason.CURRENCY_OF_REGION);
        assertThat(refusals(run).toString()).doesNotContain(code, stray, stray.substring(1));
        byte[] sealed = jdbc.sql("select code_sealed from replacement_stock where serial = :serial")
                .param("serial", serial)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(code);
        assertThat(cipher.open(new Serial(serial), sealed, cipher.keyId())).isEqualTo(code);
        assertThatThrownBy(() -> cipher.open(new Serial(serial()), sealed, cipher.keyId()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_file_that_cannot_be_read_fails_and_says_why() throws Exception {
        assertThat(take("").problem()).isEqualTo(Problem.EMPTY_FILE);
        assertThat(take("serial,kind,form,region\n").problem()).isEqualTo(Problem.MISSING_COLUMN);
        assertThat(take("serial,kind,form,region,state,colour\n").problem()).isEqualTo(Problem.UNKNOWN_COLUMN);
        assertThat(take("serial,serial,kind,form,region,state\n").problem()).isEqualTo(Problem.REPEATED_COLUMN);
        assertThat(take(HEADER + "\"never closed").problem()).isEqualTo(Problem.BROKEN_CSV);
        byte[] latin = (HEADER + "GCA1,APPLE_STORE,PHYSICAL,DK,Købmand,NOT_ACTIVATED,,,,1,,,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(take(new ByteArrayInputStream(latin)).problem()).isEqualTo(Problem.NOT_UTF8);
    }

    @Test
    void a_run_can_be_stopped_between_batches_and_keeps_what_was_taken() {
        StringBuilder file = new StringBuilder("serial,kind,form,region,state,face_value\n");
        for (int i = 0; i < 2 * Importer.BATCH + 700; i++) {
            file.append(serial()).append(",APPLE_STORE,PHYSICAL,DK,NOT_ACTIVATED,100\n");
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        UUID run = UUID.randomUUID();
        runs.begin(run, "many.csv", bytes.length, UUID.randomUUID());
        AtomicInteger calls = new AtomicInteger();
        importer.run(run, UUID.randomUUID(), new ByteArrayInputStream(bytes), new Importer.Watch(() -> false, () -> {
            if (calls.incrementAndGet() == 3) {
                imports.cancel(run);
            }
        }));

        ImportRun stopped = imports.find(run).orElseThrow();
        assertThat(stopped.state()).isEqualTo(State.CANCELLED);
        assertThat(stopped.accepted()).isEqualTo(2 * Importer.BATCH);
    }

    @Test
    void a_file_too_large_is_refused_by_the_bytes_that_came_and_nothing_is_kept() throws Exception {
        InputStream endless = new InputStream() {
            private long left = 65L * 1024 * 1024;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                left -= length;
                return length;
            }
        };

        CardSettings settings = new CardSettings(
                java.util.Map.of(),
                org.springframework.util.unit.DataSize.ofMegabytes(1),
                true,
                java.time.Duration.ofDays(7));
        CardImports small =
                new CardImports(worker, contents, runs, person, ids, events, transactions, installation, settings);

        assertThat(small.receive("huge.csv", endless)).isEqualTo(new Receiving.TooLarge(1024 * 1024));
        assertThat(left()).isEmpty();
    }

    @Test
    void imports_are_for_administrators() {
        signIn.as("agent");
        assertThatThrownBy(() -> imports.recent()).isInstanceOf(AccessDeniedException.class);
        signIn.as("supervisor");
        assertThatThrownBy(() -> imports.receive("x.csv", InputStream.nullInputStream()))
                .isInstanceOf(AccessDeniedException.class);
    }

    private ImportRun take(String file) throws Exception {
        return take(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    /** Hands a file over as the screen does and waits until it is through. */
    private ImportRun take(InputStream file) throws Exception {
        UUID run = ((Receiving.Received) imports.receive("test.csv", file)).run();
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> imports.find(run).orElseThrow(), now -> now.state().isOver());
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(installation.data().resolve("incoming"))) {
            return files.toList();
        }
    }

    private List<Refusal> refusals(ImportRun run) {
        List<Refusal> refusals = new ArrayList<>();
        imports.refusals(run.id(), refusals::add);
        return refusals;
    }

    private static org.assertj.core.groups.Tuple row(long line, Reason reason, String column) {
        return org.assertj.core.groups.Tuple.tuple(line, reason, column);
    }

    private Card card(String serial) {
        return cards.find(new Serial(serial)).orElseThrow();
    }

    private static String serial() {
        return TestCards.serial("GCA").value();
    }
}
