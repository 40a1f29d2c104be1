package app.carddesk.evidence;

import app.carddesk.access.CurrentPerson;
import app.carddesk.shared.Ids;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.RedemptionCodes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records what people decide about proofs, and that one cannot be had. Works within the running transaction; each
 * decision names the proof as it was seen, so that none overwrites another.
 */
@Component
class ProofDecisions {

    private final ProofRows rows;
    private final OwnerCheck owners;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProofDecisions(
            ProofRows rows,
            OwnerCheck owners,
            CurrentPerson person,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.owners = owners;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** @param seen null if a proof is meant that nobody decided on */
    Decision accept(UUID proof, @Nullable Proof seen, boolean serialSeen) {
        return rows.find(proof)
                .map(row -> accept(row, seen == null ? undecided(row.proof()) : seen, serialSeen))
                .orElseGet(Decision.Gone::new);
    }

    private Decision accept(ProofRows.Row row, Proof seen, boolean serialSeen) {
        Proof to = decided(row.proof(), row.proof().kind(), Proof.State.ACCEPTED, null, serialSeen);
        return change(row, seen, to, ProofChanged.What.ACCEPTED);
    }

    /** @param seen null if a proof is meant that nobody decided on */
    Decision refuse(UUID proof, @Nullable Proof seen, String reason) {
        return rows.find(proof)
                .map(row -> refuse(row, seen == null ? undecided(row.proof()) : seen, reason))
                .orElseGet(Decision.Gone::new);
    }

    private Decision refuse(ProofRows.Row row, Proof seen, String reason) {
        Decision wrong = wrongReason(reason);
        if (wrong != null) {
            owners.requireSee(row.proof().owner());
            return wrong;
        }
        Proof to = decided(row.proof(), row.proof().kind(), Proof.State.REFUSED, reason.strip(), false);
        return change(row, seen, to, ProofChanged.What.REFUSED);
    }

    /** @see Proofs#move */
    Decision move(Proof seen, ProofKind kind) {
        if (kind == ProofKind.SERIAL) {
            throw new IllegalArgumentException("The serial number is no picture of its own");
        }
        return rows.find(seen.id())
                .map(row -> change(
                        row, seen, decided(row.proof(), kind, Proof.State.NEW, null, false), ProofChanged.What.MOVED))
                .orElseGet(Decision.Gone::new);
    }

    /** @see Proofs#declareUnobtainable */
    Decision declareUnobtainable(UUID owner, ProofKind kind, String reason) {
        if (kind == ProofKind.OTHER) {
            throw new IllegalArgumentException("Other pictures are never needed");
        }
        if (!owners.mayChange(owner)) {
            return new Decision.Closed();
        }
        Decision wrong = wrongReason(reason);
        if (wrong != null) {
            return wrong;
        }
        UUID me = person.id();
        Proof declaration = new Proof(
                ids.next(),
                owner,
                kind,
                Proof.State.UNOBTAINABLE,
                null,
                null,
                0,
                0,
                0,
                reason.strip(),
                false,
                now(),
                me,
                Proof.CameBy.DESK,
                me,
                false,
                0);
        if (!rows.insertDeclaration(declaration)) {
            return rows.declaration(owner, kind)
                    .<Decision>map(row -> new Decision.Stale(row.proof()))
                    .orElseGet(Decision.Gone::new);
        }
        publish(declaration, ProofChanged.What.DECLARED_UNOBTAINABLE, declaration.reason());
        return new Decision.Done(declaration);
    }

    /** @see Proofs#withdrawDeclaration */
    Decision withdrawDeclaration(UUID owner, ProofKind kind) {
        if (!owners.mayChange(owner)) {
            return new Decision.Closed();
        }
        Optional<ProofRows.Row> declaration = rows.declaration(owner, kind);
        if (declaration.isEmpty() || !rows.delete(declaration.get())) {
            return new Decision.Gone();
        }
        publish(declaration.get().proof(), ProofChanged.What.DECLARATION_WITHDRAWN, null);
        return new Decision.Done(declaration.get().proof());
    }

    private Decision change(ProofRows.Row row, Proof seen, Proof to, ProofChanged.What what) {
        Proof from = row.proof();
        if (!owners.mayChange(from.owner())) {
            return new Decision.Closed();
        }
        if (from.state() == Proof.State.UNOBTAINABLE) {
            throw new IllegalArgumentException("A declaration is taken back, not decided on");
        }
        boolean same = from.state() == to.state()
                && from.kind() == to.kind()
                && from.serialSeen() == to.serialSeen()
                && Objects.equals(from.reason(), to.reason());
        if (same) {
            // Pressed twice, or two people of one mind: who decided first stays the one who decided.
            return new Decision.Done(from);
        }
        Instant decidedAt = to.state() == Proof.State.NEW ? null : now();
        if (!from.equals(seen) || !rows.update(row, to, decidedAt)) {
            return stale(from.id());
        }
        publish(to, what, to.reason());
        return new Decision.Done(to);
    }

    private Decision stale(UUID proof) {
        return rows.find(proof)
                .<Decision>map(row -> new Decision.Stale(row.proof()))
                .orElseGet(Decision.Gone::new);
    }

    private @Nullable Decision wrongReason(String reason) {
        if (reason.isBlank()) {
            return new Decision.ReasonMissing();
        }
        if (reason.strip().length() > Proofs.LONGEST_REASON) {
            return new Decision.ReasonTooLong(Proofs.LONGEST_REASON);
        }
        return RedemptionCodes.containsCode(reason) ? new Decision.CodeInReason() : null;
    }

    private Proof decided(Proof from, ProofKind kind, Proof.State state, @Nullable String reason, boolean serialSeen) {
        return with(from, kind, state, reason, serialSeen, state == Proof.State.NEW ? null : person.id());
    }

    private static Proof undecided(Proof from) {
        return with(from, from.kind(), Proof.State.NEW, null, false, null);
    }

    private static Proof with(
            Proof from,
            ProofKind kind,
            Proof.State state,
            @Nullable String reason,
            boolean serialSeen,
            @Nullable UUID decidedBy) {
        return new Proof(
                from.id(),
                from.owner(),
                kind,
                state,
                from.type(),
                from.fileName(),
                from.pages(),
                from.width(),
                from.height(),
                reason,
                serialSeen,
                from.addedAt(),
                from.addedBy(),
                from.cameBy(),
                decidedBy,
                from.originalKept(),
                from.revision());
    }

    private void publish(Proof proof, ProofChanged.What what, @Nullable String reason) {
        events.publishEvent(new ProofChanged(proof.id(), proof.owner(), proof.kind(), what, reason));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
