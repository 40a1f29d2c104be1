package app.carddesk.letters;

import app.carddesk.evidence.Intake;
import app.carddesk.evidence.Proofs;
import app.carddesk.letters.mail.Attachment;
import app.carddesk.letters.mail.IncomingMail;
import app.carddesk.shared.ProofKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands the files of a reply to the intake of proofs, one after the other; what became of each is kept at once. */
@Component
class ReplyFiles {

    /** Pictures smaller than this on both sides belong to a signature or count readers; a card is never that small. */
    private static final int SMALL_SIDE = 64;

    private static final int SMALL_BYTES = 32 * 1024;
    private static final String MAIL = "evidence.type.email";

    private final ReplyStore replies;
    private final Proofs proofs;

    ReplyFiles(ReplyStore replies, Proofs proofs) {
        this.replies = replies;
        this.proofs = proofs;
    }

    private record Fate(ReplyFile.State state, @Nullable String typeKey) {

        Fate(ReplyFile.State state) {
            this(state, null);
        }
    }

    /** Takes as long as the pictures take, so never called in a transaction. */
    List<ReplyFile> takeIn(UUID caseId, UUID reply, IncomingMail mail) {
        List<ReplyFile.State> before = replies.states(reply);
        for (int place = 0; place < Math.min(before.size(), mail.attachments().size()); place++) {
            if (before.get(place) == ReplyFile.State.PENDING) {
                Fate fate = take(caseId, mail.attachments().get(place));
                replies.settle(reply, place, fate.state(), fate.typeKey());
            }
        }
        return replies.ofCase(caseId).stream()
                .filter(one -> one.id().equals(reply))
                .findFirst()
                .map(Reply::files)
                .orElse(List.of());
    }

    private Fate take(UUID caseId, Attachment file) {
        if (file.mail()) {
            return new Fate(ReplyFile.State.OTHER_TYPE, MAIL);
        }
        long most = proofs.maxFileBytes();
        byte[] bytes;
        try (InputStream content = file.content().open()) {
            bytes = content.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        } catch (IOException coded) {
            return new Fate(ReplyFile.State.BROKEN);
        }
        if (file.inline() && bytes.length <= SMALL_BYTES && isSmall(bytes)) {
            return new Fate(ReplyFile.State.SMALL_PICTURE);
        }
        if (proofs.holds(caseId, sha256(bytes))) {
            return new Fate(ReplyFile.State.ALREADY_THERE);
        }
        return fate(proofs.receive(caseId, ProofKind.OTHER, file.name(), new ByteArrayInputStream(bytes)));
    }

    private static Fate fate(Intake intake) {
        return switch (intake) {
            case Intake.Taken _ -> new Fate(ReplyFile.State.TAKEN);
            case Intake.NotAPicture other -> new Fate(ReplyFile.State.OTHER_TYPE, other.typeKey());
            case Intake.TooLarge _, Intake.TooLargeToScan _ -> new Fate(ReplyFile.State.TOO_LARGE);
            case Intake.NotDrawn _, Intake.CardNeedsPhoto _ -> new Fate(ReplyFile.State.NOT_DRAWN);
            case Intake.CaseFull _ -> new Fate(ReplyFile.State.CASE_FULL);
            case Intake.PersonFull _ -> new Fate(ReplyFile.State.PERSON_FULL);
            case Intake.Infected _ -> new Fate(ReplyFile.State.INFECTED);
            case Intake.ScannerUnavailable _ -> new Fate(ReplyFile.State.SCANNER_DOWN);
            case Intake.StoreUnavailable _ -> new Fate(ReplyFile.State.STORE_DOWN);
            case Intake.Interrupted _ -> new Fate(ReplyFile.State.BROKEN);
            case Intake.Closed _ -> new Fate(ReplyFile.State.CLOSED);
        };
    }

    /** By the picture's own header, without drawing it; what says no measures is left to the intake. */
    private static boolean isSmall(byte[] bytes) {
        try (ImageInputStream header = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(header);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(header, true, true);
                return Math.max(reader.getWidth(0), reader.getHeight(0)) < SMALL_SIDE;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
