package app.carddesk.evidence;

import app.carddesk.shared.ProofKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes pictures in. A file is counted while it arrives, known by its content, drawn anew, and then kept in one short
 * transaction. What was given is never kept itself.
 */
@Component
class ProofIntake {

    private final EvidenceLimits limits;
    private final Incoming incoming;
    private final DecodeBench bench;
    private final ProofKeeper keeper;

    ProofIntake(EvidenceLimits limits, Incoming incoming, DecodeBench bench, ProofKeeper keeper) {
        this.limits = limits;
        this.incoming = incoming;
        this.bench = bench;
        this.keeper = keeper;
    }

    long maxFileBytes() {
        return limits.maxFile().toBytes();
    }

    /** @see Proofs#receive */
    Intake receive(UUID owner, ProofKind kind, String fileName, InputStream content) {
        if (kind == ProofKind.SERIAL) {
            throw new IllegalArgumentException("The serial number is no picture of its own");
        }
        Intake refused = keeper.refusal(owner);
        if (refused != null) {
            return refused;
        }
        try (Received received =
                Received.read(content, incoming.folder(), limits.maxFile().toBytes())) {
            return look(owner, kind, fileName, received);
        } catch (Received.TooLargeException tooLarge) {
            return new Intake.TooLarge(limits.maxFile().toBytes());
        } catch (IOException interrupted) {
            return new Intake.Interrupted();
        }
    }

    private Intake look(UUID owner, ProofKind kind, String fileName, Received received) throws IOException {
        FileType type = FileType.of(received.file());
        if (!type.isTaken()) {
            return new Intake.NotAPicture(type);
        }
        return switch (bench.clean(received.file(), type)) {
            case DecodeBench.Result.Failed(Intake.Refused why) -> why;
            case DecodeBench.Result.Clean(CleanPicture picture) ->
                keeper.keep(owner, kind, FileNames.shown(fileName, type), picture, received.sha256());
        };
    }
}
