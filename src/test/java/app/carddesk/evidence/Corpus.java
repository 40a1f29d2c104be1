package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.Undrawable;
import app.carddesk.shared.ProofKind;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every real, odd, broken and hostile file of the collection beside the project on the whole way in, in a process of
 * 512 MB of heap, each against what its index expects; after each, an ordinary picture still works. Skipped without it.
 */
@CarddeskTest
@Tag("corpus")
abstract class Corpus {

    /** What a file may cost whoever uploads it, in time of a processor: on a busy machine it waits, and costs the same. */
    private static final Duration MOST = Duration.ofSeconds(5);

    /** Patience with a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    /** Files of which the index says something else than what they are, and why that is right. */
    private static final Map<String, String> OTHERWISE = Map.of(
            // Called markup, but a real JPEG with a script among its pixels: it is drawn anew, and no script survives.
            "02-metadata/mouseover-xss-ecs.jpeg", "ACCEPT_STRIP");

    @Autowired
    Proofs proofs;

    @Autowired
    TestProofOwners owners;

    @Autowired
    SignIn signIn;

    private final ExecutorService upload = Executors.newSingleThreadExecutor();
    UUID owner;

    record Sample(Path file, String name, String expected) {

        @Override
        public String toString() {
            return name + " " + expected;
        }
    }

    @BeforeAll
    static void refuseConnections() throws IOException {
        Assumptions.assumeTrue(corpus() != null, "no collection of files beside the project");
        Socket.setSocketImplFactory(() -> {
            CONNECTIONS.incrementAndGet();
            throw new UncheckedIOException(new IOException("No connections here"));
        });
    }

    @BeforeEach
    void openCase() {
        signIn.as("agent");
        owner = owners.open();
    }

    @AfterEach
    void anOrdinaryPictureStillWorksAndNothingWentOut() {
        upload.shutdownNow();
        assertThat(proofs.receive(
                        owners.open(),
                        ProofKind.FRONT,
                        "good.jpg",
                        new ByteArrayInputStream(DrawnPictures.jpeg(80, 60))))
                .isInstanceOf(Intake.Taken.class);
        assertThat(CONNECTIONS).hasValue(0);
        signIn.out();
    }

    /** The files in some of the folders, by the number that a folder begins with. */
    static Stream<Sample> samples(int from, int to) throws IOException {
        Path corpus = corpus();
        if (corpus == null) {
            return Stream.of(new Sample(Path.of(""), "", ""));
        }
        try (CsvReader<NamedCsvRecord> index = CsvReader.builder().ofNamedCsvRecord(corpus.resolve("index.csv"))) {
            return index.stream()
                    .map(row -> {
                        String name = row.getField("file");
                        String expected = row.getField("expected").split(":", 2)[0];
                        return new Sample(corpus.resolve(name), name, OTHERWISE.getOrDefault(name, expected));
                    })
                    .filter(sample -> {
                        int folder = Integer.parseInt(sample.name().substring(0, 2));
                        return from <= folder && folder <= to;
                    })
                    .toList()
                    .stream();
        }
    }

    void endsAsExpected(Sample sample) throws Exception {
        Intake intake =
                given(sample, ProofKind.RECEIPT, sample.file().getFileName().toString());
        FileType type = FileType.of(sample.file());
        switch (sample.expected()) {
            case "ACCEPT", "ACCEPT_ROTATE", "ACCEPT_STRIP", "CORRUPT_TOLERATED" -> isClean(intake);
            case "ACCEPT_STRIP_NOEXEC", "ACCEPT_OR_CLEAN_REJECT" -> {
                if (intake instanceof Intake.Taken) {
                    isClean(intake);
                } else {
                    assertThat(intake).isEqualTo(new Intake.NotDrawn(new Undrawable.Broken()));
                }
            }
            case "ACCEPT_OR_REJECT_TYPE" -> {
                if (type.isTaken()) {
                    isTakenOrLacksItsConverter(intake, type);
                } else {
                    assertThat(intake).isEqualTo(new Intake.NotAPicture(type));
                }
            }
            case "ACCEPT_RECEIPT" -> {
                isClean(intake);
                assertThat(given(sample, ProofKind.BACK, "card.pdf")).isEqualTo(new Intake.CardNeedsPhoto(type));
            }
            case "REJECT_TYPE", "TEXT" -> {
                for (String name : List.of("picture.jpg", "picture.png", "receipt.pdf")) {
                    assertThat(given(sample, ProofKind.OTHER, name)).isEqualTo(new Intake.NotAPicture(type));
                }
                assertThat(intake).isEqualTo(new Intake.NotAPicture(type));
                assertThat(type).isNotEqualTo(FileType.UNKNOWN);
            }
            case "REJECT_LIMIT", "REJECT_CORRUPT" ->
                assertThat(intake).isInstanceOfAny(Intake.NotDrawn.class, Intake.NotAPicture.class);
            case "REJECT_ENCRYPTED", "PDF_OWNER_PASSWORD" ->
                assertThat(intake).isEqualTo(new Intake.NotDrawn(new Undrawable.Encrypted()));
            case "PDF_ACTIVE" -> assertThat(intake).isEqualTo(new Intake.NotDrawn(new Undrawable.Active()));
            // Whatever comes of it, something did, and in time.
            case "NO_CRASH" -> assertThat(intake).isNotNull();
            default -> throw new AssertionError("The index expects something new: " + sample.expected());
        }
    }

    /** On a thread of its own, as an upload comes, and within its cost. */
    Intake given(Sample sample, ProofKind kind, String name) throws Exception {
        SecurityContext agent = SecurityContextHolder.getContext();
        try {
            return upload.submit(() -> {
                        SecurityContextHolder.setContext(agent);
                        long before = THREADS.getCurrentThreadCpuTime();
                        try (InputStream content = Files.newInputStream(sample.file())) {
                            return proofs.receive(owner, kind, name, content);
                        } finally {
                            Duration cost = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
                            assertThat(cost).as(sample.name()).isLessThan(MOST);
                        }
                    })
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException escaped) {
            throw new AssertionError(sample + " let something escape", escaped.getCause());
        }
    }

    private void isClean(Intake intake) {
        assertThat(intake).isInstanceOf(Intake.Taken.class);
        Proof proof = ((Intake.Taken) intake).proof();
        for (int page = 1; page <= proof.pages(); page++) {
            for (PictureSize size : PictureSize.values()) {
                byte[] copy = proofs.picture(proof.id(), page, size).orElseThrow();
                assertThat(new String(copy, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("exif", "<script", "onmouseover", "alert(");
            }
        }
    }

    private void isTakenOrLacksItsConverter(Intake intake, FileType type) {
        boolean needsConverter = type == FileType.HEIC || type == FileType.AVIF;
        if (needsConverter && intake.equals(new Intake.NotDrawn(new Undrawable.NoConverter(type)))) {
            assertThat(System.getenv("CI")).isNotEqualTo("true");
            return;
        }
        isClean(intake);
    }

    static @Nullable Path corpus() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("shared/corpus/index.csv"))) {
                return at.resolve("shared/corpus");
            }
        }
        return null;
    }
}
