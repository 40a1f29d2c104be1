package app.carddesk.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.carddesk.CarddeskTest;
import app.carddesk.LogsErrors;
import app.carddesk.startup.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Contents and the rows that name them, on a store of the test's own. */
@CarddeskTest
@Tag("database")
@LogsErrors(
        value = {"cannot be read and stay as they are", "is missing from the evidence store"},
        always = false)
class EvidenceContentsTest {

    private static final Duration NO_GRACE = Duration.ofSeconds(-1);

    @TempDir
    private Path folder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ContentRows rows;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Secrets secrets;

    @Autowired
    private Clock clock;

    private final List<UUID> proofs = new ArrayList<>();
    private FolderStore objects;
    private SealedStore store;
    private EvidenceContents contents;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() throws IOException {
        objects = new FolderStore(folder);
        store = new SealedStore(objects, new SealingKeys(secrets.keys("evidence")));
        contents = new EvidenceContents(store, rows, transactions);
        transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void removeWhatIsNamed() {
        for (UUID proof : List.copyOf(proofs)) {
            remove(proof);
        }
        contents.stop();
    }

    @Test
    void a_content_is_there_as_soon_as_its_name_is_committed_and_goes_with_its_last_name() throws Exception {
        byte[] content = content("once");
        UUID first = upload(content);
        UUID second = upload(content);
        String address = EvidenceStore.addressOf(content);

        remove(first);
        sweep(NO_GRACE);
        assertThat(contents.read(address)).isEqualTo(content);

        remove(second);
        await().until(() -> store.get(address).isEmpty());
        assertThat(known(address)).isFalse();
    }

    @Test
    void an_upload_that_is_rolled_back_leaves_nothing() {
        String address = EvidenceStore.addressOf(content("rolled back"));
        transaction.executeWithoutResult(status -> {
            contents.keep(List.of(content("rolled back")));
            status.setRollbackOnly();
        });

        await().untilAsserted(() -> assertThat(store.get(address)).isEmpty());
        assertThat(known(address)).isFalse();
    }

    @Test
    void an_upload_rolled_back_takes_nothing_from_a_case_that_has_the_same_content() throws Exception {
        byte[] content = content("shared");
        upload(content);
        transaction.executeWithoutResult(status -> {
            contents.keep(List.of(content));
            status.setRollbackOnly();
        });
        contents.stop();

        assertThat(contents.read(EvidenceStore.addressOf(content))).isEqualTo(content);
    }

    @Test
    void what_a_crash_left_between_store_and_database_goes_when_it_is_old_enough() throws Exception {
        String unknown = store.put(content("written, never committed"));
        String unnamed = EvidenceStore.addressOf(content("named, and forgotten before it was removed"));
        transaction.executeWithoutResult(
                status -> contents.keep(List.of(content("named, and forgotten before it was removed"))));

        EvidenceSweep.Swept early = sweep(Duration.ofHours(1));
        assertThat(early.unknown()).isZero();
        assertThat(store.get(unknown)).isPresent();
        assertThat(store.get(unnamed)).isEmpty();
        assertThat(known(unnamed)).isFalse();

        assertThat(sweep(NO_GRACE).unknown()).isEqualTo(1);
        assertThat(store.get(unknown)).isEmpty();
        assertThat(known(unknown)).isFalse();
    }

    @Test
    void a_sweep_without_grace_waits_for_an_upload_that_has_written_and_not_committed() throws Exception {
        byte[] content = content("on its way");
        String address = EvidenceStore.addressOf(content);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            Future<UUID> upload = people.submit(() -> transaction.execute(status -> {
                UUID proof = name(contents.keep(List.of(content)).getFirst());
                written.countDown();
                awaitQuietly(go);
                return proof;
            }));
            written.await();
            Future<EvidenceSweep.Swept> sweep = people.submit(() -> sweep(NO_GRACE));

            assertWaiting(sweep, go);
            upload.get();
            sweep.get();
        }

        assertThat(contents.read(address)).isEqualTo(content);
    }

    @Test
    void a_removal_waits_for_an_upload_of_the_same_content_and_then_leaves_it() throws Exception {
        byte[] content = content("removed here, uploaded there");
        String address = EvidenceStore.addressOf(content);
        UUID here = upload(content);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            Future<UUID> there = people.submit(() -> transaction.execute(status -> {
                UUID proof = name(contents.keep(List.of(content)).getFirst());
                written.countDown();
                awaitQuietly(go);
                return proof;
            }));
            written.await();
            jdbc.sql("delete from proof_page where proof = :proof")
                    .param("proof", here)
                    .update();
            Future<Boolean> collected = people.submit(() -> contents.collect(address));

            assertWaiting(collected, go);
            there.get();
            assertThat(collected.get()).isFalse();
        }

