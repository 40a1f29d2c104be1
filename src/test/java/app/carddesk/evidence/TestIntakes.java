package app.carddesk.evidence;

import app.carddesk.access.CurrentPerson;
import app.carddesk.evidence.pictures.DecodeBench;
import app.carddesk.evidence.pictures.Drawing;
import app.carddesk.evidence.pictures.DrawingLimits;
import app.carddesk.evidence.pictures.FileType;
import app.carddesk.evidence.pictures.Undrawable;
import app.carddesk.evidence.pictures.UndrawableException;
import app.carddesk.evidence.scan.VirusScanner;
import app.carddesk.evidence.store.EvidenceContents;
import app.carddesk.shared.Ids;
import app.carddesk.shared.ProofKind;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in as an installation would that is configured in another way than that of the tests. */
@Component
@Profile("test")
public class TestIntakes {

    private final EvidenceLimits limits;
    private final Incoming incoming;
    private final DecodeBench bench;
    private final PageMaker pageMaker;
    private final ProofRows rows;
    private final FindingRows findings;
    private final PersonQuota quota;
    private final EvidenceContents contents;
    private final OwnerCheck owners;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TestIntakes(
            EvidenceLimits limits,
            Incoming incoming,
            DecodeBench bench,
            PageMaker pageMaker,
            ProofRows rows,
            FindingRows findings,
            PersonQuota quota,
            EvidenceContents contents,
            OwnerCheck owners,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.limits = limits;
        this.incoming = incoming;
        this.bench = bench;
        this.pageMaker = pageMaker;
        this.rows = rows;
        this.findings = findings;
        this.quota = quota;
        this.contents = contents;
        this.owners = owners;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** As if nothing on this machine could draw any picture. */
    public Proof takeWithoutConverter(UUID owner, ProofKind kind, String fileName, byte[] content) {
        Intake intake = receive(
                intake(VirusScanner.NONE, new WithoutConverter(), false, limits, contents),
                owner,
                kind,
                fileName,
                content);
        if (intake instanceof Intake.Taken(Proof proof)) {
            return proof;
        }
        throw new AssertionError(intake);
    }

    Intake receiveScanned(VirusScanner scanner, UUID owner, byte[] content) {
        return receive(intake(scanner, bench, false, limits, contents), owner, ProofKind.FRONT, "a.jpg", content);
    }

    Intake receiveKeepingOriginals(EvidenceLimits within, UUID owner, byte[] content) {
        return receive(
                intake(VirusScanner.NONE, bench, true, within, contents), owner, ProofKind.BACK, "b.jpg", content);
    }

    Intake receiveInto(EvidenceContents into, UUID owner, byte[] content) {
        return receive(intake(VirusScanner.NONE, bench, false, limits, into), owner, ProofKind.FRONT, "a.jpg", content);
    }

    /** Keeps pages in its own transaction, as the application's own keeper does. */
    ProofKeeper keeper(boolean keepOriginals, EvidenceLimits within, EvidenceContents into) {
        return new ProofKeeper(
                rows,
                new ProofFiles(into, rows, jdbc),
                findings,
                owners,
                within,
                new OriginalSettings(keepOriginals),
                quota,
                person,
                ids,
                clock,
                events) {
            @Override
            public Intake keep(UUID owner, ProofKind kind, GivenFile file, List<CleanPage> pages) {
                return transaction.execute(status -> super.keep(owner, kind, file, pages));
            }
        };
    }

    private ProofIntake intake(
            VirusScanner scanner,
            DecodeBench drawing,
            boolean keepOriginals,
            EvidenceLimits within,
            EvidenceContents into) {
        return new ProofIntake(
                within,
                incoming,
                scanner,
                drawing,
                pageMaker,
                new OriginalSettings(keepOriginals),
                keeper(keepOriginals, within, into));
    }

    private static Intake receive(ProofIntake intake, UUID owner, ProofKind kind, String fileName, byte[] content) {
        return intake.receive(
                owner, kind, fileName, Proof.CameBy.DESK, new ByteArrayInputStream(content), IntakeWatcher.NOBODY);
    }

    private static final class WithoutConverter extends DecodeBench {

        WithoutConverter() {
            super(new DrawingLimits(1, Duration.ofSeconds(1), 1));
        }

        @Override
        public Drawing open(Path file, FileType type) throws UndrawableException {
            throw new UndrawableException(new Undrawable.NoConverter(type));
        }
    }
}
