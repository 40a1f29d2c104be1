package app.carddesk.evidence.link;

import app.carddesk.access.SystemRun;
import app.carddesk.evidence.EvidenceLimits;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.OwnerCheck;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.ProofSummary;
import app.carddesk.evidence.Proofs;
import app.carddesk.shared.ProofKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Where customers come in by their link. The token opens it, once: the first phone gets a secret that it shows from then
 * on. Everything is done in the name of whoever made the link, with what that person may do at that moment.
 */
@Component
class LinkDoor {

    private static final int SECRET_BYTES = 32;

    private final LinkRows rows;
    private final LinkActs acts;
    private final LinkLimits limits;
    private final EvidenceLimits evidence;
    private final Proofs proofs;
    private final OwnerCheck owners;
    private final SystemRun systemRun;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LinkDoor(
            LinkRows rows,
            LinkActs acts,
            LinkLimits limits,
            EvidenceLimits evidence,
            Proofs proofs,
            OwnerCheck owners,
            SystemRun systemRun,
            Clock clock) {
        this.rows = rows;
        this.acts = acts;
        this.limits = limits;
        this.evidence = evidence;
        this.proofs = proofs;
        this.owners = owners;
        this.systemRun = systemRun;
        this.clock = clock;
    }

    /** What came of asking for a link for one's own phone. */
    sealed interface Opening {

        /** It belongs to the phone that keeps this secret. */
        record Opened(UploadLink link, String secret) implements Opening {}

        record NotOpened(Visit why) implements Opening {}
    }

    /**
     * What somebody sees who comes by a link.
     *
     * @param secret what the phone shows, if it has opened the link before
     */
    Visit visit(String token, @Nullable String secret) {
        LinkRows.Row row = find(token).orElse(null);
        if (row == null) {
            return new Visit.NotOpen();
        }
        boolean bound = row.phoneHash() != null;
        if (bound && !isPhoneOf(row, secret)) {
            return new Visit.InUse(row.link().language());
        }
        return systemRun
                .asLongAsEnabled(row.link().madeBy(), () -> places(row.link()))
                .<Visit>map(places -> new Visit.Open(row.link(), bound, places))
                .orElseGet(Visit.NotOpen::new);
    }

    /** Gives a link to the phone that asks first. */
    Opening open(String token, @Nullable String secret) {
        Visit visit = visit(token, secret);
        if (!(visit instanceof Visit.Open open)) {
            return new Opening.NotOpened(visit);
        }
        if (open.bound() && secret != null) {
            // The same phone once more.
            return new Opening.Opened(open.link(), secret);
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return systemRun.asCarddesk(() -> acts.bind(open.link(), fresh))
                ? new Opening.Opened(open.link(), fresh)
                : new Opening.NotOpened(visit(token, null));
    }

    /** Takes a file in that the phone sends; never called while holding a transaction. */
    Delivery receive(String token, @Nullable String secret, ProofKind kind, String fileName, InputStream content)
            throws IOException {
        Visit visit = visit(token, secret);
        if (!(visit instanceof Visit.Open open)
                || !open.bound()
                || open.places().stream().noneMatch(place -> place.kind() == kind)) {
            return new Delivery.NotAllowed(visit instanceof Visit.InUse ? visit : new Visit.NotOpen());
        }
        UploadLink link = open.link();
        long aside = evidence.maxFile().toBytes();
        if (!rows.reserve(link.id(), aside, limits)) {
            return new Delivery.LinkFull();
        }
        Intake intake = null;
        BoundedInputStream counted =
                BoundedInputStream.builder().setInputStream(content).get();
        try {
            intake = systemRun
                    .asLongAsEnabled(link.madeBy(), () -> proofs.receiveByLink(link.owner(), kind, fileName, counted))
                    .orElseGet(Intake.Closed::new);
            return new Delivery.Answered(intake);
        } finally {
            int unused = intake instanceof Intake.Taken ? 0 : 1;
            rows.settle(link.id(), unused, Math.max(0, aside - counted.getCount()));
        }
    }

    private Optional<LinkRows.Row> find(String token) {
        Optional<LinkRows.Row> row =
                LinkToken.parse(token).flatMap(parsed -> rows.byToken(parsed.hash(), clock.instant()));
        if (row.isPresent() && !takesProofs(row.get().link())) {
            systemRun.asCarddesk(() -> {
                acts.close(row.get().link());
                return true;
            });
            return Optional.empty();
        }
        return row;
    }

    private boolean takesProofs(UploadLink link) {
        try {
            return systemRun
                    .asLongAsEnabled(link.madeBy(), () -> owners.mayChange(link.owner()))
                    .orElse(false);
        } catch (AccessDeniedException noLonger) {
            return false;
        }
    }

    private static boolean isPhoneOf(LinkRows.Row row, @Nullable String secret) {
        String hash = row.phoneHash();
        return secret != null
                && hash != null
                && MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII),
                        LinkToken.hash(secret).getBytes(StandardCharsets.US_ASCII));
    }

    /** The kinds that are needed and not there yet, and those this very link has brought. */
    private List<Visit.Place> places(UploadLink link) {
        List<Proof> all = proofs.of(link.owner());
        List<ProofKind> needed = owners.needed(link.owner());
        ProofSummary summary = ProofSummary.of(all, needed);
        List<Visit.Place> places = new ArrayList<>();
        for (ProofKind kind : needed) {
            boolean arrived = all.stream()
                    .anyMatch(proof -> proof.kind() == kind
                            && proof.state() == Proof.State.NEW
                            && proof.cameBy() == Proof.CameBy.LINK
                            && !proof.addedAt().isBefore(link.madeAt()));
            boolean empty = switch (summary.of(kind)) {
                case MISSING, REFUSED -> true;
                case WAITING, UNOBTAINABLE, ACCEPTED -> false;
            };
            if (arrived || empty) {
                places.add(new Visit.Place(kind, arrived));
            }
        }
        return places;
    }
}