        assertThat(contents.read(address)).isEqualTo(content);
    }

    /**
     * People upload and remove the same few contents while two sweeps without grace run. Whoever's upload is committed
     * reads its contents until they remove it; and in the end nothing is left.
     */
    @Test
    void nothing_is_lost_and_nothing_is_left_however_uploads_removals_and_sweeps_meet() throws Exception {
        List<byte[]> few = List.of(content("stress 1"), content("stress 2"), content("stress 3"));
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            Callable<Integer> sweeping = () -> {
                int sweeps = 0;
                while (!over.get()) {
                    sweep(NO_GRACE);
                    sweeps++;
                }
                return sweeps;
            };
            List<Future<Integer>> sweeps = List.of(people.submit(sweeping), people.submit(sweeping));
            List<Future<?>> works = new ArrayList<>();
            for (int person = 0; person < 6; person++) {
                Random random = new Random(person);
                works.add(people.submit(() -> {
                    for (int round = 0; round < 40; round++) {
                        byte[] one = few.get(random.nextInt(few.size()));
                        byte[] other = few.get(random.nextInt(few.size()));
                        UUID proof = upload(one, other);
                        assertThat(contents.read(EvidenceStore.addressOf(one))).isEqualTo(one);
                        assertThat(contents.read(EvidenceStore.addressOf(other)))
                                .isEqualTo(other);
                        remove(proof);
                    }
                    return null;
                }));
            }
            try {
                for (Future<?> work : works) {
                    work.get();
                }
            } finally {
                over.set(true);
            }
            for (Future<Integer> each : sweeps) {
                assertThat(each.get()).isPositive();
            }
        }
        contents.stop();
        sweep(NO_GRACE);

        assertThat(objects.list("", 10)).isEmpty();
        for (byte[] each : few) {
            assertThat(known(EvidenceStore.addressOf(each))).isFalse();
        }
    }

    @Test
    void what_is_sealed_with_an_old_key_is_sealed_anew_and_the_old_key_is_needed_no_longer() throws Exception {
        byte[] content = content("sealed long ago");
        upload(content);
        String address = EvidenceStore.addressOf(content);
        List<byte[]> keys = new ArrayList<>(secrets.keys("evidence"));
        keys.addFirst(SealedStoreTest.key(99));
        SealedStore rotated = new SealedStore(objects, new SealingKeys(keys));

        EvidenceSweep.Swept swept = sweep(rotated, Duration.ofHours(1));

        assertThat(swept.renewed()).isPositive();
        SealedStore newestOnly = new SealedStore(objects, new SealingKeys(keys.subList(0, 1)));
        assertThat(newestOnly.get(address)).hasValue(content);
        assertThat(sweep(rotated, Duration.ofHours(1)).renewed()).isZero();
        // Back under the key all the others have.
        sweep(
                new SealedStore(
                        objects,
                        new SealingKeys(List.of(secrets.keys("evidence").getFirst(), SealedStoreTest.key(99)))),
                Duration.ofHours(1));
    }

    @Test
    void what_cannot_be_sealed_anew_stays_as_it_is_and_is_counted() throws Exception {
        byte[] content = content("sealed with a lost key");
        upload(content);
        String address = EvidenceStore.addressOf(content);
        byte[] before = objects.get(address).orElseThrow();

        EvidenceSweep.Swept swept =
                sweep(new SealedStore(objects, new SealingKeys(List.of(SealedStoreTest.key(98)))), Duration.ofHours(1));

        assertThat(swept.unreadable()).isPositive();
        assertThat(objects.get(address)).hasValue(before);
        assertThat(contents.read(address)).isEqualTo(content);
    }

    @Test
    void a_content_that_is_named_and_not_there_is_told_apart_from_one_that_never_was() throws Exception {
        byte[] content = content("lost");
        upload(content);
        String address = EvidenceStore.addressOf(content);
        objects.remove(address);

        assertThatThrownBy(() -> contents.read(address))
                .isInstanceOf(UnreadableContentException.class)
                .hasMessageContaining("is missing");
        // Uploading the same once more heals it.
        upload(content);
        assertThat(contents.read(address)).isEqualTo(content);
    }

    @Test
    void all_of_it_works_on_a_real_s3_server() throws Exception {
        try (SealedStore onS3 = new SealedStore(
                S3Store.open(S3Server.shared().newBucket()), new SealingKeys(secrets.keys("evidence")))) {
            EvidenceContents there = new EvidenceContents(onS3, rows, transactions);
            byte[] kept = content("kept on S3");
            byte[] removed = content("removed from S3");
            transaction.executeWithoutResult(
                    status -> there.keep(List.of(kept, removed)).forEach(this::name));
            String orphan = onS3.put(content("left on S3"));
            assertThat(there.read(EvidenceStore.addressOf(kept))).isEqualTo(kept);

            jdbc.sql("delete from proof_page where copy = :address")
                    .param("address", EvidenceStore.addressOf(removed))
                    .update();
            sweep(onS3, NO_GRACE);

            assertThat(onS3.list("", 10))
                    .extracting(StoredObject::address)
                    .containsExactly(EvidenceStore.addressOf(kept));
            assertThat(onS3.get(orphan)).isEmpty();
            there.stop();
        }
    }

    @Test
    void a_store_that_fails_refuses_the_upload_and_nothing_is_committed() {
        EvidenceContents failing = new EvidenceContents(new BrokenStore(), rows, transactions);
        byte[] content = content("no room for this");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> failing.keep(List.of(content))))
                .isInstanceOf(StoreUnavailableException.class);
        failing.stop();

        assertThat(known(EvidenceStore.addressOf(content))).isFalse();
    }

    private EvidenceSweep.Swept sweep(Duration grace) throws IOException {
        return sweep(store, grace);
    }

    private EvidenceSweep.Swept sweep(SealedStore swept, Duration grace) throws IOException {
        EvidenceContents over = new EvidenceContents(swept, rows, transactions);
        try {
            // A clock a little ahead, so that what was written this very moment is old enough.
            return new EvidenceSweep(
                            swept,
                            rows,
                            over,
                            new SweepSettings(grace.isNegative() ? Duration.ZERO : grace),
                            Clock.offset(clock, grace.isNegative() ? grace.negated() : Duration.ZERO))
                    .sweep();
        } finally {
            over.stop();
        }
    }

    private UUID upload(byte[]... uploaded) {
        return transaction.execute(status -> name(contents.keep(List.of(uploaded)), UUID.randomUUID()));
    }

    private UUID name(String address) {
        return name(List.of(address), UUID.randomUUID());
    }

    /** A proof that names contents, one to a page. */
    private UUID name(List<String> addresses, UUID proof) {
        jdbc.sql("""
                insert into proof (id, owner, kind, state, file_name, width, height, bytes, sha256,
                                   added_at, added_by, version, pages)
                values (:id, :id, 'FRONT', 'NEW', 'a.jpg', 1, 1, 1, 'x', :now, :id, 0, :pages)
                """)
                .param("id", proof)
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .param("pages", addresses.size())
                .update();
        for (int page = 1; page <= addresses.size(); page++) {
            jdbc.sql("""
                    insert into proof_page (proof, page, width, height, copy, thumbnail)
                    values (:proof, :page, 1, 1, :address, :address)
                    """)
                    .param("proof", proof)
                    .param("page", page)
                    .param("address", addresses.get(page - 1))
                    .update();
        }
        synchronized (proofs) {
            proofs.add(proof);
        }
        return proof;
    }

    private void remove(UUID proof) {
        transaction.executeWithoutResult(status -> {
            contents.release(jdbc.sql("select copy from proof_page where proof = :proof")
                    .param("proof", proof)
                    .query(String.class)
                    .list());
            jdbc.sql("delete from proof where id = :proof")
                    .param("proof", proof)
                    .update();
        });
        synchronized (proofs) {
            proofs.remove(proof);
        }
    }

    private boolean known(String address) {
        return !rows.known(List.of(address)).isEmpty();
    }

    private static byte[] content(String text) {
        return (text + " of " + EvidenceContentsTest.class).getBytes(StandardCharsets.UTF_8);
    }

    /** Lets the other side go on in any case, so that a failure is a failure and no test that never ends. */
    private static void assertWaiting(Future<?> waiting, CountDownLatch go) {
        try {
            assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        } finally {
            go.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store without room that cannot even be listed. */
    static final class BrokenStore implements EvidenceStore {

        @Override
        public String put(byte[] content) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Optional<byte[]> get(String address) throws IOException {
            throw new IOException("unreachable");
        }

        @Override
        public void remove(String address) {
            // There is nothing.
        }

        @Override
        public List<StoredObject> list(String after, int limit) throws IOException {
            throw new IOException("unreachable");
        }

        @Override
        public String keyId() {
            return "none";
        }
    }
}
