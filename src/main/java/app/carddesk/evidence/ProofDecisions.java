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
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
        return onHeld(proof, row -> accept(row, seen == null ? undecided(row.proof()) : seen, serialSeen));
    }

    /** Reads the proof with its case held, so that neither the case's card nor a request changes meanwhile. */
    private Decision onHeld(UUID proof, Function<ProofRows.Row, Decision> act) {
        Optional<UUID> owner = rows.ownerOf(proof);
        if (owner.isEmpty()) {
            return new Decision.Gone();
        }
        return owners.mayChangeHeld(owner.get())
                ? rows.find(proof).map(act).orElseGet(Decision.Gone::new)
                : new Decision.Closed();
    }

    private Decision accept(ProofRows.Row row, Proof seen, boolean serialSeen) {
        return row.proof().isWithoutPreview()
                ? new Decision.NothingToSee()
                : change(row, seen, from -> accepted(from, serialSeen), ProofChanged.What.ACCEPTED);
    }

    private Proof accepted(Proof from, boolean serialSeen) {
        return with(
                from,
                Proof.State.ACCEPTED,
                null,
                serialSeen && !from.about().isEmpty() ? new Proof.SerialSeen(from.about(), person.id(), now()) : null,
                // Whoever adds that the serial number can be read has not accepted it anew.
                from.state() == Proof.State.ACCEPTED ? from.decidedBy() : person.id());
    }

    /** @param seen null if a proof is meant that nobody decided on */
    Decision refuse(UUID proof, @Nullable Proof seen, String reason) {
        return onHeld(proof, row -> refuse(row, seen == null ? undecided(row.proof()) : seen, reason));
    }

    private Decision refuse(ProofRows.Row row, Proof seen, String reason) {
        Decision wrong = wrongReason(reason);
        return wrong != null
                ? wrong
                : change(
                        row,
                        seen,
                        from -> with(from, Proof.State.REFUSED, reason.strip(), null, person.id()),
                        ProofChanged.What.REFUSED);
    }

    /** @see Proofs#move */
    Decision move(Proof seen, ProofKind kind) {
        if (kind == ProofKind.SERIAL) {
            throw new IllegalArgumentException("The serial number is no picture of its own");
        }
        return onHeld(seen.id(), row -> move(row, seen, kind));
    }

    private Decision move(ProofRows.Row row, Proof seen, ProofKind kind) {
        Proof from = row.proof();
        if (from.kind() == kind) {
            return new Decision.Done(from);
        }
        if (from.heldFor() != null) {
            return new Decision.Held(from.heldFor());
        }
        if (!from.equals(seen) || !rows.move(row, kind)) {
            return stale(from.id());
        }
        Proof to = rows.find(from.id()).orElseThrow().proof();
        publish(to, ProofChanged.What.MOVED, null);
        return new Decision.Done(to);
    }

    /** @see Proofs#declareUnobtainable */
    Decision declareUnobtainable(UUID owner, ProofKind kind, String reason) {
        if (kind == ProofKind.OTHER) {
            throw new IllegalArgumentException("Other pictures are never needed");
        }
        if (!owners.mayChangeHeld(owner)) {
            return new Decision.Closed();
        }
        Decision wrong = wrongReason(reason);
        if (wrong != null) {
            return wrong;
        }
        Optional<String> held = heldInstead(owner, kind);
        if (held.isPresent()) {
            return new Decision.Held(held.get());
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
                owners.serial(owner),
                reason.strip(),
                null,
                null,
                now(),
                me,
                Proof.CameBy.DESK,
                me,
                false,
                null,
                0);
        if (!rows.insertDeclaration(declaration)) {
            return rows.declaration(owner, kind)
                    .<Decision>map(row -> new Decision.Stale(row.proof()))
                    .orElseGet(Decision.Gone::new);
        }
        publish(declaration, ProofChanged.What.DECLARED_UNOBTAINABLE, declaration.reason());
        return new Decision.Done(declaration);
    }

    /** The request that stands on a proof of the very kind that is said not to be had. */
    private Optional<String> heldInstead(UUID owner, ProofKind kind) {
        return rows.of(owner).stream()
                .filter(proof -> proof.state() == Proof.State.ACCEPTED)
                .filter(proof -> proof.kind() == kind || (kind == ProofKind.SERIAL && proof.showsSerial()))
                .map(Proof::heldFor)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** @see Proofs#withdrawDeclaration */
    Decision withdrawDeclaration(UUID owner, ProofKind kind) {
        if (!owners.mayChangeHeld(owner)) {
            return new Decision.Closed();
        }
        Optional<ProofRows.Row> declaration = rows.declaration(owner, kind);
        if (declaration.isEmpty()) {
            return new Decision.Gone();
        }
        Proof declared = declaration.get().proof();
        if (declared.heldFor() != null) {
            return new Decision.Held(declared.heldFor());
        }
        if (!rows.delete(declaration.get())) {
            return new Decision.Gone();
        }
        publish(declared, ProofChanged.What.DECLARATION_WITHDRAWN, null);
        return new Decision.Done(declared);
    }

    private Decision change(ProofRows.Row row, Proof seen, UnaryOperator<Proof> decision, ProofChanged.What what) {
        Proof from = row.proof();
        if (from.state() == Proof.State.UNOBTAINABLE) {
            throw new IllegalArgumentException("A declaration is taken back, not decided on");
        }
        Proof to = decision.apply(from);
        boolean same = from.state() == to.state()
                && from.showsSerial() == to.showsSerial()
                && Objects.equals(from.reason(), to.reason());
        if (same) {
            // Pressed twice, or two people of one mind: who decided first stays the one who decided.
            return new Decision.Done(from);
        }
        if (row.acceptanceHeld() && from.heldFor() != null && !onlyAddsTheSerial(from, to)) {
            return new Decision.Held(from.heldFor());
        }
        if (!from.equals(seen) || !rows.decide(row, to, from.state() == to.state() ? rows.decidedAt(from) : now())) {
            return stale(from.id());
        }
        publish(to, what, to.reason());
        return new Decision.Done(to);
    }

    /** That the serial number was seen, too, takes nothing from what a request stands on. */
    private static boolean onlyAddsTheSerial(Proof from, Proof to) {
        return to.state() == Proof.State.ACCEPTED && !from.showsSerial() && to.showsSerial();
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

    private static Proof undecided(Proof from) {
        return with(from, Proof.State.NEW, null, null, null);
    }

    private static Proof with(
            Proof from,
            Proof.State state,
            @Nullable String reason,
            Proof.@Nullable SerialSeen serialSeen,
            @Nullable UUID decidedBy) {
        return new Proof(
                from.id(),
                from.owner(),
                from.kind(),
                state,
                from.type(),
                from.fileName(),
                from.pages(),
                from.width(),
                from.height(),
                from.about(),
                reason,
                serialSeen,
                state == Proof.State.NEW ? from.acceptedBefore() : null,
                from.addedAt(),
                from.addedBy(),
                from.cameBy(),
                decidedBy,
                from.originalKept(),
                from.heldFor(),
                from.revision());
    }

    private void publish(Proof proof, ProofChanged.What what, @Nullable String reason) {
        events.publishEvent(new ProofChanged(proof.id(), proof.owner(), proof.kind(), what, reason));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
