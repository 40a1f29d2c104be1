package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.Undrawable;
import app.carddesk.shared.ProofKind;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.awt.image.BufferedImage;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every real, odd, broken and hostile file of the collection beside the project on the whole way in, in a process of
 * 512 MB of heap, each against what its index expects; after each, an ordinary picture still works. Skipped without it.
 */
@CarddeskTest
@Tag("corpus")
class CorpusTest {

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
    private Proofs proofs;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private SignIn signIn;

    private final ExecutorService upload = Executors.newSingleThreadExecutor();
    private UUID owner;

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

    static Stream<Sample> samples() throws IOException {
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
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_file_ends_as_expected(Sample sample) throws Exception {
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

    @Test
    void photos_of_every_orientation_look_alike() throws Exception {
        BufferedImage upright = thumbnail(1);
        for (int orientation = 2; orientation <= 8; orientation++) {
            BufferedImage turned = thumbnail(orientation);
            assertThat(turned.getWidth()).isEqualTo(upright.getWidth());
            assertThat(difference(upright, turned))
                    .as("orientation %d", orientation)
                    .isLessThan(12);
        }
    }

    @Test
    void every_text_works_as_a_file_name() throws Exception {
        byte[] picture = DrawnPictures.png(8, 8);
        try (Stream<Path> texts = Files.list(corpus().resolve("18-text"))) {
            for (Path text : texts.sorted().toList()) {
                List<String> lines = new String(Files.readAllBytes(text), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(60)
                        .toList();
                UUID its = owners.open();
                for (String line : lines) {
                    Intake intake = proofs.receive(its, ProofKind.OTHER, line, new ByteArrayInputStream(picture));
                    assertThat(intake).as(line).isInstanceOf(Intake.Taken.class);
                    Proof proof = ((Intake.Taken) intake).proof();
                    assertThat(proof.fileName()).isNotBlank().hasSizeLessThanOrEqualTo(2 * FileNames.LONGEST);
                    assertThat(proof.fileName().codePoints().noneMatch(Character::isISOControl))
                            .isTrue();
                    proofs.remove(proof);
                }
            }
        }
    }

    /** On a thread of its own, as an upload comes, and within its cost. */
    private Intake given(Sample sample, ProofKind kind, String name) throws Exception {
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

    private BufferedImage thumbnail(int orientation) throws Exception {
        String name = "01-exif-orientation/Landscape_" + orientation + ".jpg";
        Intake intake = given(new Sample(corpus().resolve(name), name, ""), ProofKind.OTHER, name);
        assertThat(intake).isInstanceOf(Intake.Taken.class);
        return DrawnPictures.decoded(
                proofs.picture(((Intake.Taken) intake).proof().id(), 1, PictureSize.THUMBNAIL)
                        .orElseThrow());
    }

    private static @Nullable Path corpus() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("shared/corpus/index.csv"))) {
                return at.resolve("shared/corpus");
            }
        }
        return null;
    }

    /** The mean difference of brightness over all pixels. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 0xFF) - (other.getRGB(x, y) >> 8 & 0xFF));
            }
        }
        return (double) sum / one.getWidth() / one.getHeight();
    }
}
